package org.buranakan.hub.finding;

import java.time.Instant;

import org.buranakan.hub.view.Text;

/**
 * A rule as people read it, and how it fared on what was committed.
 *
 * @param lookedAt how many plans, lines, activities, … it judges
 * @param found findings that hold
 * @param uncertain findings that cannot be computed, which are not among those found
 * @param share found of looked at, 0 to 1
 * @param suspect whether it finds something in more than half of twenty or more: then the
 * rule, or the data it reads, wants looking at first
 * @param countedAt when these figures were taken
 */
record RuleView(String id, int version, Severity severity, Text title, Text method, Text threshold, long lookedAt,
		long found, long uncertain, double share, boolean suspect, Instant countedAt) {

	static RuleView of(Rule rule, Firing firing) {
		return new RuleView(rule.id(), rule.version(), rule.severity(), rule.title(), rule.method(), rule.threshold(),
				firing.lookedAt(), firing.found(), firing.uncertain(), firing.share(), firing.suspect(),
				firing.countedAt());
	}

}
