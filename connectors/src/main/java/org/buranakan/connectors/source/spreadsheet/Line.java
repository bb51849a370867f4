package org.buranakan.connectors.source.spreadsheet;

import java.util.List;

import org.buranakan.connectors.reading.Offered;

/**
 * One row of a sheet.
 *
 * @param number from 1, as a spreadsheet shows it
 * @param cells from column A; rows may be of different lengths
 */
record Line(int number, List<Offered> cells) {

	Offered cell(int column) {
		return (column >= 0 && column < this.cells.size()) ? this.cells.get(column) : new Offered.Nothing();
	}

	boolean isBlank() {
		return this.cells.stream().allMatch(Offered.Nothing.class::isInstance);
	}

}
