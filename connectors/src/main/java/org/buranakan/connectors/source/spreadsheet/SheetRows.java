package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.buranakan.connectors.reading.Offered;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet, one at a time. What a row costs is what stands in it, wherever
 * it stands: no cell beyond the widest table is kept, and one that says something there
 * ends the reading.
 */
final class SheetRows implements Iterator<Line> {

	/** No table is wider. */
	static final int WIDEST = 512;

	/** As Excel has it. */
	private static final int LAST_ROW = 1 << 20;

	private static final int LETTERS = 26;

	private static final Offered NOTHING = new Offered.Nothing();

	private final XmlPart xml;

	private final CellValues values;

	private @Nullable Line next;

	private int number;

	private int width = 16;

	SheetRows(XmlPart xml, CellValues values) {
		this.xml = xml;
		this.values = values;
		while (xml.next() && !(xml.starts() && xml.name().equals("sheetData"))) {
			// Views and column widths stand before the rows.
		}
	}

	@Override
	public boolean hasNext() {
		while (this.next == null && this.xml.next() && !this.xml.ends("sheetData")) {
			if (this.xml.starts() && this.xml.name().equals("row")) {
				this.next = row();
			}
		}
		return this.next != null;
	}

	@Override
	public Line next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		Line line = java.util.Objects.requireNonNull(this.next);
		this.next = null;
		return line;
	}

	private Line row() {
		int following = this.xml.number("r", this.number + 1);
		if (following <= this.number || following > LAST_ROW) {
			throw new UnreadableFile(FileFault.DAMAGED);
		}
		this.number = following;
		boolean hidden = this.xml.flag("hidden");
		List<Offered> cells = new ArrayList<>(this.width);
		int column = -1;
		while (this.xml.next() && !this.xml.ends("row")) {
			if (this.xml.starts() && this.xml.name().equals("c")) {
				CellStart start = CellStart.of(this.xml);
				column = column(start.place(), column + 1);
				put(cells, column, this.values.read(this.xml, start));
			}
		}
		this.width = Math.max(this.width, cells.size());
		return new Line(this.number, cells, hidden);
	}

	private static void put(List<Offered> cells, int column, Offered value) {
		if (value instanceof Offered.Nothing) {
			return;
		}
		if (column >= WIDEST) {
			throw new UnreadableFile(FileFault.TOO_WIDE);
		}
		while (cells.size() < column) {
			cells.add(NOTHING);
		}
		if (cells.size() > column) {
			cells.set(column, value);
		}
		else {
			cells.add(value);
		}
	}

	/** The column of such a cell as {@code AB12}; the one given where it says none. */
	private static int column(String cell, int otherwise) {
		int column = 0;
		for (int index = 0; index < cell.length() && index <= 3; index++) {
			char letter = cell.charAt(index);
			if (letter < 'A' || letter > 'Z') {
				return (column == 0) ? otherwise : column - 1;
			}
			column = column * LETTERS + letter - 'A' + 1;
		}
		if (column > 0) {
			throw new UnreadableFile(FileFault.DAMAGED);
		}
		return otherwise;
	}

}
