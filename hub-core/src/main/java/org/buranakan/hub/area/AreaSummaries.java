package org.buranakan.hub.area;

import java.util.Set;

import org.buranakan.hub.derivation.Derived;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.view.Statement;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rolls facts up per area and per budget line.
 */
@Component
class AreaSummaries implements Derived {

	private static final Set<String> LISTS = Set.of("programme", "programme-stage", "activity-kind");

	private static final String AREAS = Statement.of(AreaSummaries.class, "area-summary.sql");

	private static final String LINES = Statement.of(AreaSummaries.class, "budget-summary.sql");

	@Override
	public int derive(JdbcClient view, DirtyKeys keys) {
		boolean whole = keys.referenceChanged(LISTS);
		String @Nullable [] areas = keys.restriction("area", whole);
		return derive(view, AREAS, areas) + derive(view, LINES, areas);
	}

	private static int derive(JdbcClient view, String statement, String @Nullable [] areas) {
		if (areas != null && areas.length == 0) {
			return 0;
		}
		return view.sql(statement).param("areas", areas).query(Integer.class).single();
	}

}
