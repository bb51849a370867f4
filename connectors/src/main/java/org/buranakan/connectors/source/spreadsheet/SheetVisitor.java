package org.buranakan.connectors.source.spreadsheet;

import java.util.stream.Stream;

/** Sees the sheets of a file one after the other. */
@FunctionalInterface
interface SheetVisitor {

	/**
	 * Sees a sheet.
	 * @param lines in order; to be used before the visit ends
	 */
	void visit(Sheet sheet, Stream<Line> lines);

}
