package org.buranakan.hub.actionplan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.buranakan.hub.actionplan.Cell.Count;
import org.buranakan.hub.actionplan.Cell.Money;
import org.buranakan.hub.actionplan.Cell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What spreadsheets make of a CSV file. */
class CsvTableTests {

	/** As the README has it. */
	private static final String APOSTROPHE = "(^'(?='*[ \u00A0\u3000]*[=+\\-@＝＋－＠\\t\\r\\n])"
			+ "|(?<=[;\\t\\r\\n])'(?='*[ \u00A0\u3000]*[=+\\-@＝＋－＠]))";

	private static final List<String> PIECES = List.of("=", "+", "-", "@", "＝", "＋", "－", "＠", "'", ";", "\t", "\r",
			"\n", " ", "\u00A0", "\u3000", "a", "ก", "\"", ",");

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			=1+1,'=1+1
			＝1+1,'＝1+1
			＋66,'＋66
			－1,'－1
			＠cmd,'＠cmd
			` =1`,`' =1`
			'=1,''=1
			a;=1,a;'=1
			a; -1,a;' -1
			a=1;b,a=1;b
			don't,don't
			""")
	void whatASpreadsheetWouldRunIsText(String text, String written) throws IOException {
		assertThat(read(written(List.of(new Words(text)))).getFirst()).containsExactly(written);
	}

	@Test
	void everyTextCanBeHadBack() throws IOException {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int i = 0; i < 2_000; i++) {
			String text = random.ints(random.nextInt(8), 0, PIECES.size())
				.mapToObj(PIECES::get)
				.collect(Collectors.joining());
			String written = read(written(List.of(new Words(text)))).getFirst().getFirst();
			assertThat(written).as("seed %d", seed)
				.doesNotMatch("(?s)[ \u00A0\u3000]*[=+\\-@＝＋－＠\\t\\r\\n].*")
				.doesNotMatch("(?s).*[;\\t\\r\\n][ \u00A0\u3000]*[=+\\-@＝＋－＠].*");
			assertThat(written.replaceAll(APOSTROPHE, "")).as("seed %d", seed).isEqualTo(text);
		}
	}

	@Test
	void everyFieldIsQuotedEveryLineEndsInCrlfAndExcelIsToldThatItIsUtf8() throws IOException {
		assertThat(written(List.of(new Words("ก"), new Count(-2), new Money(-150))))
			.isEqualTo("\uFEFF\"ก\",\"-2\",\"-1.50\"\r\n");
	}

	private static String written(List<Cell> cells) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CsvTable table = new CsvTable(out);
		table.begin(List.of(), Column.all().subList(0, cells.size()));
		table.row(cells);
		table.end();
		String file = out.toString(StandardCharsets.UTF_8);
		return file.substring(0, 1) + file.substring(file.indexOf("\r\n") + 2);
	}

	private static List<List<String>> read(String file) {
		try (Stream<CsvRecord> lines = CsvReader.builder().ofCsvRecord(file.substring(1)).stream()) {
			return lines.map(CsvRecord::getFields).toList();
		}
	}

}
