package org.buranakan.hub.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.buranakan.hub.overview.PlanView.MilestoneView;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.PhaseAmount;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a plan came to be agreed, and what became of it. Who only changed a stance of the
 * same record is shown with the last one; the others are in the log.
 *
 * @param revision the plan's newest
 * @param revisions those until it that somebody said something of, and itself
 * @param baseline the newest revision that every party of it agreed to; null where there
 * is none
 */
record PlanCourse(String plan, long revision, List<RevisionView> revisions, @Nullable Baseline baseline,
		Happened happened) {

	/**
	 * What every party of one revision says to it: whoever that revision names as lead,
	 * partner or party of the memorandum, and whoever said something of it. Who joins
	 * later changes nothing of what was agreed before.
	 */
	record RevisionView(long revision, List<Said> stances) {

	}

	/**
	 * @param stance {@code SILENT} where the party said nothing of this revision
	 */
	record Said(Named party, String stance, @Nullable LocalDate statedOn, @Nullable Named statedBy, @Nullable Text note,
			@Nullable Position lineage) {

	}

	/**
	 * Agreed is what all parties but the publishing agency agree to or propose
	 * themselves, and the publishing agency did not adjust or decline. A revision whose
	 * record is not to be had is never agreed: nobody knows whom it names.
	 *
	 * @param agreedOn null where nobody had to say so
	 */
	record Baseline(long revision, @Nullable LocalDate agreedOn, List<AgreedMilestone> milestones) {

	}

	/**
	 * @param agreed as it stood in the baseline
	 * @param now as the newest revision has it; null where that has it no more
	 */
	record AgreedMilestone(MilestoneView agreed, @Nullable MilestoneView now) {

	}

	/**
	 * By the newest revision, on the business date.
	 *
	 * @param activities how many of the plan per status; withdrawn ones and further
	 * reports of the same are left out
	 * @param money of the plan and of its activities
	 */
	record Happened(MilestoneCounts milestones, Map<String, Long> activities, List<PhaseAmount> money) {

	}

	/**
	 * @param planned all but cancelled ones
	 * @param due of these, until the business date, done or not
	 * @param late due before the business date and not done
	 */
	record MilestoneCounts(long planned, long due, long done, long late) {

	}

}
