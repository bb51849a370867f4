/**
 * Cuts: one offset per log, of one committed state, which is frozen with them. A cut is
 * its positions: its id is the SHA-256 over them, the mark that files of the action plan
 * carry, so taking one again while nothing moved is the same cut.
 *
 * <p>
 * In: {@code hub.log} in one snapshot, on a cadence and on demand. Out: tables
 * {@code hub.cut} and {@code hub.cut_log}, then topic {@code hub.cut}, once each; REST
 * under {@code /api/v1/cuts}.
 *
 * <p>
 * A cut carries the fingerprint that the live view had in the same snapshot, provided
 * that its derived rows were those of its facts; for that intake waits two seconds at
 * most. It is evidence of what people saw then: whoever folds the logs up to the cut must
 * arrive at it. Where derivation was behind, the positions are recorded without, and the
 * first replay until the cut establishes the fingerprint that later ones must arrive at;
 * the record in {@code hub.cut} then stays without it.
 */
@NullMarked
package org.buranakan.hub.cut;

import org.jspecify.annotations.NullMarked;
