package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.buranakan.connectors.reading.Offered;
import org.buranakan.pilot.PilotData;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class XlsxFileTests {

	@TempDir
	private Path folder;

	@Test
	void thePilotsWorkbookIsReadAsAnotherReaderReadsIt() throws IOException {
		// Given
		Path file = new PilotData().writeSpreadsheets("pacc-zone-1", this.folder).getFirst();
		List<String> expected = new ArrayList<>();
		try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
			for (Sheet sheet : workbook.getSheets().toList()) {
				try (Stream<Row> rows = sheet.openStream()) {
					rows.forEach((row) -> row.forEach((cell) -> {
						if (cell != null && !cell.getText().isBlank()) {
							expected.add(sheet.getName() + " " + cell.getAddress());
						}
					}));
				}
			}
		}
		// When
		List<String> read = new ArrayList<>();
		new XlsxFile(file).visit((sheet, lines) -> lines.forEach((line) -> {
			for (int column = 0; column < line.cells().size(); column++) {
				if (!line.cell(column).text().isEmpty()) {
					read.add(sheet.name() + " " + (char) ('A' + column) + line.number());
				}
			}
		}));
		// Then
		assertThat(read).hasSizeGreaterThan(100).isEqualTo(expected);
	}

	@Test
	void everyKindOfCellIsReadAsExcelShowsIt() throws IOException {
		// Given
		Path file = this.folder.resolve("kinds.xlsx");
		try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			CellStyle date = workbook.createCellStyle();
			date.setDataFormat(workbook.createDataFormat().getFormat("[$-107041E]d mmm yyyy"));
			XSSFRow row = workbook.createSheet("ข้อมูล").createRow(4);
			row.createCell(0).setCellValue("อบรม");
			row.createCell(2).setCellValue(1234.5);
			row.createCell(3).setCellValue(true);
			row.createCell(4).setCellValue(LocalDate.of(2022, 1, 24));
			row.getCell(4).setCellStyle(date);
			row.createCell(5).setCellFormula("1+1");
			row.getCell(5).setCellValue(2);
			row.createCell(6).setCellValue("-");
			row.createCell(7).setCellValue(" ");
			workbook.write(out);
		}
		// Then
		assertThat(lines(file)).containsExactly(new Line(5,
				List.of(new Offered.Words("อบรม"), new Offered.Nothing(), new Offered.Figure(new BigDecimal("1234.5")),
						new Offered.Flag(true), new Offered.Day(LocalDate.of(2022, 1, 24)),
						new Offered.Figure(new BigDecimal("2.0")))));
	}

	@Test
	void aFormulaWithoutAResultIsNoBlankCell() throws IOException {
		// Given
		Path file = new HandmadeWorkbook("<row r='1'><c r='A1'><f>1+1</f></c></row>").in(this.folder);
		// When, Then
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> lines(file))
			.extracting(UnreadableFile::fault)
			.isEqualTo(FileFault.NOT_CALCULATED);
	}

	@ParameterizedTest
	@CsvSource({ "false, 44585, 2022-01-24", "true, 43123, 2022-01-24", "false, 59, 1900-02-28",
			"false, 61, 1900-03-01", "true, 0, 1904-01-01", "false, 44585.75, 2022-01-24" })
	void aDateIsCountedFromWhereTheWorkbookSays(boolean from1904, String serial, LocalDate date) throws IOException {
		// Given
		Path file = new HandmadeWorkbook("<row r='1'><c r='A1' s='1'><v>" + serial + "</v></c></row>")
			.workbook("<workbookPr date1904='" + from1904 + "'/>", "")
			.in(this.folder);
		// Then
		assertThat(lines(file).getFirst().cells()).containsExactly(new Offered.Day(date));
	}

	@Test
	void hiddenRowsAndSheetsAreReadAndKnownAsSuch() throws IOException {
		// Given
		Path file = new HandmadeWorkbook("<row><c t='str'><v>ก</v></c></row><row hidden='1'><c><v>1</v></c></row>")
			.workbook("", "state='veryHidden'")
			.in(this.folder);
		// When
		List<Boolean> hidden = new ArrayList<>();
		new XlsxFile(file).visit((sheet, lines) -> {
			hidden.add(sheet.hidden());
			lines.forEach((line) -> hidden.add(line.hidden()));
		});
		// Then
		assertThat(hidden).containsExactly(true, false, true);
	}

	private static List<Line> lines(Path file) throws IOException {
		List<Line> lines = new ArrayList<>();
		new XlsxFile(file).visit((sheet, all) -> all.forEach(lines::add));
		return lines;
	}

}
