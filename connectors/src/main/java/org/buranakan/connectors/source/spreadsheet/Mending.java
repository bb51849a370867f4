package org.buranakan.connectors.source.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.buranakan.connectors.mapping.Refusal;

/**
 * A file that shows an officer what to mend.
 *
 * @param ending of its name, with the dot
 */
@SuppressWarnings("ArrayRecordComponent")
record Mending(String ending, String mediaType, byte[] bytes) {

	private static final String MARK = ".แก้ไข";

	private static final String WORKBOOK = ".xlsx";

	/** Numbered by the inbox, or by a browser. */
	private static final Pattern MARKED = Pattern
		.compile("(.+)" + Pattern.quote(MARK) + "(?:-[0-9]+| \\([0-9]+\\))?" + Pattern.quote(WORKBOOK));

	static Mending marked(byte[] workbook) {
		return new Mending(WORKBOOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook);
	}

	static Mending list(List<Refusal> refusals) {
		return new Mending(".csv", "text/csv;charset=UTF-8",
				RefusedRows.csv(refusals).getBytes(StandardCharsets.UTF_8));
	}

	/** The name beside that of the file itself. */
	String name(String file) {
		return original(file) + MARK + this.ending;
	}

	/**
	 * What the file is called for which this was made: the marked workbook, corrected, is
	 * handed in as it is, and counts as that file.
	 */
	static String original(String name) {
		Matcher marked = MARKED.matcher(name);
		return marked.matches() ? marked.group(1) : name;
	}

}
