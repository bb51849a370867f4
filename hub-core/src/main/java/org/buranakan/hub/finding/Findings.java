package org.buranakan.hub.finding;

import java.util.List;

import org.buranakan.hub.derivation.Derived;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps findings equal to what the rules find. Ids come from what a finding is about, so
 * finding it again changes nothing; one that no longer holds moves to the resolved ones.
 */
@Component
class Findings implements Derived {

	private static final String WRITE = Statement.of(Findings.class, "write.sql");

	private final JsonMapper mapper;

	Findings(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public int derive(JdbcClient view, DirtyKeys keys) {
		return Rules.all().stream().mapToInt((rule) -> derive(view, rule, keys)).sum();
	}

	private int derive(JdbcClient view, Rule rule, DirtyKeys keys) {
		boolean whole = keys.referenceChanged(rule.lists()) || (rule.followsClock() && keys.newDay());
		String @Nullable [] restriction = keys.restriction(rule.keyedBy(), whole);
		if (restriction != null && restriction.length == 0) {
			return 0;
		}
		ArrayNode found = this.mapper.createArrayNode();
		found(view, rule, restriction).forEach((row) -> found.add(worded(rule, row)));
		return view.sql(WRITE)
			.param("found", this.mapper.writeValueAsString(found))
			.param("keys", restriction)
			.param("rule", rule.id())
			.param("version", rule.version())
			.query(Integer.class)
			.single();
	}

	private List<ObjectNode> found(JdbcClient view, Rule rule, String @Nullable [] restriction) {
		return view.sql("SELECT to_jsonb(found) FROM (" + rule.statement() + ") AS found")
			.param("keys", restriction)
			.query((row, number) -> (ObjectNode) this.mapper.readTree(row.getString(1)))
			.list();
	}

	private static JsonNode worded(Rule rule, ObjectNode row) {
		boolean computable = row.path("computable").booleanValue();
		Text text = (computable ? rule.sentence() : rule.doubt()).with(row.path("specifics"));
		row.remove("specifics");
		return row.put("severity", (computable ? rule.severity() : Severity.INFO).name())
			.put("text_th", text.th())
			.put("text_en", text.en());
	}

}
