package org.buranakan.connectors.source.spreadsheet;

import java.util.List;

import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.RowNames;
import org.buranakan.connectors.mapping.SourceProfile;

/**
 * Which rows stand in a file that is all that its source states: whatever becomes of
 * them, those that are no entries and those above the headings among them. Of other files
 * nobody asks.
 */
final class NamedRows {

	private final boolean asked;

	private final RowNames names;

	private final SeenKeys seen = new SeenKeys();

	NamedRows(SourceProfile source) {
		this.asked = source.isOfCompleteFiles();
		this.names = new RowNames(source);
	}

	void add(CellRow row) {
		if (this.asked) {
			this.names.of(row).forEach((name) -> this.seen.add(name, row.line().number()));
		}
	}

	/**
	 * Whether a row that can have stated the entity is there. Where no row of the source
	 * can have, none can be missing either.
	 */
	boolean has(Outcome.Identity identity) {
		List<String> rows = this.names.of(identity);
		return rows.isEmpty() || rows.stream().anyMatch(this.seen::knows);
	}

}
