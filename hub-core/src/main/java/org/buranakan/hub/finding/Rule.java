package org.buranakan.hub.finding;

import java.util.Set;

import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Text;

/**
 * A rule: one statement over facts, reference and the business date, and what people must
 * know of it.
 *
 * <p>
 * The statement stands in {@code <id>.sql}. It binds {@code :keys}, and answers every
 * finding of the rule that has one of them among its own keys; all findings where they
 * are null. Beside it stands {@code <id>.examples.json}: facts in which the rule finds
 * nothing, and facts in which it finds something, on 7 February 2022.
 *
 * @param id stable for ever: part of the ids of its findings
 * @param version raised whenever the statement comes to mean something else
 * @param severity of its findings; those that cannot be computed are
 * {@link Severity#INFO}
 * @param keyedBy the kind of dirty keys that its findings follow
 * @param followsClock whether a new business date asks for all of it again
 * @param lists the reference lists that the statement judges or words by
 * @param method how it is computed, for people
 * @param threshold what it compares with, for people
 * @param sentence the wording; {@code {name}} stands for a specific, {@code [ … ]} is
 * left out where a specific in it is missing
 * @param doubt the wording where the facts do not say enough
 */
record Rule(String id, int version, Severity severity, String keyedBy, boolean followsClock, Set<String> lists,
		Text title, Text method, Text threshold, Sentence sentence, Sentence doubt) {

	Rule {
		lists = Set.copyOf(lists);
	}

	String statement() {
		return Statement.of(Rule.class, this.id + ".sql");
	}

	/** JSON: {@code good} and {@code bad}, each with {@code why} and {@code facts}. */
	String examples() {
		return Statement.of(Rule.class, this.id + ".examples.json");
	}

}
