package org.buranakan.hub.area;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.buranakan.hub.derivation.Derived;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.view.Statement;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rolls facts up per budget line and per area. Before all others, which may look at sums
 * instead of at every posting.
 */
@Component
@Order(0)
class AreaSummaries implements Derived {

	/** The part of a line's id that is the area, which may itself have a colon. */
	private static final int AREA = 3;

	private static final Set<String> LISTS = Set.of("programme", "programme-stage", "activity-kind");

	private static final String AREAS = Statement.of(AreaSummaries.class, "area-summary.sql");

	private static final String CONCERNED = Statement.of(AreaSummaries.class, "areas-concerned.sql");

	private static final String LINES = Statement.of(AreaSummaries.class, "budget-summary.sql");

	@Override
	public int derive(JdbcClient view, DirtyKeys keys) {
		DirtyKeys all = keys.and(areasOfLines(keys)).and(areasConcerned(view, keys));
		return derive(view, LINES, keys.restriction("budget", false))
				+ derive(view, AREAS, all.restriction("area", keys.referenceChanged(LISTS)));
	}

	/**
	 * Areas sum lines: an area and its lines may turn dirty in one pass and in another.
	 */
	private static List<Map.Entry<String, String>> areasOfLines(DirtyKeys keys) {
		return keys.of("budget").stream().map((line) -> Map.entry("area", line.split(":", 4)[AREA])).toList();
	}

	private static List<Map.Entry<String, String>> areasConcerned(JdbcClient view, DirtyKeys keys) {
		return view.sql(CONCERNED)
			.param("activities", keys.of("activity").toArray(String[]::new))
			.param("plans", keys.of("plan").toArray(String[]::new))
			.param("day", keys.of("clock").stream().min(Comparator.naturalOrder()).orElse(null))
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list();
	}

	private static int derive(JdbcClient view, String statement, String @Nullable [] keys) {
		if (keys != null && keys.length == 0) {
			return 0;
		}
		return view.sql(statement).param("keys", keys).query(Integer.class).single();
	}

}
