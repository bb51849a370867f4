/**
 * The integrated view (ภาพรวมบูรณาการ) for people: one action plan of all, what it rests
 * on, and what changes in it.
 *
 * <p>
 * In: facts and derived rows, {@code hub.change}, of earlier revisions of plans
 * {@code hub.history}. Out: REST under {@code /api/v1}, the stream of changes, the page
 * at {@code /}, problems as RFC 9457. Writes nothing. Uses view, audit and the schema
 * registry.
 */
@NullMarked
package org.buranakan.hub.overview;

import org.jspecify.annotations.NullMarked;
