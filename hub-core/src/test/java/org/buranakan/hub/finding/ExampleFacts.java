package org.buranakan.hub.finding;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Facts as the examples of rules tell them: only what matters; the rest is the same for
 * all.
 */
class ExampleFacts {

	private static final String COMMON = """
			"revision": 1, "basis": "REPORTED", "occurred_at": "2022-01-24T03:00:00Z", "recorded_at": "2022-01-24T03:00:00Z",
			"log_id": 1, "log_offset": 0, "event_id": "00000000-0000-5000-8000-000000000000", "content_hash": "\\\\x00",
			"touches": [], "filled_in": []""";

	private static final Map<String, String> REST = Map.of("activity",
			"""
					{%s, "title_th": "กิจกรรม", "title_en": "Activity", "date_precision": "DAY", "status": "PLANNED", "organiser": "codi",
					 "partners": [], "indicators": []}"""
				.formatted(COMMON),
			"plan",
			"""
					{%s, "fiscal_year": 2022, "title_th": "แผน", "lead": "codi", "partners": [], "status": "ADOPTED", "joint": false}"""
				.formatted(COMMON),
			"posting",
			"""
					{%s, "budget_line": "L1", "fiscal_year": 2022, "phase": "ALLOTTED", "posted_on": "2022-01-24", "funder": "codi"}"""
				.formatted(COMMON),
			"agreement", "{%s}".formatted(COMMON));

	private final JdbcClient database;

	private final JsonMapper mapper;

	ExampleFacts(JdbcClient database, JsonMapper mapper) {
		this.database = database;
		this.mapper = mapper;
	}

	void hold(JsonNode facts) {
		facts.forEach((fact) -> fact.forEachEntry(this::insert));
	}

	private void insert(String table, JsonNode told) {
		ObjectNode row = (ObjectNode) this.mapper.readTree(REST.get(table));
		row.setAll((ObjectNode) told.deepCopy());
		this.database
			.sql("INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, :row::jsonb)".formatted(table))
			.param("row", row.toString())
			.update();
		if (row.has("areas")) {
			this.database
				.sql("""
						INSERT INTO %1$s_area
						SELECT named.* FROM jsonb_array_elements_text(:row::jsonb -> 'areas') WITH ORDINALITY AS a(area, ordinal)
						     CROSS JOIN jsonb_populate_record(NULL::%1$s_area,
						         :row::jsonb || jsonb_build_object('%1$s_id', :row::jsonb -> 'id', 'ordinal', a.ordinal - 1, 'area', a.area,
						             'joint', :row::jsonb ->> 'same_as' IS NOT NULL)) AS named
						"""
					.formatted(table))
				.param("row", row.toString())
				.update();
		}
		if (row.has("milestones")) {
			this.database
				.sql("""
						INSERT INTO plan_milestone (plan_id, ordinal, code, title_th, title_en, due_on, status, done_on, areas)
						SELECT :id, ordinal - 1, m ->> 'code', m ->> 'title_th', m ->> 'title_en', (m ->> 'due_on')::date,
							m ->> 'status', (m ->> 'done_on')::date, '{}'
						FROM jsonb_array_elements(:milestones::jsonb) WITH ORDINALITY AS n(m, ordinal)
						""")
				.param("id", row.path("id").asString())
				.param("milestones", row.path("milestones").toString())
				.update();
		}
	}

}
