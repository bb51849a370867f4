package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reports that lie in {@code done}, each of which says so once a later file of its
 * name was taken. Nothing is moved or removed: a marked workbook beside it may be open.
 */
record OlderReports(Path done) {

	static final String ENDING = ".result.txt";

	private static final Logger log = LoggerFactory.getLogger(OlderReports.class);

	private static final String MARK = "\uFEFF***";

	/** Ends a notice, which has no blank line in it. */
	private static final String BLANK = "\r\n\r\n";

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	private static final DateTimeFormatter THAI = DateTimeFormatter.ofPattern("d MMM yyyy",
			Locale.forLanguageTag("th"));

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	/** So far into a report its first lines reach. */
	private static final int HEAD_BYTES = 4000;

	/** So much of a name is compared before a report is opened. */
	private static final int STEM = 40;

	/**
	 * Marks all but the newest of those of the name. What cannot be marked now is left:
	 * it is no reason to read a file again.
	 * @param name what the file is called by its officer
	 * @param newest the report, or whatever else, that counts now
	 */
	void replace(String name, String newest, Instant at) {
		if (!Files.isDirectory(this.done)) {
			return;
		}
		String stem = stem(name);
		try (Stream<Path> entries = Files.list(this.done)) {
			List<Path> reports = entries.filter((path) -> isReport(path, stem))
				.filter((path) -> !String.valueOf(path.getFileName()).equals(newest))
				.toList();
			for (Path report : reports) {
				replace(report, name, newest, at);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			log.warn("Earlier reports in {} cannot be marked as replaced: {}", this.done, ex.toString());
		}
	}

	private void replace(Path report, String name, String newest, Instant at) throws IOException {
		String head = head(report);
		if (head.lines().noneMatch(ReportText.handedInAs(name)::equals)) {
			return;
		}
		// Of a name of its own: the inbox may be writing a report meanwhile.
		Path part = this.done.resolve(".replaced-" + UUID.randomUUID() + ".part");
		try {
			Files.writeString(part, MARK + notice(newest, at) + unmarked(Files.readString(report)));
			Files.move(part, report, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** Without the mark of an earlier replacement, or at least the byte order mark. */
	private static String unmarked(String report) {
		return report.substring(report.startsWith(MARK) ? report.indexOf(BLANK) + BLANK.length() : 1);
	}

	private static String notice(String newest, Instant at) {
		ZonedDateTime there = at.atZone(BANGKOK);
		return """
				 ผลนี้เก่าแล้ว มีการส่งไฟล์นี้ใหม่เมื่อ %s %s น. ผลล่าสุดอยู่ที่: %s
				*** ไฟล์ ….แก้ไข ที่อยู่คู่กันก็เก่าแล้ว ก่อนแก้ต่อโปรดดูผลล่าสุด
				*** Replaced: the file was handed in again at %s (Bangkok); the newest result: %s
				*** The marked workbook (….แก้ไข) beside it is as old; see the newest result before going on from it.

				"""
			.formatted(THAI.format(ThaiBuddhistDate.from(there)), TIME.format(there), newest, ISO.format(there), newest)
			.replace("\n", "\r\n");
	}

	private static boolean isReport(Path path, String stem) {
		String file = String.valueOf(path.getFileName());
		return file.startsWith(stem) && file.endsWith(ENDING);
	}

	private static String head(Path report) throws IOException {
		try (InputStream in = Files.newInputStream(report)) {
			return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
		}
	}

	/** What all names begin with under which a file of the name may lie here. */
	private static String stem(String name) {
		int dot = name.lastIndexOf('.');
		String base = (dot > 0) ? name.substring(0, dot) : name;
		return base.substring(0, Math.min(base.length(), STEM));
	}

}
