package org.buranakan.pilot;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * A CSV file of PACC zone 2 as Excel's plain "CSV" saves it on a Thai Windows: code page
 * 874 (the "CSV UTF-8" choice came later, and offices that keep old macros do not use
 * it), CRLF, quotes only where needed. So the pilot carries the encoding that nothing in
 * the file announces.
 */
final class ZoneTwoFile {

	static final Charset ENCODING = Charset.forName("windows-874");

	private final Table table;

	private final String month;

	ZoneTwoFile(Table table, String month) {
		this.table = table;
		this.month = month;
	}

	/** ASCII: a Java that starts in the C locale cannot name a file in Thai. */
	String fileName() {
		return "pacc-zone-2-" + this.table.name() + "-" + this.month + ".csv";
	}

	byte[] bytes() {
		StringWriter out = new StringWriter();
		try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
			for (List<String> row : this.table.rows()) {
				writer.writeRecord(row);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text in memory could not be written", ex);
		}
		return out.toString().getBytes(ENCODING);
	}

}
