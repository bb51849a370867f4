package org.buranakan.connectors.source.spreadsheet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.SourceProfile;

/**
 * Rows that an earlier file of the same name had and a complete one has not. A row that
 * is refused has not vanished; where one does not even tell of which entities it speaks,
 * nobody can say which others have.
 */
final class VanishedRows {

	private final Mapping mapping;

	private final SourceProfile source;

	/** As traces begin. */
	private final String file;

	private final SeenKeys refused = new SeenKeys();

	private final Set<String> sheets = new LinkedHashSet<>();

	private boolean unidentified;

	VanishedRows(Mapping mapping, SourceProfile source, SpreadsheetFile file) {
		this.mapping = mapping;
		this.source = source;
		this.file = file.trace();
	}

	/** The sheet was read; a file that is text is one without a name. */
	void read(String sheet) {
		this.sheets.add(sheet);
	}

	/** The row is there, but refused. */
	void refused(CellRow row) {
		List<Outcome.Identity> spokenOf = this.mapping.vanished(this.source, row);
		this.unidentified |= spokenOf.size() < this.source.events().size();
		spokenOf.forEach((entity) -> this.refused.add(name(entity), row.line().number()));
	}

	/** Whether it cannot be told what has vanished until refused rows are mended. */
	boolean isUncertain() {
		return this.unidentified;
	}

	/** What the sheets held and no row speaks of any more. */
	List<Outcome.Identity> gone(Function<Predicate<String>, List<Outcome.Identity>> heldBy, SeenKeys present) {
		return heldBy.apply(this::covers)
			.stream()
			.filter((entity) -> !present.knows(name(entity)) && !this.refused.knows(name(entity)))
			.toList();
	}

	/** A text file comes back marked as a workbook, and may be followed by either. */
	private boolean covers(String holder) {
		if (this.sheets.isEmpty() || !holder.startsWith(this.file)) {
			return false;
		}
		String sheet = holder.substring(this.file.length());
		return sheet.isEmpty() || this.sheets.contains("") || this.sheets.contains(sheet);
	}

	private static String name(Outcome.Identity identity) {
		return identity.family() + " " + identity.entity();
	}

}
