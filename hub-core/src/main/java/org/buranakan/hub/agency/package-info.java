/**
 * Agencies (หน่วยงาน) as the hub hears them: when last, what became of their events, what
 * awaits correction.
 *
 * <p>
 * In: reference and the logs' accounts. Out: the endpoint {@code /agencies}. Uses view.
 */
@NullMarked
package org.buranakan.hub.agency;

import org.jspecify.annotations.NullMarked;
