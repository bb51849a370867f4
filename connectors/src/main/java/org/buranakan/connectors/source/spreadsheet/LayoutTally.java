package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts rows by their kind, sheet after sheet. */
final class LayoutTally {

	private final Map<RowKind, Integer> kinds = new EnumMap<>(RowKind.class);

	private final List<String> hiddenSheets = new ArrayList<>();

	private int hidden;

	private int blank;

	private int rows;

	private int last;

	/** A sheet begins. */
	void begin(Sheet sheet) {
		if (sheet.hidden()) {
			this.hiddenSheets.add(sheet.name());
		}
		this.last = 0;
	}

	/** The row of that kind; blank rows count once another follows. */
	void add(Line line, RowKind kind) {
		this.rows++;
		if (kind == RowKind.BLANK) {
			return;
		}
		// A row that is not even in the file is as blank as one of blank cells.
		this.blank += (this.last == 0) ? 0 : line.number() - this.last - 1;
		this.last = line.number();
		this.kinds.merge(kind, 1, Integer::sum);
		this.hidden += line.hidden() ? 1 : 0;
	}

	/** All rows, blank ones at the end too. */
	int rows() {
		return this.rows;
	}

	Layout layout() {
		return new Layout(this.kinds.getOrDefault(RowKind.TOTAL, 0), this.kinds.getOrDefault(RowKind.SECTION, 0),
				this.blank, this.hidden, List.copyOf(this.hiddenSheets));
	}

}
