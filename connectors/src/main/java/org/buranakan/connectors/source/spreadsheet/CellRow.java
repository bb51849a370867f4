package org.buranakan.connectors.source.spreadsheet;

import java.util.List;

import org.buranakan.connectors.mapping.Row;
import org.buranakan.connectors.reading.Offered;

/**
 * One row under its headings.
 *
 * @param container the file's digest
 * @param sheet empty where sheets have no names
 */
record CellRow(String container, String sheet, Headings headings, Line line) implements Row {

	private static final int LETTERS = 26;

	@Override
	public Offered at(String column) {
		return this.line.cell(position(column));
	}

	@Override
	public List<Row> items(String column) {
		return List.of();
	}

	@Override
	public boolean has(String column) {
		return position(column) >= 0;
	}

	@Override
	public String place() {
		return inSheet(Integer.toString(this.line.number()));
	}

	@Override
	public String cell(String column) {
		int position = position(column);
		return (position < 0) ? place() : inSheet(letters(position) + this.line.number());
	}

	@Override
	public String heading(String column) {
		return this.headings.written().getOrDefault(column, column);
	}

	private int position(String column) {
		return this.headings.positions().getOrDefault(column, -1);
	}

	private String inSheet(String place) {
		return this.sheet.isEmpty() ? place : this.sheet + "!" + place;
	}

	/** A, B, …, Z, AA, … */
	private static String letters(int column) {
		String last = String.valueOf((char) ('A' + column % LETTERS));
		return (column < LETTERS) ? last : letters(column / LETTERS - 1) + last;
	}

}
