package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

	/** Where some spreadsheet, by its own separator, would begin a cell or a row. */
	private static final String SEPARATORS = ";\t\r\n";

	private static final String SPACES = " \u00A0\u3000";

	private static final String SIGNS = "=+-@＝＋－＠";

	private static final String AT_FIRST = SIGNS + "\t\r\n";

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

	/**
	 * With an apostrophe before all that some spreadsheet would take for the beginning of
	 * a formula. Apostrophes that stand there already count as part of it, so that taking
	 * one away wherever such a beginning follows gives the text back.
	 */
	private static String inert(String text) {
		StringBuilder inert = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			boolean begins = i == 0 || SEPARATORS.indexOf(text.charAt(i - 1)) >= 0;
			if (begins && beginsFormula(text, i, (i == 0) ? AT_FIRST : SIGNS)) {
				inert.append('\'');
			}
			inert.append(text.charAt(i));
		}
		return inert.toString();
	}

	private static boolean beginsFormula(String text, int from, String signs) {
		int sign = skip(text, skip(text, from, "'"), SPACES);
		return sign < text.length() && signs.indexOf(text.charAt(sign)) >= 0;
	}

	private static int skip(String text, int from, String characters) {
		int next = from;
		while (next < text.length() && characters.indexOf(text.charAt(next)) >= 0) {
			next++;
		}
		return next;
	}

}
