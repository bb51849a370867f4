package org.buranakan.hub.finding;

import java.time.LocalDate;

import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a field is missing, or reference does not say what to judge by, a rule says that
 * it cannot tell: neither an accusation nor an all-clear.
 */
@OnDatabase
class DoubtsIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private JdbcClient database;

	@Autowired
	private JsonMapper mapper;

	@BeforeEach
	void pilotOnSeventhOfFebruary() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			milestone-overdue  | UPDATE plan_milestone SET status = 'UNKNOWN'
			not-agreed         | UPDATE plan SET partners = '{}'
			not-agreed         | UPDATE plan SET status = 'UNKNOWN'
			no-committee       | UPDATE activity SET status = 'UNKNOWN'
			no-committee       | UPDATE reference SET attributes = '{}' WHERE kind = 'activity-kind'
			agency-silent      | UPDATE reference SET attributes = '{}' WHERE kind = 'threshold' OR code = 'codi'
			over-disbursed     | DELETE FROM posting WHERE phase = 'ALLOTTED'
			over-disbursed     | UPDATE posting SET phase = 'UNKNOWN' WHERE phase = 'RETURNED'
			phase-out-of-order | DELETE FROM posting WHERE phase = 'ALLOTTED'
			funded-twice       | UPDATE posting SET phase = 'UNKNOWN' WHERE agency = 'codi'
			split-purchase     | UPDATE posting SET procurement = NULL
			split-purchase     | UPDATE posting SET recipient = NULL
			split-purchase     | UPDATE reference SET attributes = '{}' WHERE kind = 'procurement'
			split-purchase     | DELETE FROM reference WHERE kind = 'threshold'
			year-end-rush      | DELETE FROM reference WHERE kind = 'threshold'
			""")
	void whatCannotBeToldIsSaidToBeSo(String id, String change) {
		// Given
		Rule rule = Rules.all().stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow();
		new ExampleFacts(this.database, this.mapper)
			.hold(this.mapper.readTree(rule.examples()).path("bad").path("facts"));
		this.database.sql(change).update();
		// When
		this.derivation.passOverEverything();
		// Then
		assertThat(this.database.sql(
				"SELECT severity || ' ' || computable || ' ' || text_th || ' ' || text_en FROM finding WHERE rule = :rule")
			.param("rule", id)
			.query((row, number) -> row.getString(1))
			.list()).singleElement()
			.satisfies((told) -> assertThat(told).startsWith("INFO false").doesNotContain("{", "["));
	}

}
