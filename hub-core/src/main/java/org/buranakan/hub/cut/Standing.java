package org.buranakan.hub.cut;

import java.time.LocalDate;

import org.buranakan.hub.view.Statement;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How all logs stand in one committed state.
 *
 * @param id of the cut that this is
 * @param businessDate null before the first
 * @param logs the rows of {@code hub.log}, as JSON
 * @param behind whether some log stands before where it stood at the newest cut: the view
 * is being folded again
 */
record Standing(String id, @Nullable LocalDate businessDate, String logs, boolean behind) {

	private static final String STANDING = Statement.of(Standing.class, "standing.sql");

	/** As it is now, in the caller's snapshot if there is one. */
	static Standing of(JdbcClient database) {
		return database.sql(STANDING)
			.query((row, number) -> new Standing(row.getString("id"), row.getObject("business_date", LocalDate.class),
					row.getString("logs"), row.getBoolean("behind")))
			.single();
	}

}
