package org.buranakan.hub.finding;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.DerivedByHand;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a field is missing, or reference does not say what to judge by, a rule says that
 * it cannot tell: neither an accusation nor an all-clear.
 */
@OnDatabase
@DerivedByHand
@Transactional
@TestInstance(Lifecycle.PER_CLASS)
class DoubtsIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private JdbcClient database;

	@Autowired
	private JsonMapper mapper;

	@BeforeAll
	void pilotOnSeventhOfFebruary() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					milestone-overdue  | UPDATE plan_milestone SET status = 'UNKNOWN'
					milestone-overdue  | UPDATE plan SET status = 'COMPLETED'
					not-agreed         | UPDATE plan SET partners = '{}'
					not-agreed         | UPDATE plan SET status = 'UNKNOWN'
					not-agreed         | UPDATE plan SET partners = '{network-11}'
					no-committee       | WITH said AS (UPDATE activity SET status = 'UNKNOWN') UPDATE activity_area SET status = 'UNKNOWN'
					no-committee       | UPDATE reference SET attributes = '{}' WHERE kind = 'activity-kind'
					agency-silent      | UPDATE reference SET attributes = '{}' WHERE kind = 'threshold' OR code = 'codi'
					agency-silent      | UPDATE activity SET occurred_at = '2022-02-07T17:00:00Z' WHERE agency = 'codi'
					over-disbursed     | DELETE FROM posting WHERE phase = 'ALLOTTED'
					over-disbursed     | UPDATE posting SET phase = 'UNKNOWN' WHERE phase = 'RETURNED'
					over-disbursed     | INSERT INTO posting SELECT (jsonb_populate_record(p, '{"id": "codi:wide", "area": "11"}')).* FROM posting p WHERE phase = 'ALLOTTED' LIMIT 1
					phase-out-of-order | INSERT INTO posting SELECT (jsonb_populate_record(p, '{"id": "codi:wide", "area": "11"}')).* FROM posting p WHERE phase = 'ALLOTTED' LIMIT 1
					phase-out-of-order | DELETE FROM posting WHERE phase = 'ALLOTTED'
					funded-twice       | UPDATE posting SET phase = 'UNKNOWN' WHERE agency = 'codi'
					funded-twice       | UPDATE posting SET funder = 'codi'
					split-purchase     | UPDATE posting SET procurement = NULL
					split-purchase     | UPDATE posting SET procurement = 'nobodys' WHERE id = 'codi:a'
					split-purchase     | UPDATE posting SET recipient = NULL
					split-purchase     | UPDATE posting SET recipient = NULL WHERE id <> 'codi:a'
					split-purchase     | UPDATE posting SET phase = 'UNKNOWN' WHERE id = 'codi:a'
					split-purchase     | UPDATE reference SET attributes = '{}' WHERE kind = 'procurement'
					split-purchase     | UPDATE reference SET attributes = CASE code WHEN 'open' THEN '{"thresholdBaht": "500000"}' ELSE '{"thresholdBaht": "half a million"}' END::jsonb WHERE kind = 'procurement'
					split-purchase     | DELETE FROM reference WHERE kind = 'threshold'
					year-end-rush      | DELETE FROM reference WHERE kind = 'threshold'
					""")
	void whatCannotBeToldIsSaidToBeSo(String id, String change) {
		assertThat(told(id, change)).singleElement()
			.satisfies((told) -> assertThat(told).startsWith("INFO false").doesNotContain("{", "["));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					not-agreed    | UPDATE plan SET partners = '{network-11}' | Agreed to an earlier revision, and whether the terms have changed is not known
					agency-silent | UPDATE activity SET occurred_at = '2026-11-26T00:00:00Z' WHERE agency = 'codi' | records of it are dated after the business date
					funded-twice  | UPDATE posting SET funder = CASE agency WHEN 'codi' THEN 'budget-bureau' ELSE 'codi' END | one of them funds the other, and it may be one money that is passed on
					funded-twice  | UPDATE posting SET funder = 'codi' | all of it is of one funder and may be one money that both report
					""")
	void whyItCannotBeToldIsSaid(String id, String change, String why) {
		assertThat(told(id, change)).singleElement()
			.satisfies((told) -> assertThat(told).startsWith("INFO false").contains(why));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2565-13-01", "2565-01-30" })
	void thePlanIsNamedAsItIsWrittenHoweverMuchItLooksLikeADate(String plan) {
		assertThat(told("unknown-plan", "UPDATE activity SET plan = '" + plan + "'"))
			.anySatisfy((told) -> assertThat(told).contains("แผน " + plan, "the plan " + plan));
	}

	private List<String> told(String id, String change) {
		// Given
		Rule rule = Rules.all().stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow();
		new ExampleFacts(this.database, this.mapper)
			.hold(this.mapper.readTree(rule.examples()).path("bad").path("facts"));
		this.database.sql(change).update();
		// When
		this.derivation.passOverEverything();
		// Then
		return this.database.sql(
				"SELECT severity || ' ' || computable || ' ' || text_th || ' ' || text_en FROM finding WHERE rule = :rule")
			.param("rule", id)
			.query((row, number) -> row.getString(1))
			.list();
	}

}
