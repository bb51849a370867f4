package org.buranakan.connectors.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.awaitility.Awaitility;
import org.buranakan.schemas.event.ActivityRecorded;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.buranakan.schemas.record.SourceRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What several files, and several sheets of one, do to one another: nothing. */
class DroppedFilesIT {

	private static final String HEADINGS = "รหัส,ชื่อ,พื้นที่,วันที่\r\n";

	private static final String GOOD = "%s,อบรม,110103,24/01/2565\r\n";

	@TempDir
	private Path folder;

	private JoinedAgency agency;

	private RunningConnector connector;

	@BeforeEach
	void start() throws IOException {
		this.agency = new JoinedAgency(this.folder, "file: \"activities*\"");
		this.connector = RunningConnector.start(this.agency.settings());
	}

	@AfterEach
	void stop() {
		this.connector.close();
	}

	@Test
	void aFileResolvesOnlyWhatAFileOfItsNameWasRefused() throws IOException {
		// Given
		drop("activities-1.csv", HEADINGS + "A-1,อบรม,999999,24/01/2565\r\n");
		// When
		drop("activities-2.csv", HEADINGS + GOOD.formatted("A-2"));
		// Then
		assertThat(this.agency.refused()).extracting(SourceRefused::getResolved).containsExactly(false);
		// When
		drop("activities-1.csv", HEADINGS + GOOD.formatted("A-1"));
		// Then
		assertThat(this.agency.refused()).extracting(SourceRefused::getResolved).containsExactly(false, true);
	}

	@Test
	void aFileThatIsNoneOrEmptyOrLacksAHeadingIsRefusedWithItsNameAndStopsNoOther() throws IOException {
		// When
		drop("activities-1.xlsx", "not a workbook");
		drop("activities-2.csv", HEADINGS);
		drop("activities-3.csv", "รหัส,ชื่อ\r\n1,2\r\n");
		drop("activities-4.csv", HEADINGS + GOOD.formatted("A-1"));
		// Then
		assertThat(this.agency.refused()).extracting(SourceRefused::getCode)
			.containsExactly("file-unreadable", "file-empty", "column-missing");
		assertThat(this.agency.refused()).extracting((refusal) -> refusal.getSource().getPlace())
			.containsExactly("activities-1.xlsx", "activities-2.csv", "activities-3.csv");
		assertThat(this.agency.published()).hasSize(1);
	}

	@Test
	void theMarkedWorkbookCorrectedIsHandedInAsItIsAndCountsAsItsFile() throws IOException {
		// Given
		drop("activities.csv", HEADINGS + "A-1,อบรม,999999,24/01/2565\r\n");
		String name = "activities.csv.แก้ไข.xlsx";
		ByteArrayOutputStream corrected = new ByteArrayOutputStream();
		try (XSSFWorkbook workbook = new XSSFWorkbook(
				Files.newInputStream(this.agency.inbox().resolve("done").resolve(name)))) {
			workbook.getSheetAt(0).getRow(1).getCell(2).setCellValue("110103");
			workbook.write(corrected);
		}
		// When
		drop(name, corrected.toByteArray());
		// Then
		assertThat(this.agency.published()).hasSize(1);
		assertThat(this.agency.refused()).extracting(SourceRefused::getResolved).containsExactly(false, true);
	}

	@Test
	void aKeyOnTwoSheetsOfAWorkbookIsRefusedOnTheSecondHoweverOftenItIsRead() throws IOException {
		// Given
		byte[] workbook = workbook("อบรม", "อบรมอีก");
		// When
		drop("activities.xlsx", workbook);
		drop("activities.xlsx", workbook);
		// Then
		assertThat(this.agency.published()).extracting(ActivityRecorded::getRevision).containsExactly(1L);
		assertThat(this.agency.refused()).extracting(SourceRefused::getCode).containsExactly("key-repeated");
	}

	private void drop(String name, String text) throws IOException {
		drop(name, text.getBytes(StandardCharsets.UTF_8));
	}

	private void drop(String name, byte[] bytes) throws IOException {
		Path inbox = Files.createDirectories(this.agency.inbox());
		Path part = Files.write(inbox.resolve(".dropped.part"), bytes);
		Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> files(inbox) == 0);
	}

	private static long files(Path inbox) throws IOException {
		try (Stream<Path> files = Files.list(inbox)) {
			return files.filter(Files::isRegularFile).count();
		}
	}

	/** One sheet per title, each with an activity of the same key. */
	private byte[] workbook(String... titles) throws IOException {
		Map<String, String> parts = new TreeMap<>();
		StringBuilder sheets = new StringBuilder();
		StringBuilder relations = new StringBuilder();
		for (int number = 1; number <= titles.length; number++) {
			sheets.append("<sheet name='S%1$d' sheetId='%1$d' r:id='r%1$d'/>".formatted(number));
			relations.append(("<Relationship Id='r%1$d' Target='worksheets/sheet%1$d.xml' Type='http://"
					+ "schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/>")
				.formatted(number));
			parts.put("xl/worksheets/sheet" + number + ".xml",
					"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
							+ row(1, "รหัส", "ชื่อ", "พื้นที่", "วันที่")
							+ row(2, "A-1", titles[number - 1], "110103", "24/01/2565") + "</sheetData></worksheet>");
		}
		parts.put("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
				+ part("workbook", "sheet.main") + part("styles", "styles") + "</Types>");
		parts.put("xl/styles.xml", "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>");
		parts.put("xl/workbook.xml",
				"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://"
						+ "schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>" + sheets
						+ "</sheets></workbook>");
		parts.put("xl/_rels/workbook.xml.rels",
				"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relations
						+ "</Relationships>");
		Path file = this.folder.resolve("workbook");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return Files.readAllBytes(file);
	}

	private static String part(String name, String type) {
		return "<Override PartName='/xl/%s.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml'/>"
			.formatted(name, type);
	}

	private static String row(int number, String... cells) {
		StringBuilder row = new StringBuilder("<row r='" + number + "'>");
		for (int column = 0; column < cells.length; column++) {
			row.append(
					"<c r='%c%d' t='inlineStr'><is><t>%s</t></is></c>".formatted('A' + column, number, cells[column]));
		}
		return row.append("</row>").toString();
	}

}
