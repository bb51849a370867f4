package org.buranakan.connectors.source.spreadsheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.util.CellReference;

/**
 * A cell of a workbook.
 *
 * @param sheet empty where sheets have no names
 * @param row from 0
 * @param column from 0; a whole row is its first cell
 */
record CellPlace(String sheet, int row, int column) {

	private static final Pattern FORM = Pattern.compile("(?:(?<sheet>.+)!)?(?<column>[A-Z]{0,3})(?<row>[0-9]{1,7})",
			Pattern.DOTALL);

	/**
	 * The cell of such a place as {@code งบ!D13}; empty where a sheet or file is meant.
	 */
	static Optional<CellPlace> of(String place) {
		Matcher form = FORM.matcher(place);
		if (!form.matches()) {
			return Optional.empty();
		}
		String sheet = Optional.ofNullable(form.group("sheet")).orElse("");
		String column = form.group("column");
		return Optional.of(new CellPlace(sheet, Integer.parseInt(form.group("row")) - 1,
				column.isEmpty() ? 0 : CellReference.convertColStringToIndex(column)));
	}

}
