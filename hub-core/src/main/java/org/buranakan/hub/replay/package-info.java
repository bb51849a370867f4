/**
 * Folds the whole history once more, beside live traffic, and says whether the view that
 * people see is what the logs say.
 *
 * <p>
 * In: the logs up to where the live view stands in one snapshot, through
 * {@link org.buranakan.hub.intake.Refold} and every
 * {@link org.buranakan.hub.derivation.Derived}. Between: a second copy of the view in
 * schema {@code replay}, which is gone afterwards. Out: table {@code hub.replay}, REST
 * under {@code /api/v1/replays}: two fingerprints, what became of the records, the rows
 * that differ. Readers and intake go on meanwhile.
 */
@NullMarked
package org.buranakan.hub.replay;

import org.jspecify.annotations.NullMarked;
