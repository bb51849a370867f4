package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.buranakan.connectors.source.spreadsheet.HandmadeWorkbook.row;

/** What is refused, why, and that it takes no longer than two seconds. */
class HostileFilesTests {

	private static final String GOOD = row(1, "รหัส", "ชื่อ") + row(2, "A-1", "อบรม");

	private static final Duration LONGEST = Duration.ofSeconds(2);

	private static final int MEGABYTE = 1024 * 1024;

	@TempDir
	private Path folder;

	@Test
	void aPartThatInflatesAThousandfoldIsABomb() throws IOException {
		// Given
		Path file = new HandmadeWorkbook("<row/>".repeat(10 * MEGABYTE)).in(this.folder);
		// Then
		refused(file, FileFault.BOMB);
	}

	@Test
	void aPartThatIsLongerThanTheArchiveSaysIsABomb() throws IOException {
		// Given
		Path file = new HandmadeWorkbook(GOOD).with("xl/media/image1.png", new byte[8 * MEGABYTE]).in(this.folder);
		sayTheLastPartHas(1000, file);
		// Then
		refused(file, FileFault.BOMB);
	}

	@Test
	void anArchiveThatSaysItHoldsGigabytesIsNotEvenInflated() throws IOException {
		// Given
		Path file = new HandmadeWorkbook(GOOD).with("xl/media/image1.png", new byte[8 * MEGABYTE]).in(this.folder);
		sayTheLastPartHas(Integer.MAX_VALUE, file);
		// Then
		refused(file, FileFault.BOMB);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
	void aDoctypeInAnyPartIsRefusedInWhateverEncoding(Charset encoding) throws IOException {
		// Given
		String part = "\uFEFF<?xml version='1.0'?><!-- <a> -->\n<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>";
		// Then
		refused(new HandmadeWorkbook(GOOD).with("docProps/app.xml", part.getBytes(encoding)).in(this.folder),
				FileFault.DOCTYPE);
	}

	@Test
	void aTextLongerThanAnyCellIsRefused() throws IOException {
		refused(new HandmadeWorkbook("<row><c t='str'><v>" + " ".repeat(2 * MEGABYTE) + "</v></c></row>")
			.in(this.folder), FileFault.DAMAGED);
	}

	@Test
	void aPrologWithoutEndIsRefused() throws IOException {
		refused(new HandmadeWorkbook(GOOD).with("xl/theme.xml", "<!--" + " >".repeat(MEGABYTE) + "--><!DOCTYPE a><a/>")
			.in(this.folder), FileFault.DAMAGED);
	}

	@ParameterizedTest
	@CsvSource({ "xl/vbaProject.bin, MACROS", "xl/other/VBAPROJECT.BIN, MACROS", "xl/macrosheets/sheet1.xml, MACROS",
			"xl/externalLinks/externalLink1.xml, EXTERNAL_LINKS" })
	void aPartThatRunsOrFetchesIsRefused(String part, FileFault fault) throws IOException {
		refused(new HandmadeWorkbook(GOOD).with(part, "<a/>").in(this.folder), fault);
	}

	@ParameterizedTest
	@CsvSource({ "application/vnd.ms-excel.sheet.macroEnabled.main+xml, MACROS",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml, EXTERNAL_LINKS" })
	void aPartOfAnotherNameIsKnownByItsType(String type, FileFault fault) throws IOException {
		refused(new HandmadeWorkbook(GOOD)
			.with("[Content_Types].xml", "<Types><Override PartName='/xl/x.xml' ContentType='" + type + "'/></Types>")
			.in(this.folder), fault);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SS2", "XFD2" })
	void aCellBeyondTheWidestTableIsRefused(String cell) throws IOException {
		refused(new HandmadeWorkbook(GOOD + "<row r='3'><c r='" + cell + "'><v>1</v></c></row>").in(this.folder),
				FileFault.TOO_WIDE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<row r='3'><c r='ZZZZZZ3'><v>1</v></c></row>", "<row r='2000000'/>", "<row r='1'/>",
			"<row r='x'/>", "<row r='3'><c r='A3' t='s'><v>7</v></c></row>", "<row r='3'><c></row>" })
	void whatNoSpreadsheetProgramWritesIsDamage(String row) throws IOException {
		refused(new HandmadeWorkbook(GOOD + row).in(this.folder), FileFault.DAMAGED);
	}

	@Test
	void aSheetOfBlankCellsInItsLastColumnAndOneRowAtItsEndCostsWhatStandsInIt() throws IOException {
		// Given
		StringBuilder rows = new StringBuilder(GOOD);
		for (int number = 3; number <= 200_000; number++) {
			rows.append("<row r='").append(number).append("'><c r='XFD").append(number).append("' s='0'/></row>");
		}
		rows.append(row(1 << 20, "A-2", "ท้ายสุด"));
		Path file = new HandmadeWorkbook(rows.toString()).in(this.folder);
		// When
		List<Line> lines = new ArrayList<>();
		Duration taken = taken(() -> lines.addAll(lines(file)));
		// Then
		assertThat(taken).isLessThan(LONGEST);
		assertThat(lines).hasSize(200_001);
		assertThat(lines.getLast().number()).isEqualTo(1 << 20);
	}

	@Test
	void aTruncatedWorkbookIsRefused() throws IOException {
		// Given
		Path file = new HandmadeWorkbook(GOOD).in(this.folder);
		byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
		// Then
		refused(file, FileFault.TRUNCATED);
	}

	@Test
	void aWorkbookWithAFlippedBitIsRefusedBeforeAnyRowIsRead() throws IOException {
		// Given
		Path file = new HandmadeWorkbook(GOOD).with("xl/media/image1.png", new byte[] { 1, 2, 3, 4, 5, 6 })
			.in(this.folder);
		byte[] bytes = Files.readAllBytes(file);
		int image = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("image1.png") + "image1.png".length();
		bytes[image + 3] ^= 4;
		Files.write(file, bytes);
		// When
		List<Line> seen = new ArrayList<>();
		// Then
		assertThatExceptionOfType(UnreadableFile.class)
			.isThrownBy(() -> SpreadsheetFile.of(file).visit((sheet, lines) -> lines.forEach(seen::add)));
		assertThat(seen).isEmpty();
	}

	@Test
	void anOldWorkbookAndOneWithAPasswordAreToldApart() throws IOException {
		// Given
		Path old = ole2("Workbook", "old.xlsx");
		Path encrypted = ole2("EncryptedPackage", "encrypted.xlsx");
		// Then
		refused(old, FileFault.OLD_WORKBOOK);
		refused(encrypted, FileFault.PASSWORD);
	}

	@ParameterizedTest
	@CsvSource({ "a.xlsx, %PDF-1.7, IS_PDF", "a.csv, %PDF-1.7, IS_PDF", "a.xlsx, <html><table>, IS_HTML",
			"a.csv, '  <!DOCTYPE html>', IS_HTML", "a.xlsx, 'รหัส,ชื่อ', NOT_A_WORKBOOK", "a.docx, x, FORMAT_UNKNOWN",
			"a.xlsx, '', NOT_A_WORKBOOK" })
	void aRenamedFileIsCalledWhatItIs(String name, String content, FileFault fault) throws IOException {
		refused(Files.writeString(this.folder.resolve(name), content), fault);
	}

	@Test
	void aWorkbookCalledATextAndAnotherArchiveCalledAWorkbookAreRefused() throws IOException {
		// Given
		Path workbook = new HandmadeWorkbook(GOOD).in(this.folder);
		Path text = Files.copy(workbook, this.folder.resolve("a.csv"));
		// Then
		refused(text, FileFault.IS_WORKBOOK);
		// When
		Path archive = this.folder.resolve("b.xlsx");
		try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(archive))) {
			zip.putNextEntry(new java.util.zip.ZipEntry("word/document.xml"));
		}
		// Then
		refused(archive, FileFault.NOT_A_WORKBOOK);
	}

	@Test
	void aTextOfOneLineOfFiftyMegabytesIsRefused() throws IOException {
		refused(Files.writeString(this.folder.resolve("a.csv"), "a,".repeat(25 * MEGABYTE)), FileFault.LINE_TOO_LONG);
	}

	@Test
	void aTextOfMoreColumnsThanAnyTableIsRefused() throws IOException {
		refused(Files.writeString(this.folder.resolve("a.csv"), "a,b\r\n" + "a,".repeat(600) + "\r\n"),
				FileFault.TOO_WIDE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "x-windows-874" })
	void aTextWithZeroBytesIsNone(Charset encoding) throws IOException {
		// Given
		byte[] bytes = ((encoding.name().startsWith("UTF") ? "\uFEFF" : "") + "รหัส,ชื่อ\r\nA\0,x\r\n")
			.getBytes(encoding);
		// Then
		refused(Files.write(this.folder.resolve("a.csv"), bytes), FileFault.NUL);
	}

	@Test
	void aQuoteWithoutEndIsRefusedWithItsRow() throws IOException {
		refused(Files.writeString(this.folder.resolve("a.csv"), "a,b\r\n\"1,2\r\n" + "3,4\r\n".repeat(MEGABYTE)),
				FileFault.QUOTES);
	}

	private Path ole2(String stream, String name) throws IOException {
		Path file = this.folder.resolve(name);
		try (POIFSFileSystem files = new POIFSFileSystem(); java.io.OutputStream out = Files.newOutputStream(file)) {
			files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
			files.writeFilesystem(out);
		}
		return file;
	}

	/** Changes what the central directory says of the length of its last entry. */
	private static void sayTheLastPartHas(int length, Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		int entry = text.lastIndexOf("PK\u0001\u0002");
		try (RandomAccessFile archive = new RandomAccessFile(file.toFile(), "rw")) {
			archive.seek(entry + 24L);
			archive.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
		}
	}

	private static void refused(Path file, FileFault fault) {
		Duration taken = taken(() -> assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> lines(file))
			.satisfies((refusal) -> assertThat(refusal.fault()).isEqualTo(fault)));
		assertThat(taken).isLessThan(LONGEST);
	}

	/**
	 * The time of this thread alone: what else the machine does is not the file's doing.
	 */
	private static Duration taken(ThrowableAssert.ThrowingCallable reading) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadCpuTime();
		assertThatCode(reading).doesNotThrowAnyException();
		return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
	}

	private static List<Line> lines(Path file) throws IOException {
		List<Line> lines = new ArrayList<>();
		SpreadsheetFile.of(file).visit((sheet, all) -> all.forEach(lines::add));
		return lines;
	}

}
