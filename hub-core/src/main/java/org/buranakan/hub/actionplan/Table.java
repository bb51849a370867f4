package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.util.List;

/**
 * A file that is written from top to bottom and keeps no more than a few of its lines in
 * memory.
 */
sealed interface Table permits CsvTable, XlsxTable, FrozenXlsx {

	/** The lines above the table, and its headings. */
	void begin(List<String> title, List<Column> columns) throws IOException;

	void row(List<Cell> cells) throws IOException;

	void totals(List<Cell> cells) throws IOException;

	/** What only whoever verifies the file reads: a line, a cell. */
	void appendix(List<String> lines) throws IOException;

	/** Ends the file, not the stream that it was written to. */
	void end() throws IOException;

}
