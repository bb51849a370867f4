/**
 * How far the programme has come (ความก้าวหน้า): its roll-out per tambon over the months
 * of a fiscal year, milestones due and late, results against targets, complaints counted.
 *
 * <p>
 * In: facts, derived rows of package area, reference and the business date. Out: the
 * endpoints {@code /rollout}, {@code /areas/<code>/rollout}, {@code /milestones},
 * {@code /results} and {@code /complaints}. Writes nothing. Uses view.
 */
@NullMarked
package org.buranakan.hub.progress;

import org.jspecify.annotations.NullMarked;
