package org.buranakan.hub.overview;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.StanceView;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its agency last stated it.
 *
 * @param basis what the content rests on
 * @param filledIn names of fields that were filled in for illustration, whatever basis
 * says of the rest
 * @param fiscalYear of the Buddhist era
 * @param stances what each party said last, in order of time
 * @param disregarded what others said in the name of an agency, which states its own:
 * shown, but nobody's stance
 */
record PlanView(String id, Named agency, long revision, String basis, List<String> filledIn, int fiscalYear,
		Named programme, Text title, @Nullable Text objective, Named lead, List<Named> partners,
		List<PlanAreaView> areas, List<MilestoneView> milestones, String status, boolean joint,
		@Nullable MemorandumView memorandum, List<StanceView> stances, List<StanceView> disregarded,
		@Nullable Text note, Position lineage) {

	record PlanAreaView(Named area, @Nullable String stage) {

	}

	record MilestoneView(String code, Text title, LocalDate dueOn, String status, @Nullable LocalDate doneOn) {

	}

	record MemorandumView(List<Named> parties, @Nullable LocalDate dueOn, @Nullable LocalDate signedOn) {

	}

}
