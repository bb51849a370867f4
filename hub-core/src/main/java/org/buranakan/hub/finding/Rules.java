package org.buranakan.hub.finding;

import java.util.List;

/**
 * The rules in force.
 */
final class Rules {

	private static final List<Rule> ALL = List.of(PlanRules.JOIN_UP, PlanRules.CONTRADICTION, PlanRules.LEFT_OUT,
			PlanRules.NOT_AGREED, PlanRules.MILESTONE_OVERDUE, PlanRules.UNKNOWN_PLAN, PlanRules.NO_COMMITTEE,
			PlanRules.AGENCY_SILENT, MoneyRules.BLOCKED_MONEY, MoneyRules.OVER_DISBURSED, MoneyRules.PHASE_OUT_OF_ORDER,
			MoneyRules.FUNDED_TWICE, MoneyRules.SPLIT_PURCHASE, MoneyRules.YEAR_END_RUSH);

	private Rules() {
	}

	static List<Rule> all() {
		return ALL;
	}

}
