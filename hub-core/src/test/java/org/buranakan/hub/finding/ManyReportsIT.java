package org.buranakan.hub.finding;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.DerivedByHand;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However many reports say that they are one activity, those are named that another one
 * contradicts, and what compares them ends.
 */
@OnDatabase
@DerivedByHand
@Transactional
@TestInstance(Lifecycle.PER_CLASS)
class ManyReportsIT {

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

	@Test
	void ofManyReportsOfOneActivityThoseAreNamedThatAnotherOneContradicts() {
		// Given
		ExampleFacts facts = new ExampleFacts(this.database, this.mapper);
		facts.hold(this.mapper.createArrayNode()
			.add(report("codi:a", null, 1, 80))
			.add(report("pacc-zone-1:agrees", "codi:a", 1, null))
			.add(report("pacoc-11:differs", "pacc-zone-1:agrees", 1, 60))
			.add(report("pacoc-20:says-nothing-of-it", "codi:a", 1, null)));
		// When
		this.derivation.passOverEverything();
		// Then
		assertThat(subjects()).containsExactly("codi:a", "pacoc-11:differs");
		// When very many say that they are the same, each on another day
		this.database
			.sql("""
					INSERT INTO activity SELECT (jsonb_populate_record(a, jsonb_build_object('id', 'pacoc-27:' || n, 'agency', 'pacoc-27',
					    'same_as', 'codi:a', 'participants_target', NULL, 'starts_on', '2022-03-01'::date + n, 'ends_on', '2022-03-01'::date + n))).*
					FROM activity a, generate_series(1, 3000) AS n WHERE a.id = 'codi:a'
					""")
			.update();
		this.derivation.passOverEverything();
		// Then
		assertThat(subjects()).hasSize(3004).contains("codi:a", "pacoc-27:1", "pacoc-27:3000");
		assertThat(this.database.sql("SELECT jsonb_array_length(evidence) FROM finding WHERE rule = 'contradiction'")
			.query(Integer.class)
			.single()).isEqualTo(20);
		assertThat(this.database.sql(
				"SELECT jsonb_array_length(joint -> 'reports') FROM joint_activity(same_activity('pacoc-27:7')) AS joint")
			.query(Integer.class)
			.single()).isEqualTo(3004);
	}

	private JsonNode report(String id, @Nullable String sameAs, int day, @Nullable Integer target) {
		ObjectNode activity = this.mapper.createObjectNode()
			.put("id", id)
			.put("agency", id.substring(0, id.indexOf(':')))
			.put("kind", "training")
			.put("starts_on", "2022-02-0" + day)
			.put("ends_on", "2022-02-0" + day)
			.put("participants_target", target)
			.put("same_as", sameAs);
		activity.putArray("areas").add("110301");
		return this.mapper.createObjectNode().set("activity", activity);
	}

	private List<String> subjects() {
		return this.database.sql("SELECT unnest(subjects) FROM finding WHERE rule = 'contradiction'")
			.query((row, number) -> row.getString(1))
			.list();
	}

}
