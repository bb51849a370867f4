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
 * @param joint what all reports of it say, and whom the policy believes; null where there
 * is one report, and in a list
 */
record ActivityView(String id, Named agency, long revision, String basis, List<String> filledIn,
		@Nullable PlanTitle plan, @Nullable String sameAs, @Nullable Joint joint, Named kind, Text title,
		List<Named> areas, @Nullable String venue, LocalDate startsOn, LocalDate endsOn, String datePrecision,
		String status, Named organiser, List<Named> partners, @Nullable Long participantsTarget,
		@Nullable Long participants, @Nullable Text result, List<PhaseAmount> money, List<Blocked> blocked,
		@Nullable Text note, Position lineage) {

	record PlanTitle(String id, Text title) {

	}

	/**
	 * One activity that several agencies report.
	 *
	 * @param fields in which any of them says something
	 */
	record Joint(List<Report> reports, List<Field> fields) {

	}

	/**
	 * @param roles of its agency in the activity: lead, implementer, funder
	 */
	record Report(String activity, Named agency, List<String> roles, Position lineage) {

	}

	/**
	 * @param by the role that the policy believes, where reports contradict each other
	 * @param value what is believed; null where nobody is picked. Its shape is the
	 * field's
	 * @param said by each report that says anything
	 */
	record Field(Named field, Decision decision, @Nullable String by, @Nullable Object value, List<Said> said) {

	}

	/** Whether reports agree, or whom to believe is decided. */
	enum Decision {

		AGREED, BELIEVED, UNDECIDED

	}

	record Said(String activity, Named agency, Object value, boolean believed, Position lineage) {

	}

}
