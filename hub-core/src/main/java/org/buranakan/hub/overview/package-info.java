/**
 * The integrated view (ภาพรวมบูรณาการ) for people: one action plan of all, what it rests
 * on, and what changes in it.
 *
 * <p>
 * In: facts and derived rows, of earlier revisions of plans {@code hub.history}. Out:
 * REST under {@code /api/v1}, what OpenAPI says of it, the page at {@code /}. Writes
 * nothing. Uses view, audit and the schema registry.
 */
@NullMarked
package org.buranakan.hub.overview;

import org.jspecify.annotations.NullMarked;
