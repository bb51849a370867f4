package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.buranakan.connectors.mapping.SourceProfile;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the headings of a sheet: below title rows, on one row or on two of which the
 * upper is shared by columns.
 */
final class HeadingSearch {

	/** Title rows stand above the headings, but not more than these. */
	private static final int DEEPEST = 30;

	private final SourceProfile source;

	private final List<Line> above = new ArrayList<>();

	private Headings nearest = Headings.NONE;

	private @Nullable Line first;

	/** Whether the sheet ended before anything was found. */
	private boolean ended;

	HeadingSearch(SourceProfile source) {
		this.source = source;
	}

	/**
	 * Reads as far as the headings, or as they can be.
	 * @return whether all that the source requires are there
	 */
	boolean find(Iterator<Line> lines) {
		Line above = new Line(0, List.of());
		while (lines.hasNext()) {
			Line line = lines.next();
			consider(Headings.in(line, this.source));
			consider(Headings.in(above, line, this.source));
			if (this.nearest.missing(this.source).isEmpty()) {
				lookBelow(line, lines);
				return true;
			}
			if (line.number() >= DEEPEST) {
				return false;
			}
			this.above.add(line);
			above = line.isBlank() ? above : line;
		}
		this.ended = true;
		return false;
	}

	/** Whether there was nothing at all, as in the sheets that Excel makes by itself. */
	boolean sawNothing() {
		return this.ended && this.above.stream().allMatch(Line::isBlank);
	}

	/** Columns that may be lacking can have their headings one row further down. */
	private void lookBelow(Line headings, Iterator<Line> lines) {
		if (lines.hasNext()) {
			Line below = lines.next();
			int before = this.nearest.found();
			consider(Headings.in(headings, below, this.source));
			this.first = (this.nearest.found() > before) ? null : below;
		}
	}

	private void consider(Headings candidate) {
		this.nearest = (candidate.found() > this.nearest.found()) ? candidate : this.nearest;
	}

	/** The headings; where not all were found, of the row that had most of them. */
	Headings headings() {
		return this.nearest;
	}

	/** The rows above the one that completed the headings; no entries, if all is well. */
	List<Line> above() {
		return this.above;
	}

	/** The row that was read to see that it is no heading; null if there is none. */
	@Nullable Line first() {
		return this.first;
	}

}
