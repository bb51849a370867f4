package org.buranakan.connectors.source.spreadsheet;

import java.io.StringWriter;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.buranakan.connectors.mapping.Refusal;

/**
 * What was refused of a file too large to be marked: CSV with a byte order mark, as Excel
 * opens it.
 */
final class RefusedRows {

	private RefusedRows() {
	}

	static String csv(List<Refusal> refusals) {
		StringWriter text = new StringWriter().append('\uFEFF');
		try (CsvWriter csv = CsvWriter.builder().build(text)) {
			csv.writeRecord("ที่", "หัวคอลัมน์", "ค่าในช่อง", "เหตุผล", "วิธีแก้ไข");
			refusals.forEach((refusal) -> csv.writeRecord(inert(refusal.cell()), inert(refusal.heading()),
					inert(refusal.objection().offered()), refusal.objection().reason().getTh(),
					refusal.objection().remedy().getTh()));
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException("Writing to memory does not fail", ex);
		}
		return text.toString();
	}

	/** As a text that no spreadsheet takes for a formula. */
	private static String inert(String text) {
		return (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
