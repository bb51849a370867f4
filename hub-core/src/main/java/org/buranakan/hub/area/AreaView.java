package org.buranakan.hub.area;

import java.util.List;

import org.buranakan.hub.view.Blocked;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.PhaseAmount;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the integrated view knows of an area and of all below it.
 *
 * @param programmeAreas tambons that a standing plan of the programme names
 * @param runningAreas those of them that run or are done
 * @param stage of a tambon; otherwise null
 * @param stages how many tambons have reached each stage, in the order of the stages
 * @param plans standing plans, each counted once however many areas it names
 * @param activities likewise, per status
 * @param participants people of activities, each activity counted once
 * @param leftOut tambons with a finding of rule left-out
 */
record AreaView(String code, Level level, Text name, @Nullable Named parent, @Nullable Double lat, @Nullable Double lon,
		long programmeAreas, long runningAreas, @Nullable String stage, List<StageCount> stages, long plans,
		List<StatusCount> activities, long participants, long participantsTarget, List<PhaseAmount> money,
		List<Blocked> blocked, Complaints complaints, long leftOut, List<Child> children) {

	record StageCount(String stage, Text name, long count) {

	}

	record StatusCount(String status, long count) {

	}

	record Complaints(long received, long resolved, long pending) {

	}

	record Child(String code, Level level, Text name, @Nullable String stage, long programmeAreas, long runningAreas,
			long activities, List<PhaseAmount> money, long blockedSatang) {

	}

}
