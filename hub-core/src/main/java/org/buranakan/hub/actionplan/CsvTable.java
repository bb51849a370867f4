package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.buranakan.hub.actionplan.Cell.Count;
import org.buranakan.hub.actionplan.Cell.Money;
import org.buranakan.hub.actionplan.Cell.Words;

/**
 * UTF-8 with a byte order mark, without which Excel takes Thai text for something else.
 */
final class CsvTable implements Table {

	private final CsvWriter csv;

	private int fields;

	CsvTable(OutputStream out) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		text.write('\uFEFF');
		this.csv = CsvWriter.builder().build(text);
	}

	@Override
	public void begin(List<String> title, List<Column> columns) {
		this.fields = columns.size();
		title.forEach((line) -> write(Stream.of(line)));
		write(columns.stream().map(Column::heading));
	}

	@Override
	public void row(List<Cell> cells) {
		write(cells.stream().map(CsvTable::text));
	}

	@Override
	public void totals(List<Cell> cells) {
		row(cells);
	}

	@Override
	public void appendix(String title, List<List<Cell>> rows) {
		write(Stream.empty());
		write(Stream.of(title));
		rows.forEach(this::row);
	}

	@Override
	public void end() throws IOException {
		this.csv.flush();
	}

	/** As many fields in every line, as RFC 4180 wants it. */
	private void write(Stream<String> texts) {
		this.csv.writeRecord(Stream.concat(texts, Stream.generate(() -> "")).limit(this.fields).toList());
	}

	private static String text(Cell cell) {
		return switch (cell) {
			case Words words -> inert(words.text());
			case Count count -> Long.toString(count.number());
			case Money money -> money.baht().toPlainString();
		};
	}

	/** As a text that no spreadsheet takes for a formula. */
	private static String inert(String text) {
		return (!text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
