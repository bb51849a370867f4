package org.buranakan.hub.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at, in neutral words.
 *
 * @param version of the rule
 * @param subjects entity ids
 * @param amountSatang null where it is not about money
 * @param people who are concerned, null where nobody says
 * @param since first day on which all that it rests on was true
 * @param dueOn the day by which it matters, null where there is none
 * @param resolvedOn business date on which it no longer held, null while it holds
 * @param computable false where the facts do not say enough to tell
 * @param evidence the records that it rests on
 * @param content the mark of what it says and rests on, which an act about it names; null
 * where it no longer holds
 * @param answersContent the mark of the answers that stand, likewise
 * @param decidedBy id of the act that says where it stands; null where none does
 * @param acts what auditors and operators did about it, the newest first
 * @param answers what agencies say to it
 */
record FindingView(String id, String rule, int version, Severity severity, FindingStatus status, Text title, Text text,
		List<Named> areas, List<Named> agencies, List<String> subjects, @Nullable Long amountSatang,
		@Nullable Long people, LocalDate since, @Nullable LocalDate dueOn, @Nullable LocalDate resolvedOn,
		boolean computable, List<Position> evidence, @Nullable String content, @Nullable String answersContent,
		@Nullable String decidedBy, List<ActView> acts, List<AnswerView> answers) {

	/**
	 * @param id actor and act, with a colon
	 * @param holds whether it was about the finding as it stands now
	 */
	record ActView(String id, Named kind, String actor, Instant at, @Nullable Text reason, boolean holds,
			Position lineage) {

	}

	record AnswerView(Named agency, String kind, Text text, @Nullable LocalDate actsBy) {

	}

}
