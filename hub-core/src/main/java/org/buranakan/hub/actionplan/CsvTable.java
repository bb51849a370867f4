package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import org.buranakan.hub.actionplan.Cell.Count;
import org.buranakan.hub.actionplan.Cell.Money;
import org.buranakan.hub.actionplan.Cell.Words;

/**
 * UTF-8 with a byte order mark, without which Excel takes Thai text for something else,
 * CRLF, and every field in quotes.
 */
final class CsvTable implements Table {

	/**
	 * Where some spreadsheet, by its own separator or its trimming, would see the
	 * beginning of a formula: an apostrophe is put before it. Apostrophes that stand
	 * there already count as part of it, so that taking one away wherever this follows
	 * gives the text back.
	 */
	private static final Pattern FORMULA = Pattern
		.compile("^(?='*[ \u00A0\u3000]*[=+\\-@＝＋－＠\\t\\r\\n])|(?<=[;\\t\\r\\n])(?='*[ \u00A0\u3000]*[=+\\-@＝＋－＠])");

	private final CsvWriter csv;

	private int fields;

	CsvTable(OutputStream out) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		text.write('\uFEFF');
		this.csv = CsvWriter.builder()
			.quoteStrategy(QuoteStrategies.ALWAYS)
			.lineDelimiter(LineDelimiter.CRLF)
			.build(text);
	}

	@Override
	public void begin(List<String> title, List<Column> columns) {
		this.fields = columns.size();
		title.forEach((line) -> write(Stream.of(inert(line))));
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
	public void appendix(List<String> lines) {
		write(Stream.empty());
		lines.forEach((line) -> write(Stream.of(line)));
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

	private static String inert(String text) {
		return FORMULA.matcher(text).replaceAll("'");
	}

}
