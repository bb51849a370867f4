package org.buranakan.hub.actionplan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

import org.buranakan.hub.actionplan.Cell.Words;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Workbooks that are longer than memory, or than a sheet. */
class XlsxTableTests {

	private static final List<Column> ONE = List.of(Column.all().getFirst());

	@Test
	void whatDoesNotFitOnASheetGoesOnInTheNextUnderTheSameHeadings() throws IOException {
		// Given
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		XlsxTable table = new XlsxTable(out, 10);
		table.begin(List.of("title"), ONE);
		// When
		for (int i = 0; i < 20; i++) {
			table.row(List.of(new Words("row " + i)));
		}
		table.totals(List.of(new Words("totals")));
		table.appendix(List.of("appendix"));
		table.end();
		// Then
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			List<List<String>> sheets = new ArrayList<>();
			for (Sheet sheet : workbook.getSheets().toList()) {
				sheets.add(sheet.read().stream().map((row) -> row.getCellText(0)).toList());
			}
			assertThat(sheets).hasSize(4);
			assertThat(sheets.get(0)).startsWith("title", ONE.getFirst().heading(), "row 0").hasSize(10);
			assertThat(sheets.get(1)).startsWith(ONE.getFirst().heading(), "row 8").hasSize(10);
			assertThat(sheets.get(2)).endsWith("row 19", "totals");
		}
	}

	@Test
	void rowsAreWrittenAsTheyCome() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		XlsxTable table = new XlsxTable(out, XlsxTable.MOST_ROWS);
		table.begin(List.of("title"), ONE);
		int grown = 0;
		int before = 0;
		for (int i = 0; i < 10_000; i++) {
			table.row(List.of(new Words("row " + Integer.toHexString(i * 0x9E3779B9))));
			if (i % 2_000 == 1_999) {
				grown += (out.size() > before) ? 1 : 0;
				before = out.size();
			}
		}
		assertThat(grown).isEqualTo(5);
	}

	@Test
	void itIsPrintedOnePageWideUnderItsHeadingsInAFontThatHasThai(@TempDir Path directory) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		XlsxTable table = new XlsxTable(out, XlsxTable.MOST_ROWS);
		table.begin(List.of("title", "line"), ONE);
		table.end();
		Path file = Files.write(directory.resolve("plan.xlsx"), out.toByteArray());
		assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("orientation=\"landscape\"", "fitToPage",
				"paperSize=\"9\"", "fitToHeight=\"0\"", "ySplit=\"3\"", "state=\"frozen");
		assertThat(part(file, "xl/workbook.xml")).contains("_xlnm.Print_Titles", "$3:$3");
		assertThat(part(file, "xl/styles.xml")).contains("Tahoma").doesNotContain("Calibri");
	}

	private static String part(Path file, String name) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile()); InputStream part = zip.getInputStream(zip.getEntry(name))) {
			return new String(part.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
