package org.buranakan.hub.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The canonical rows of the fact tables. In the lists of columns {@code @} marks an
 * instant, {@code *} a list, {@code #} indicators, an opening brace a map; a part's
 * columns follow its owner and ordinal.
 */
@Configuration(proxyBeanMethods = false)
class CanonicalFacts {

	private static final String AGENCYS = "id agency revision basis @occurred_at @recorded_at ";

	@Bean
	CanonicalTable canonicalPlan() {
		return fact("plan", AGENCYS + """
				fiscal_year programme title_th title_en objective_th objective_en lead *partners status joint
				*memorandum_parties memorandum_due_on memorandum_signed_on note_th note_en *filled_in""");
	}

	@Bean
	CanonicalTable canonicalPlanArea() {
		return part("plan_area", "plan_id", "area stage");
	}

	@Bean
	CanonicalTable canonicalPlanMilestone() {
		return part("plan_milestone", "plan_id", "code title_th title_en due_on status done_on *areas");
	}

	@Bean
	CanonicalTable canonicalActivity() {
		return fact("activity", AGENCYS + """
				plan same_as kind title_th title_en venue starts_on ends_on date_precision status organiser *partners
				participants_target participants result_th result_en note_th note_en *filled_in #indicators""");
	}

	@Bean
	CanonicalTable canonicalActivityArea() {
		return part("activity_area", "activity_id", "area");
	}

	@Bean
	CanonicalTable canonicalPosting() {
		return fact("posting", AGENCYS + """
				budget_line line_title_th line_title_en fiscal_year phase amount_satang area posted_on funder recipient
				plan activity restriction procurement reverses note_th note_en *filled_in""");
	}

	@Bean
	CanonicalTable canonicalComplaintCount() {
		return fact("complaint_count",
				AGENCYS + "area channel topic period_start period_end received resolved pending status *filled_in");
	}

	@Bean
	CanonicalTable canonicalAgreement() {
		return fact("agreement", AGENCYS + "plan plan_revision party stance stated_on note_th note_en *filled_in");
	}

	@Bean
	CanonicalTable canonicalAnswer() {
		return fact("answer", AGENCYS + "finding kind text_th text_en acts_by");
	}

	@Bean
	CanonicalTable canonicalReference() {
		return hub("reference", """
				id kind code revision @recorded_at valid_from valid_to name_th name_en parent *succeeds
				{attributes""");
	}

	@Bean
	CanonicalTable canonicalAct() {
		return hub("act", "id actor kind subject reason_th reason_en revision @recorded_at {attributes");
	}

	@Bean
	CanonicalTable canonicalBusinessDate() {
		return hub("business_date", "id date revision @recorded_at");
	}

	private static CanonicalTable fact(String table, String columns) {
		return table(table, columns, " || ARRAY[log.topic, log_offset::text, event_id::text]");
	}

	private static CanonicalTable hub(String table, String columns) {
		return table(table, columns, " || ARRAY[log.topic, log_offset::text]");
	}

	private static CanonicalTable table(String table, String columns, String lineage) {
		return new CanonicalTable(table, false,
				"SELECT %s%s FROM %s JOIN hub.log log ON log.id = log_id ORDER BY %3$s.id COLLATE \"C\""
					.formatted(values(table, columns), lineage, table));
	}

	private static CanonicalTable part(String table, String owner, String columns) {
		return new CanonicalTable(table, false, "SELECT %s FROM %s ORDER BY %s COLLATE \"C\", ordinal"
			.formatted(values(table, owner + " ordinal " + columns), table, owner));
	}

	private static String values(String table, String columns) {
		return Arrays.stream(columns.strip().split("\\s+"))
			.map((column) -> value(table, column))
			.collect(Collectors.joining(" || "));
	}

	private static String value(String table, String column) {
		String name = table + "." + column.substring(1);
		return switch (column.charAt(0)) {
			case '@' -> "ARRAY[(extract(epoch FROM %s) * 1000000)::bigint::text]".formatted(name);
			case '*' -> list(name + " IS NULL", name);
			case '{' -> list("false", """
					(SELECT coalesce(array_agg(part ORDER BY key COLLATE "C", place), '{}')
					FROM jsonb_each_text(%s), LATERAL (VALUES (0, key), (1, value)) AS parts (place, part))"""
				.formatted(name));
			case '#' -> list("false", """
					(SELECT coalesce(array_agg(item ->> name ORDER BY number, place), '{}')
					FROM jsonb_array_elements(%s) WITH ORDINALITY AS items (item, number),
					unnest(ARRAY['code', 'unit', 'target', 'actual']) WITH ORDINALITY AS names (name, place))"""
				.formatted(name));
			default -> "ARRAY[%s.%s::text]".formatted(table, column);
		};
	}

	private static String list(String missing, String items) {
		return "CASE WHEN %s THEN ARRAY[NULL] ELSE ARRAY[cardinality(%s)::text] || %2$s END".formatted(missing, items);
	}

}
