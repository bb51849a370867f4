package org.buranakan.hub.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import org.buranakan.hub.derivation.Derived;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
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

	private static final String RESOLVE = Statement.of(Findings.class, "resolve.sql");

	private static final String REVERSED = Statement.of(Findings.class, "reversed.sql");

	/** Findings that are written at once. */
	private static final int SLICE = 500;

	private final JsonMapper mapper;

	Findings(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public int derive(JdbcClient view, DirtyKeys keys) {
		DirtyKeys all = keys.and(reversed(view, keys.of("posting")));
		return Rules.all().stream().mapToInt((rule) -> derive(view, rule, all)).sum();
	}

	private List<Map.Entry<String, String>> reversed(JdbcClient view, Set<String> postings) {
		return postings.isEmpty() ? List.of()
				: view.sql(REVERSED)
					.param("postings", postings.toArray(String[]::new))
					.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
					.list();
	}

	int derive(JdbcClient view, Rule rule, DirtyKeys keys) {
		boolean whole = keys.referenceChanged(rule.lists()) || (rule.followsClock() && keys.newDay());
		String @Nullable [] restriction = keys.restriction(rule.keyedBy(), whole);
		if (restriction != null && restriction.length == 0) {
			return 0;
		}
		List<String> ids = new ArrayList<>();
		try (Stream<ObjectNode> found = found(view, rule, restriction)) {
			int written = found.peek((finding) -> ids.add(finding.path("id").asString()))
				.gather(Gatherers.windowFixed(SLICE))
				.mapToInt((slice) -> write(view, rule, slice))
				.sum();
			return written + resolve(view, rule, restriction, ids);
		}
	}

	/** As they are read, a slice at a time. */
	private Stream<ObjectNode> found(JdbcClient view, Rule rule, String @Nullable [] restriction) {
		return view.sql("SELECT to_jsonb(found) FROM (" + rule.statement() + ") AS found")
			.withFetchSize(SLICE)
			.param("keys", restriction)
			.query((row, number) -> worded(rule, (ObjectNode) this.mapper.readTree(row.getString(1))))
			.stream();
	}

	private int write(JdbcClient view, Rule rule, List<ObjectNode> found) {
		return view.sql(WRITE)
			.param("found", this.mapper.writeValueAsString(found))
			.param("rule", rule.id())
			.param("version", rule.version())
			.query(Integer.class)
			.single();
	}

	/** Those of the keys that were not found again. */
	private int resolve(JdbcClient view, Rule rule, String @Nullable [] restriction, List<String> found) {
		return view.sql(RESOLVE)
			.param("found", found.toArray(String[]::new))
			.param("keys", restriction)
			.param("rule", rule.id())
			.query(Integer.class)
			.single();
	}

	private static ObjectNode worded(Rule rule, ObjectNode row) {
		boolean computable = row.path("computable").booleanValue();
		Text text = (computable ? rule.sentence() : rule.doubt()).with(row.path("specifics"));
		row.remove("specifics");
		return row.put("severity", (computable ? rule.severity() : Severity.INFO).name())
			.put("text_th", text.th())
			.put("text_en", text.en());
	}

}
