package org.buranakan.hub.overview;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.view.Blocked;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.PhaseAmount;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its agency last stated it, with the money that postings tie to it.
 *
 * @param plan whose title is its id where the plan is unknown
 * @param sameAs the lead's report of the same joint activity
 */
record ActivityView(String id, Named agency, long revision, String basis, List<String> filledIn,
		@Nullable PlanTitle plan, @Nullable String sameAs, Named kind, Text title, List<Named> areas,
		@Nullable String venue, LocalDate startsOn, LocalDate endsOn, String datePrecision, String status,
		Named organiser, List<Named> partners, @Nullable Long participantsTarget, @Nullable Long participants,
		@Nullable Text result, List<PhaseAmount> money, List<Blocked> blocked, @Nullable Text note, Position lineage) {

	record PlanTitle(String id, Text title) {

	}

}
