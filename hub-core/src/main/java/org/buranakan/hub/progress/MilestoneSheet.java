package org.buranakan.hub.progress;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * A page of milestones, and the fiscal calendar of all that the scope has, whatever
 * standing is asked for.
 */
record MilestoneSheet(List<Item> items, int page, int size, long total, @Nullable Integer fiscalYear,
		@Nullable LocalDate businessDate, List<Month> months) {

	/**
	 * @param id {@code <plan>#<milestone>}, as in the action plan
	 * @param daysLate days since it was due where it is late; where it was done, days
	 * between the two, none where it was in time; null where nobody can tell
	 * @param areas its own, or all of its plan
	 */
	record Item(String id, Text title, LocalDate dueOn, @Nullable LocalDate doneOn, MilestoneStanding standing,
			@Nullable Long daysLate, PlanTitle plan, Named agency, Named lead, List<Named> areas, String basis,
			List<String> filledIn, Position lineage) {

	}

	@Schema(name = "PlanOfMilestone")
	record PlanTitle(String id, Text title, boolean joint) {

	}

	/** How many are due in the month, by where they stand. */
	record Month(FiscalMonth month, long done, long late, long due, long ahead, long cancelled, long cannotBeTold) {

	}

}
