package org.buranakan.hub.guarantee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.LogPosition;
import org.buranakan.schemas.view.ActivityRow;
import org.buranakan.schemas.view.AreaRow;
import org.buranakan.schemas.view.BlockedAmount;
import org.buranakan.schemas.view.BudgetRow;
import org.buranakan.schemas.view.FindingRow;
import org.buranakan.schemas.view.PhaseAmount;
import org.buranakan.schemas.view.PlanRow;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of the view as one line of text each, written once from a topic's record and once
 * from the tables, by statements of their own.
 */
final class ViewRows {

	private static final String AT = "(SELECT topic || '@' || topic_id || '@' || %s.log_offset FROM hub.log WHERE id = %1$s.log_id)";

	private static final Map<String, String> TABLES = Map.of("plan",
			"""
					SELECT id, array_to_string(ARRAY [agency, revision::text, basis, fiscal_year::text, programme, title_th, title_en, objective_th,
					    objective_en, lead, partners::text[]::text, status, joint::text, memorandum_parties::text, memorandum_due_on::text,
					    memorandum_signed_on::text, filled_in::text,
					    (SELECT string_agg(area || '/' || coalesce(stage, '-'), ' ' ORDER BY ordinal) FROM plan_area WHERE plan_id = plan.id),
					    (SELECT string_agg(concat_ws('/', code, title_th, title_en, due_on, status, coalesce(done_on::text, '-'), areas), ' ' ORDER BY ordinal)
					     FROM plan_milestone WHERE plan_id = plan.id),
					    (SELECT string_agg(concat_ws('/', s.item #>> '{party,code}', s.item ->> 'stance', s.item ->> 'planRevision', s.item ->> 'statedOn'), ' '
					         ORDER BY s.ordinal) FROM jsonb_array_elements(stances(id)) WITH ORDINALITY AS s(item, ordinal)), %s], '|', '-') AS line
					FROM plan"""
				.formatted(AT.formatted("plan")),
			"activity",
			"""
					SELECT id, array_to_string(ARRAY [agency, revision::text, basis, plan, same_as, kind, title_th, title_en, starts_on::text,
					    ends_on::text, date_precision, status, organiser, partners::text, participants_target::text, participants::text, filled_in::text,
					    array(SELECT area FROM activity_area n WHERE activity_id = activity.id
					          AND (n.starts_on, n.ends_on, n.status, n.kind, n.agency, n.joint, n.participants_target, n.participants)
					              IS NOT DISTINCT FROM (activity.starts_on, activity.ends_on, activity.status, activity.kind, activity.agency,
					                                    activity.same_as IS NOT NULL, activity.participants_target, activity.participants)
					          ORDER BY ordinal)::text,
					    (SELECT string_agg(phase || '=' || amount, ' ' ORDER BY phase COLLATE "C") FROM (
					        SELECT p.phase, sum(p.amount_satang) AS amount FROM posting p LEFT JOIN posting r ON r.id = p.reverses
					        WHERE coalesce(p.activity, r.activity) = activity.id GROUP BY p.phase) AS per),
					    (SELECT string_agg(concat_ws('=', b.item ->> 'restriction', b.item ->> 'amountSatang'), ' ' ORDER BY b.ordinal)
					     FROM jsonb_array_elements(activity_blocked(id)) WITH ORDINALITY AS b(item, ordinal)), %s], '|', '-') AS line
					FROM activity"""
				.formatted(AT.formatted("activity")),
			"budget",
			"""
					SELECT id, array_to_string(ARRAY [agency, budget_line, title_th, title_en, fiscal_year::text, area,
					    (SELECT string_agg(key || '=' || value, ' ' ORDER BY key COLLATE "C") FROM jsonb_each_text(money)),
					    (SELECT string_agg(key || '=' || value, ' ' ORDER BY key COLLATE "C") FROM jsonb_each_text(blocked)), postings::text, %s], '|', '-') AS line
					FROM budget_summary"""
				.formatted(AT.formatted("budget_summary")),
			"area",
			"""
					SELECT area AS id, array_to_string(ARRAY [area, stage, plans::text,
					    (SELECT string_agg(key || '=' || value, ' ' ORDER BY key COLLATE "C") FROM jsonb_each_text(activities)), participants::text,
					    (SELECT string_agg(key || '=' || value, ' ' ORDER BY key COLLATE "C") FROM jsonb_each_text(money)),
					    (SELECT string_agg(key || '=' || value, ' ' ORDER BY key COLLATE "C") FROM jsonb_each_text(blocked)),
					    (SELECT string_agg(key || '@' || topic_id || '@' || value, ' ' ORDER BY key COLLATE "C")
					     FROM jsonb_each_text(stands_at) JOIN hub.log ON topic = key)], '|', '-') AS line
					FROM area_summary""",
			"finding",
			"""
					SELECT id, array_to_string(ARRAY [rule, rule_version::text, severity, CASE WHEN id IN (SELECT finding FROM answer WHERE kind <> 'WITHDRAWN')
					        THEN 'ANSWERED' ELSE 'OPEN' END,
					    text_th, text_en, areas::text, agencies::text, subjects::text, amount_satang::text, people::text, due_on::text,
					    (SELECT string_agg(concat_ws('@', topic, topic_id, e.item ->> 'offset'), ' ' ORDER BY e.ordinal)
					     FROM jsonb_array_elements(evidence) WITH ORDINALITY AS e(item, ordinal) JOIN hub.log ON topic = e.item ->> 'topic')], '|', '-') AS line
					FROM finding""");

	private ViewRows() {
	}

	/** The rows of a table, by key. */
	static Map<String, String> ofTable(JdbcClient view, String family) {
		Map<String, String> rows = new HashMap<>();
		view.sql(TABLES.getOrDefault(family, "")).query((row) -> {
			rows.put(row.getString("id"), row.getString("line"));
		});
		return rows;
	}

	/** A topic's record. */
	static String of(SpecificRecord record) {
		return switch (record) {
			case PlanRow plan -> plan(plan);
			case ActivityRow activity -> activity(activity);
			case BudgetRow line -> line(line.getAgency(), line.getBudgetLine(), text(line.getLineTitle()),
					line.getFiscalYear(), line.getArea(), money(line.getMoney()), blocked(line.getBlocked()),
					line.getPostings(), at(line.getPosition()));
			case AreaRow area -> line(area.getArea(), area.getStage(), area.getPlans(),
					joined(area.getActivities()
						.stream()
						.map((count) -> count.getStatus() + "=" + count.getCount())
						.sorted()
						.toList()),
					area.getParticipants(), money(area.getMoney()), blocked(area.getBlocked()),
					ats(area.getPositions()));
			case FindingRow finding -> line(finding.getRule(), finding.getRuleVersion(), finding.getSeverity(),
					finding.getStatus(), text(finding.getText()), array(finding.getAreas()),
					array(finding.getAgencies()), array(finding.getSubjects()), finding.getAmountSatang(),
					finding.getPeople(), finding.getDueOn(), ats(finding.getPositions()));
			default -> throw new IllegalArgumentException("No row: " + record.getSchema().getName());
		};
	}

	private static String plan(PlanRow plan) {
		var memorandum = plan.getMemorandum();
		return line(plan.getAgency(), plan.getRevision(), plan.getBasis(), plan.getFiscalYear(), plan.getProgramme(),
				text(plan.getTitle()), text(plan.getObjective()), plan.getLead(), array(plan.getPartners()),
				plan.getStatus(), plan.getJoint(), (memorandum == null) ? null : array(memorandum.getParties()),
				(memorandum == null) ? null : memorandum.getDueOn(),
				(memorandum == null) ? null : memorandum.getSignedOn(), array(plan.getFilledIn()),
				joined(plan.getAreas()
					.stream()
					.map((area) -> area.getArea() + "/" + ((area.getStage() != null) ? area.getStage() : "-"))
					.toList()),
				joined(plan.getMilestones()
					.stream()
					.map((step) -> "%s/%s%s/%s/%s/%s/%s".formatted(step.getCode(), step.getTitle().getTh(),
							(step.getTitle().getEn() != null) ? "/" + step.getTitle().getEn() : "", step.getDueOn(),
							step.getStatus(), (step.getDoneOn() != null) ? step.getDoneOn() : "-",
							array(step.getAreas())))
					.toList()),
				joined(plan.getStances()
					.stream()
					.map((said) -> "%s/%s/%d/%s".formatted(said.getParty(), said.getStance(), said.getPlanRevision(),
							said.getStatedOn()))
					.toList()),
				at(plan.getPosition()));
	}

	private static String activity(ActivityRow activity) {
		return line(activity.getAgency(), activity.getRevision(), activity.getBasis(), activity.getPlan(),
				activity.getSameAs(), activity.getKind(), text(activity.getTitle()), activity.getStartsOn(),
				activity.getEndsOn(), activity.getDatePrecision(), activity.getStatus(), activity.getOrganiser(),
				array(activity.getPartners()), activity.getParticipantsTarget(), activity.getParticipants(),
				array(activity.getFilledIn()), array(activity.getAreas()), money(activity.getMoney()),
				blocked(activity.getBlocked()), at(activity.getPosition()));
	}

	private static String line(@Nullable Object... values) {
		return java.util.Arrays.stream(values)
			.map((value) -> (value == null) ? "-" : value.toString())
			.collect(Collectors.joining("|"));
	}

	/** Two columns. */
	private static String text(@Nullable LocalizedText text) {
		return (text == null) ? "-|-" : text.getTh() + "|" + ((text.getEn() != null) ? text.getEn() : "-");
	}

	/** As PostgreSQL writes an array of codes. */
	private static String array(List<String> items) {
		return items.stream()
			.map((item) -> item.isEmpty() || item.matches("(?s).*[\\s,{}\"\\\\].*") || item.equalsIgnoreCase("null")
					? "\"" + item.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : item)
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static @Nullable String money(List<PhaseAmount> money) {
		return joined(money.stream().map((sum) -> sum.getPhase() + "=" + sum.getAmountSatang()).sorted().toList());
	}

	private static @Nullable String blocked(List<BlockedAmount> blocked) {
		return joined(blocked.stream().map((sum) -> sum.getRestriction() + "=" + sum.getAmountSatang()).toList());
	}

	private static @Nullable String ats(List<LogPosition> positions) {
		return joined(positions.stream().map(ViewRows::at).toList());
	}

	private static String at(LogPosition position) {
		return position.getTopic() + "@" + position.getTopicId() + "@" + position.getOffset();
	}

	/** As PostgreSQL's string_agg: of nothing comes null. */
	private static @Nullable String joined(List<String> parts) {
		return parts.isEmpty() ? null : String.join(" ", parts);
	}

}
