package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reading.ThaiText;

/**
 * Which column of a sheet is which of the profile's.
 *
 * @param positions from 0, by the profile's own name
 * @param written the heading as it stands in the sheet
 */
record Headings(Map<String, Integer> positions, Map<String, String> written) {

	/**
	 * The headings in that row; the first column that matches an alias is it.
	 */
	static Headings in(Line line, SourceProfile source) {
		Map<String, Integer> columns = new HashMap<>();
		for (int column = line.cells().size() - 1; column >= 0; column--) {
			columns.put(ThaiText.comparable(line.cell(column).text()), column);
		}
		Map<String, Integer> positions = new HashMap<>();
		Map<String, String> written = new HashMap<>();
		source.columns().forEach((name, aliases) -> alias(aliases, columns).ifPresent((column) -> {
			positions.put(name, column);
			written.put(name, ThaiText.tidy(line.cell(column).text()));
		}));
		return new Headings(Map.copyOf(positions), Map.copyOf(written));
	}

	/** Required columns of the source that are not there, as it calls them. */
	List<String> missing(SourceProfile source) {
		List<String> missing = new ArrayList<>();
		source.columns().forEach((name, aliases) -> {
			if (!this.positions.containsKey(name) && !source.optional().contains(name)) {
				missing.add(aliases.getFirst());
			}
		});
		return missing;
	}

	int found() {
		return this.positions.size();
	}

	private static Optional<Integer> alias(List<String> aliases, Map<String, Integer> columns) {
		return aliases.stream().map(ThaiText::comparable).filter(columns::containsKey).findFirst().map(columns::get);
	}

}
