package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reading.HeadedPeriod;

/**
 * How a wide table, with a column per period, is read as if each of these columns were a
 * row: the events whose key has the period are given once per column, all others once per
 * row.
 *
 * @param periods by the column's own name, in order
 * @param as what the value of such a column is called in its row
 * @param names what the period that the heading names is called there
 */
record Unpivot(Map<String, String> periods, String as, String names) {

	static Unpivot of(List<HeadedPeriod> periods, String as, String names) {
		Map<String, String> named = new LinkedHashMap<>();
		periods.forEach((period) -> named.put(column(as, period), period.name()));
		return new Unpivot(named, as, names);
	}

	/** The column's own name: no heading looks like it. */
	static String column(String as, HeadedPeriod period) {
		return as + "@" + period.name();
	}

	boolean isOf(EventProfile event) {
		return event.key().columns().contains(this.names);
	}

	/** One row for each such column that the table has, filled or not. */
	List<WideRow> rows(Row row) {
		return all(row).stream().filter((wide) -> row.has(wide.column())).toList();
	}

	/**
	 * The same for a row that is gone; of one that is known by its key alone nobody knows
	 * which columns it had, so that it may have had any.
	 */
	List<WideRow> gone(Row row) {
		List<WideRow> known = rows(row);
		return known.isEmpty() ? all(row) : known;
	}

	/** One row for each such column that the table may have. */
	List<WideRow> all(Row row) {
		List<WideRow> rows = new ArrayList<>();
		this.periods.forEach((column, period) -> rows.add(new WideRow(row, this, column, period)));
		return rows;
	}

}
