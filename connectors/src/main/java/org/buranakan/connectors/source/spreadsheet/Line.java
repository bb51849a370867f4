package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayList;
import java.util.List;

import org.buranakan.connectors.reading.Offered;

/**
 * One row of a sheet.
 *
 * @param number from 1, as a spreadsheet shows it
 * @param cells from column A; rows may be of different lengths
 * @param hidden whether an officer who opens the file does not see it
 */
record Line(int number, List<Offered> cells, boolean hidden) {

	Line(int number, List<Offered> cells) {
		this(number, cells, false);
	}

	Offered cell(int column) {
		return (column >= 0 && column < this.cells.size()) ? this.cells.get(column) : new Offered.Nothing();
	}

	boolean isBlank() {
		return filled().isEmpty();
	}

	/** How long its texts are, together. */
	long letters() {
		long letters = 0;
		for (Offered cell : this.cells) {
			letters += (cell instanceof Offered.Words(String text)) ? text.length() : 0;
		}
		return letters;
	}

	/** What stands in it, from the left. */
	List<Offered> filled() {
		List<Offered> filled = new ArrayList<>(this.cells.size());
		for (Offered cell : this.cells) {
			if (!(cell instanceof Offered.Nothing)) {
				filled.add(cell);
			}
		}
		return filled;
	}

}
