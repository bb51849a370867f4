package org.buranakan.connectors.source.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.pilot.PilotData;
import org.buranakan.schemas.event.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkedWorkbookTests {

	@TempDir
	private Path folder;

	@Test
	void aRefusedCellIsColouredAndSaysWhyAndWhatToDoAndTheRestIsAsItWas() throws Exception {
		// Given
		Path file = new PilotData().writeSpreadsheets("pacc-zone-1", this.folder).getFirst();
		Refusal refusal = refusal("งบประมาณ!D13", "๒๖๕๕");
		// When
		byte[] marked = new MarkedWorkbook(file).mark(List.of(refusal, refusal("งบประมาณ!9", "")));
		// Then
		try (XSSFWorkbook before = new XSSFWorkbook(file.toFile());
				XSSFWorkbook after = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
			assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets());
			Cell cell = after.getSheet("งบประมาณ").getRow(12).getCell(3);
			assertThat(cell.getStringCellValue()).isEqualTo("๒๖๕๕");
			assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
			assertThat(cell.getCellComment().getString().getString()).contains(refusal.objection().reason().getTh(),
					"วิธีแก้ไข", refusal.objection().remedy().getTh());
			assertThat(after.getSheet("งบประมาณ").getRow(8).getCell(0).getCellComment()).isNotNull();
			assertThat(after.getSheet("งบประมาณ").getRow(12).getCell(4).getCellComment()).isNull();
		}
	}

	@Test
	void aTextFileComesBackAsAWorkbookWhoseTextsNothingRuns() throws Exception {
		// Given
		Path file = new PilotData().writeSpreadsheets("pacc-zone-2", this.folder)
			.stream()
			.filter((path) -> path.toString().contains("activities"))
			.findFirst()
			.orElseThrow();
		// When
		byte[] marked = new MarkedWorkbook(file).mark(List.of(refusal("G10", "200199")));
		// Then
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
			Cell cell = workbook.getSheetAt(0).getRow(9).getCell(6);
			assertThat(cell.getStringCellValue()).isEqualTo("200199");
			assertThat(cell.getCellComment()).isNotNull();
		}
	}

	@Test
	void whatIsTooLargeForTheHeapComesBackAsAListAndNothingTripsOverIt() throws Exception {
		// Given
		String rows = IntStream.range(0, 40_000)
			.mapToObj((number) -> "A-%1$d,อบรมครั้งที่ %1$d,110103,24/01/2565\n".formatted(number))
			.collect(Collectors.joining());
		Path file = Files.writeString(this.folder.resolve("large.csv"), "รหัส,ชื่อ,พื้นที่,วันที่\n" + rows);
		// When
		Process marking = new ProcessBuilder(System.getProperty("java.home") + File.separator + "bin/java", "-Xmx32m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				MarkedWorkbookTests.class.getName(), file.toString())
			.redirectErrorStream(true)
			.start();
		// Then
		assertThat(marking.inputReader().lines()).last().isEqualTo("marked as .csv");
		assertThat(marking.waitFor()).isZero();
	}

	/** Marks the file in a JVM of its own. */
	static void main(String[] arguments) {
		Report report = new Report();
		report.add(new Provenance(SourceKind.SPREADSHEET, "budget", "digest", "B3", "B3", Instant.EPOCH),
				new Receipt.Refused(List.of(refusal("B3", "อบรม 3"))));
		System.out.println("marked as " + report.mending(Path.of(arguments[0])).orElseThrow().ending());
	}

	@ParameterizedTest
	@CsvSource({ "งบ!D13, งบ, 12, 3", "ก!ข!A1, ก!ข, 0, 0", "G10, '', 9, 6", "13, '', 12, 0", "AB7, '', 6, 27" })
	void aPlaceIsACellOrTheFirstOfARow(String text, String sheet, int row, int column) {
		assertThat(CellPlace.of(text)).contains(new CellPlace(sheet, row, column));
	}

	@Test
	void aSheetOrAFileIsNoCell() {
		assertThat(CellPlace.of("งบประมาณ")).isEmpty();
		assertThat(CellPlace.of("file.csv")).isEmpty();
	}

	@Test
	void whatWouldBeAFormulaInTheListOfRefusedRowsIsInert() throws IOException {
		// When
		String csv = RefusedRows.csv(List.of(refusal("G10", "=HYPERLINK(\"x\")")));
		// Then
		assertThat(csv).startsWith("\uFEFF").contains("'=HYPERLINK").doesNotContain(",=", "\"=");
	}

	private static Refusal refusal(String cell, String offered) {
		return new Refusal(java.util.Optional.empty(), "ปีงบประมาณ", cell,
				new Objection(RefusalCode.YEAR_IMPOSSIBLE, offered, "พ.ศ. 2655"));
	}

}
