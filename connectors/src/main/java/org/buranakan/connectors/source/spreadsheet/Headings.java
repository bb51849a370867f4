package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
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

	/** No heading at all. */
	static final Headings NONE = new Headings(Map.of(), Map.of());

	/** Between a heading that several columns share and each one's own. */
	private static final String UNDER = " / ";

	/**
	 * The headings in that row; the first column that matches an alias is it.
	 */
	static Headings in(Line line, SourceProfile source) {
		return in(new Line(0, List.of()), line, source);
	}

	/**
	 * The same under a row of headings that several columns share. A column is known by
	 * both, as in {@code งบประมาณ / อนุมัติ}, or by its own; where it has none of its
	 * own, as when cells are merged downwards, by the one above.
	 */
	static Headings in(Line above, Line line, SourceProfile source) {
		Map<String, Heading> headings = new HashMap<>();
		for (int column = Math.max(above.cells().size(), line.cells().size()) - 1; column >= 0; column--) {
			String own = line.cell(column).text();
			String shared = above(above, column, own);
			put(headings, own.isEmpty() ? shared : own, column);
			if (!own.isEmpty() && !shared.isEmpty()) {
				put(headings, shared + UNDER + own, column);
			}
		}
		Map<String, Integer> positions = new HashMap<>();
		Map<String, String> written = new HashMap<>();
		source.columns().forEach((name, aliases) -> alias(aliases, headings).ifPresent((heading) -> {
			positions.put(name, heading.column());
			written.put(name, heading.text());
		}));
		return new Headings(Collections.unmodifiableMap(positions), Collections.unmodifiableMap(written));
	}

	/** A heading as it stands above a column. */
	private record Heading(int column, String text) {
	}

	private static void put(Map<String, Heading> headings, String text, int column) {
		headings.put(ThaiText.comparable(text), new Heading(column, ThaiText.tidy(text)));
	}

	/**
	 * The heading above a column: of merged cells only the first holds the text. Where
	 * the column has no heading of its own, only what stands right above it is its.
	 */
	private static String above(Line above, int column, String own) {
		int at = column;
		while (!own.isEmpty() && at > 0 && above.cell(at).text().isEmpty()) {
			at--;
		}
		return above.cell(at).text();
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

	private static Optional<Heading> alias(List<String> aliases, Map<String, Heading> headings) {
		return aliases.stream().map(ThaiText::comparable).filter(headings::containsKey).findFirst().map(headings::get);
	}

}
