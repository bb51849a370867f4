package org.buranakan.hub.progress;

import java.util.List;

import org.buranakan.hub.view.Named;
import org.jspecify.annotations.Nullable;

/**
 * What activities aim at and what came of them; cancelled and withdrawn ones aside, and
 * one that several agencies report counted once, as in sums of the action plan.
 *
 * @param fiscalYear of the Buddhist era; any day of an activity in it counts
 * @param kinds the same per kind of activity, those with the most people aimed at first
 */
record Results(@Nullable Integer fiscalYear, People people, List<OfKind> kinds, List<Measured> indicators) {

	/**
	 * @param target people aimed at, of all activities
	 * @param doneTarget of those that are done and state who came
	 * @param doneCame who came to these: what compares with it
	 * @param came who came to any
	 * @param unstated done activities with a target that do not state who came: of these
	 * it cannot be told
	 */
	record People(long activities, long done, long target, long doneTarget, long doneCame, long came, long unstated) {

	}

	record OfKind(Named kind, People people) {

	}

	/**
	 * An indicator in one unit.
	 *
	 * @param target sum of what activities aim at; null in a unit that does not add up,
	 * such as per cent, as is {@code actual}
	 * @param actual sum of what they state as reached
	 * @param activities that state the indicator
	 * @param met of how many the target is reached
	 * @param unstated of how many either is missing: of these it cannot be told
	 */
	record Measured(Named indicator, Named unit, @Nullable Long target, @Nullable Long actual, long activities,
			long met, long unstated) {

	}

}
