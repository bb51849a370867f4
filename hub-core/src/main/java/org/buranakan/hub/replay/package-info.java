/**
 * Folds the whole history once more, beside live traffic, and says whether the view that
 * people see is what the logs say.
 *
 * <p>
 * In: the logs up to where the live view stands in one snapshot, or up to a cut, through
 * {@link org.buranakan.hub.intake.Refold} and every
 * {@link org.buranakan.hub.derivation.Derived}. Between: a second copy of the view in
 * schema {@code replay}, which is gone afterwards. Out: table {@code hub.replay}, REST
 * under {@code /api/v1/replays}: two fingerprints, what became of the records, the rows
 * that differ. Readers and intake go on meanwhile. What the copy holds comes from the
 * logs alone: the live history is not asked, so altering it changes no replay.
 *
 * <p>
 * Until a cut there is no live view to compare with but what is on record of it: how many
 * records of every log were applied, stale and rejected, always; and the fingerprint,
 * which most cuts took of the live view there and then. Both must be equal. Where a cut
 * was taken while derivation was behind, the first replay until it establishes the
 * fingerprint, and says so instead of calling anything equal. Rows of then are not kept,
 * so none are listed: it can be told that the facts differ, or what is derived from them.
 */
@NullMarked
package org.buranakan.hub.replay;

import org.jspecify.annotations.NullMarked;
