package org.buranakan.connectors.source.spreadsheet;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reference.PilotReference;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast a workbook of the budget of PACC zone 1 is read and checked, beside a bare
 * loop of fastexcel-reader over the same file, in a heap of 256 MB. No test: its figures
 * are for people. <pre>
 * mvn test -pl connectors -am -Dtest=MemoryAndSpeedBenchmark -Drows=1000000 -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class MemoryAndSpeedBenchmark {

	/** The first of them warms up whatever there is to warm up. */
	private static final int ROUNDS = 5;

	private static final List<String> HEADINGS = List.of("เลขที่รายการ", "รหัสงบ", "ชื่องบ", "ปีงบประมาณ",
			"ขั้นงบประมาณ", "จำนวนเงิน (บาท)", "รหัสพื้นที่", "วันที่", "แหล่งงบ", "รหัสกิจกรรม", "ข้อจำกัด",
			"หมายเหตุ", "ที่มาของข้อมูล", "รายการที่เติม", "วันที่บันทึก");

	@TempDir
	private Path folder;

	@Test
	void allRowsAreReadInASmallHeap() throws Exception {
		// Given
		int rows = Integer.getInteger("rows", 1_000_000);
		Path file = write(rows);
		// When
		Process reading = new ProcessBuilder(System.getProperty("java.home") + File.separator + "bin/java", "-Xmx256m",
				"-Dfile.encoding=UTF-8", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				MemoryAndSpeedBenchmark.class.getName(), file.toString(), Integer.toString(rows))
			.redirectErrorStream(true)
			.start();
		// Surefire hears only what its own JVM prints.
		reading.inputReader(StandardCharsets.UTF_8).lines().forEach(System.out::println);
		// Then
		assertThat(reading.waitFor()).isZero();
	}

	/** Reads the file in turns, in a JVM of its own. */
	static void main(String[] arguments) throws IOException {
		Path file = Path.of(arguments[0]);
		int rows = Integer.parseInt(arguments[1]);
		System.out.printf("%,d rows, %,d bytes, heap %,d MB%n", rows, Files.size(file),
				Runtime.getRuntime().maxMemory() >> 20);
		List<Double> ratios = new ArrayList<>();
		for (int round = 1; round <= ROUNDS; round++) {
			double bare = rate(rows, () -> bare(file));
			double ours = rate(rows, () -> ours(file));
			System.out.printf(
					"round %d: fastexcel-reader alone %,.0f rows/s, ours with validation %,.0f rows/s, ratio %.2f%n",
					round, bare, ours, ours / bare);
			ratios.add(ours / bare);
		}
		System.out.printf("median of %d rounds: %.2f%n", ROUNDS, ratios.stream().sorted().toList().get(ROUNDS / 2));
	}

	/** Reads a file and says how many rows it had. */
	private interface Reading {

		long rows() throws IOException;

	}

	private static double rate(int rows, Reading reading) throws IOException {
		long before = System.nanoTime();
		long read = reading.rows();
		if (read != rows) {
			throw new IllegalStateException(read + " rows instead of " + rows);
		}
		return rows / (Duration.ofNanos(System.nanoTime() - before).toMillis() / 1000.0);
	}

	private static long bare(Path file) throws IOException {
		long cells = 0;
		long rows = -1;
		try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
				Stream<Row> stream = sheet(workbook).openStream()) {
			for (Row row : (Iterable<Row>) stream::iterator) {
				rows++;
				cells += row.stream().filter((cell) -> cell != null && !cell.getText().isEmpty()).count();
			}
		}
		return (cells > 0) ? rows : 0;
	}

	private static Sheet sheet(ReadableWorkbook workbook) {
		return workbook.getFirstSheet();
	}

	private static long ours(Path path) throws IOException {
		Mapping mapping = PilotReference.mapping("pacc-zone-1");
		SourceProfile source = mapping.profile()
			.sources()
			.stream()
			.filter((candidate) -> candidate.name().equals("budget"))
			.findFirst()
			.orElseThrow();
		SpreadsheetFile file = SpreadsheetFile.of(path);
		Report report = new Report();
		SheetReading reading = new SheetReading(mapping, source,
				new FileIntake.Offer(file, Instant.EPOCH, Instant.EPOCH),
				(submissions) -> submissions.stream().map(MemoryAndSpeedBenchmark::receipt).toList(), report);
		file.visit((sheet, lines) -> reading.read(sheet, lines.iterator()));
		return report.handed().applied();
	}

	private static Receipt receipt(Submission submission) {
		return switch (submission.outcome()) {
			case Outcome.Mapped mapped -> new Receipt.Applied(mapped.present().size());
			case Outcome.Refused refused -> new Receipt.Refused(refused.refusals());
		};
	}

	private Path write(int rows) throws IOException {
		Path file = this.folder.resolve("pacc-zone-1-benchmark.xlsx");
		try (OutputStream out = Files.newOutputStream(file);
				Workbook workbook = new Workbook(out, "benchmark", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("งบประมาณ");
			for (int column = 0; column < HEADINGS.size(); column++) {
				sheet.inlineString(0, column, HEADINGS.get(column));
			}
			for (int row = 1; row <= rows; row++) {
				write(sheet, row);
				if (row % 1000 == 0) {
					sheet.flush();
				}
			}
		}
		return file;
	}

	/** As officers fill it in: most texts recur, keys and amounts do not. */
	private static void write(Worksheet sheet, int row) {
		sheet.inlineString(row, 0, "Z1-65-" + row);
		sheet.value(row, 1, "TRAIN");
		sheet.value(row, 2, "ค่าฝึกอบรมประชาชน");
		sheet.value(row, 3, 2565);
		sheet.value(row, 4, "จัดสรร");
		sheet.value(row, 5, row * 10);
		sheet.value(row, 6, "110103");
		sheet.value(row, 7, "24 ม.ค. 2565");
		sheet.value(row, 8, "pacc-zone-1");
		sheet.inlineString(row, 11, "งวดที่ " + row % 97);
		sheet.value(row, 12, "บันทึกการประชุม");
		sheet.value(row, 14, "31/01/2565");
	}

}
