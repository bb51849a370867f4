package org.buranakan.hub.actionplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.view.Blocked;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.PhaseAmount;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.StanceView;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * One line of the one action plan: who does what, where, when, with which money, agreed
 * by whom.
 *
 * @param id of the activity; of a milestone {@code <plan>#<milestone>}
 * @param revision of the activity, or of the plan that states the milestone
 * @param agreedBy what each party said last of the plan that it belongs to
 * @param sameAs the lead's activity, where another agency reports the same one
 * @param counted whether it stands for its activity in sums over the same filter: of
 * several reports of one activity exactly one does, the lead's if the filter keeps it;
 * never a milestone
 * @param contradicted whether another report of the same activity says otherwise, as a
 * finding tells; each of them keeps its own values here
 * @param recordedAt when the revision was recorded
 */
record ActionItem(String id, Type type, long revision, Text what, Named kind, Who who, List<Place> where,
		@Nullable String venue, LocalDate startsOn, LocalDate endsOn, String datePrecision, String status,
		@Nullable Long participantsTarget, @Nullable Long participants, @Nullable String sameAs, boolean counted,
		boolean contradicted, List<PhaseAmount> money, List<Blocked> blocked, @Nullable JointPlan plan,
		List<StanceView> agreedBy, String basis, List<String> filledIn, Instant recordedAt, Position lineage) {

	enum Type {

		ACTIVITY, MILESTONE

	}

	record Who(Named agency, Named organiser, List<Named> partners) {

	}

	/**
	 * @param amphoe of a tambon; null for wider areas
	 */
	record Place(String code, Text name, @Nullable Named amphoe, Named province) {

	}

	record JointPlan(String id, Text title, boolean joint) {

	}

}
