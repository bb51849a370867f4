package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.buranakan.connectors.reading.Offered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextFileTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "x-windows-874, ''" })
	void theEncodingIsFoundOut(Charset encoding, String mark) throws Exception {
		// Given
		byte[] bytes = (mark + "ชื่อ,พื้นที่\r\nอบรม,ต.ปากน้ำ\r\n").getBytes(encoding);
		// When
		List<Line> lines = lines(bytes);
		// Then
		assertThat(lines.getLast())
			.isEqualTo(new Line(2, List.of(new Offered.Words("อบรม"), new Offered.Words("ต.ปากน้ำ"))));
	}

	@ParameterizedTest
	@CsvSource({ "'a,b', 2", "'a;b', 2", "'a\tb', 2", "'\"a,b\";c', 2" })
	void theSeparatorIsFoundOut(String row, int cells) throws Exception {
		assertThat(lines((row + "\r\n" + row.replace('a', 'x') + "\r\n").getBytes(StandardCharsets.UTF_8)))
			.allSatisfy((line) -> assertThat(line.cells()).hasSize(cells));
	}

	@Test
	void blankRowsCountAsASpreadsheetCountsThem() throws Exception {
		assertThat(lines("ก,ข\r\n\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8))).extracting(Line::number)
			.containsExactly(1, 2, 3);
	}

	@Test
	void whatIsNoTextIsRefusedWithAReason() {
		assertThatThrownBy(() -> lines(new byte[] { 'P', 'Q', 3, 4, (byte) 0xFF, (byte) 0xFE, (byte) 0xDB }))
			.isInstanceOf(UnreadableFile.class)
			.hasMessageContaining("windows-874");
	}

	private List<Line> lines(byte[] bytes) throws IOException {
		Path file = Files.write(this.folder.resolve("file.csv"), bytes);
		List<Line> lines = new ArrayList<>();
		new TextFile(file).visit((sheet, all) -> all.forEach(lines::add));
		return lines;
	}

}
