package org.buranakan.hub.finding;

import org.buranakan.hub.view.Text;

/**
 * A rule as people read it.
 */
record RuleView(String id, int version, Severity severity, Text title, Text method, Text threshold) {

	static RuleView of(Rule rule) {
		return new RuleView(rule.id(), rule.version(), rule.severity(), rule.title(), rule.method(), rule.threshold());
	}

}
