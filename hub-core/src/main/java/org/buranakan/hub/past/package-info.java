/**
 * The view as it was: {@code ?asOf=} on whatever can be read at a cut.
 *
 * <p>
 * In: a request with that parameter. Between: a copy of the view in a schema of its own,
 * built by {@link org.buranakan.hub.replay.Rebuild} from the logs up to the cut when it
 * is first asked for; the latest asked for are kept, each by the process that built it.
 * Out: the {@link org.buranakan.hub.view.Moment} that the request then reads, and header
 * {@code Buranakan-Cut}. Answers at a cut are functions of the cut, so they are the same
 * bytes whenever it is built: instead of {@code hub.log}, {@code hub.rejection} and
 * {@code hub.history} they read what these were up to the cut, and instead of the clock
 * on the wall when it was taken. What is none (the stream, what connectors refused,
 * findings that were resolved once) is refused or left out, never answered with today's.
 */
@NullMarked
package org.buranakan.hub.past;

import org.jspecify.annotations.NullMarked;
