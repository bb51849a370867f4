package org.buranakan.pilot;

import java.util.List;

/**
 * One table as an office keeps it: title rows, one row of Thai headings, rows of data. A
 * corrected one differs in the cell that was wrong.
 *
 * @param name fit for a file name
 */
record Table(String name, List<List<String>> rows) {

	static Table of(String agency, String name) {
		return new Table(name, new Resource("pilot/" + agency + "/" + name + ".csv").rows());
	}

	Table corrected(String wrong, String right) {
		return new Table(this.name,
				this.rows.stream()
					.map((row) -> row.stream().map((cell) -> cell.equals(wrong) ? right : cell).toList())
					.toList());
	}

}
