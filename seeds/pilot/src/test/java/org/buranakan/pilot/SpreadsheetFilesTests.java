package org.buranakan.pilot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpreadsheetFilesTests {

	private final SpreadsheetFiles files = new SpreadsheetFiles(false);

	@Test
	void theWorkbookOfZoneOneHasASheetPerTableWithTitlesAboveItsHeadings() throws IOException {
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(zoneOne()))) {
			assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("แผน", "กิจกรรม", "งบประมาณ",
					"ข้อตกลงร่วม");
			List<Row> rows = workbook.findSheet("กิจกรรม").orElseThrow().read();
			assertThat(rows.get(0).getCellText(0)).isEqualTo("สำนักงาน ปปท. เขต 1");
			assertThat(rows.stream().map((row) -> row.getCellText(0))).contains("รหัสกิจกรรม", "Z1-A05");
		}
	}

	@Test
	void theWorkbookMixesThaiDigitsNumbersAndTrueDates() throws IOException {
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(zoneOne()))) {
			List<Row> rows = workbook.findSheet("งบประมาณ").orElseThrow().read();
			Row thai = row(rows, "Z1-B02");
			Row plain = row(rows, "Z1-B07");
			assertThat(thai.getCellText(5)).isEqualTo("๑๒๐,๐๐๐.๐๐");
			assertThat(plain.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("14250.5");
			assertThat(plain.getCellAsDate(15).orElseThrow()).hasToString("2021-12-20T00:00");
		}
	}

	@Test
	void sameTablesGiveTheSameBytes() {
		assertThat(zoneOne()).isEqualTo(zoneOne());
	}

	@Test
	void theFilesOfZoneTwoAreInTheThaiCodePageAndLoseNoLetter() {
		assertThat(this.files.of("pacc-zone-2")).hasSize(5).allSatisfy((name, bytes) -> {
			String text = new String(bytes, ZoneTwoFile.ENCODING);
			assertThat(text).contains("ปปท. เขต 2", "\r\n").doesNotContain("?", "\uFFFD");
			assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\uFFFD");
		});
	}

	@Test
	void oneCellOfEachZoneIsWrongOnPurposeUntilItIsCorrected() {
		SpreadsheetFiles corrected = new SpreadsheetFiles(true);
		assertThat(cells(false, "pacc-zone-1")).containsOnlyOnce("๒๖๕๕");
		assertThat(cells(true, "pacc-zone-1")).doesNotContain("๒๖๕๕");
		assertThat(cells(false, "pacc-zone-2")).containsOnlyOnce("200199");
		assertThat(cells(true, "pacc-zone-2")).doesNotContain("200199").contains("200402");
		assertThat(new ReferenceData().codes("area")).contains("200402").doesNotContain("200199");
		assertThat(corrected.of("pacc-zone-1").keySet()).isEqualTo(this.files.of("pacc-zone-1").keySet());
	}

	@Test
	void filesAppearWholeAndNothingElseDoes(@TempDir Path directory) {
		List<Path> written = this.files.write("pacc-zone-2", directory);
		assertThat(directory).isDirectoryContaining((file) -> written.contains(file));
		assertThat(directory.toFile().list()).hasSize(5);
	}

	@Test
	void anAgencyWithoutSpreadsheetsHasNone() {
		assertThatThrownBy(() -> this.files.of("codi")).isInstanceOf(IllegalArgumentException.class);
	}

	private byte[] zoneOne() {
		return this.files.of("pacc-zone-1").values().iterator().next();
	}

	private static Row row(List<Row> rows, String number) {
		return rows.stream().filter((row) -> number.equals(row.getCellText(0))).findFirst().orElseThrow();
	}

	private static List<String> cells(boolean corrected, String agency) {
		Stream<String> cells = Stream.of("plans", "activities", "budget", "agreements")
			.map((name) -> new SpreadsheetFiles(corrected).table(agency, name))
			.flatMap((table) -> table.rows().stream())
			.flatMap(List::stream);
		return cells.toList();
	}

}
