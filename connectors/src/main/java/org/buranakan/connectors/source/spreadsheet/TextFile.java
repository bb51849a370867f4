package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.buranakan.connectors.reading.Offered;

/**
 * Reads CSV or TSV. A byte order mark decides the encoding; without one it is UTF-8 if it
 * can be, else windows-874, which announces itself nowhere.
 */
record TextFile(Path path) {

	private static final Charset THAI = Charset.forName("x-windows-874");

	/** Text formats are small; larger tables belong in workbooks or databases. */
	private static final long LARGEST = 64L * 1024 * 1024;

	void visit(SheetVisitor visitor) throws IOException, UnreadableFile {
		if (Files.size(this.path) > LARGEST) {
			throw new UnreadableFile("ใหญ่เกิน 64 MB / larger than 64 MB");
		}
		String text = text(Files.readAllBytes(this.path));
		AtomicInteger number = new AtomicInteger();
		try (CsvReader<CsvRecord> reader = CsvReader.builder()
			.fieldSeparator(separator(text))
			.skipEmptyLines(false)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(text)) {
			visitor.visit("", reader.stream().map((record) -> new Line(number.incrementAndGet(), cells(record))));
		}
		catch (CsvParseException ex) {
			throw new UnreadableFile("อัญประกาศไม่ครบคู่ในแถว / quotes do not match after row " + number.get());
		}
	}

	private static List<Offered> cells(CsvRecord record) {
		return record.getFields().stream().map(Offered::of).toList();
	}

	private static char separator(String text) {
		String start = text.substring(0, Math.min(text.length(), 8192));
		return Stream.of('\t', ';', ',')
			.max((one, other) -> Long.compare(count(start, one), count(start, other)))
			.orElse(',');
	}

	private static long count(String text, char letter) {
		return text.chars().filter((each) -> each == letter).count();
	}

	private static String text(byte[] bytes) throws UnreadableFile {
		if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
			return decode(bytes, 3, StandardCharsets.UTF_8).orElseThrow(TextFile::undecodable);
		}
		if (startsWith(bytes, 0xFF, 0xFE)) {
			return decode(bytes, 2, StandardCharsets.UTF_16LE).orElseThrow(TextFile::undecodable);
		}
		if (startsWith(bytes, 0xFE, 0xFF)) {
			return decode(bytes, 2, StandardCharsets.UTF_16BE).orElseThrow(TextFile::undecodable);
		}
		return decode(bytes, 0, StandardCharsets.UTF_8).or(() -> decode(bytes, 0, THAI))
			.filter((text) -> text.indexOf('\0') < 0)
			.orElseThrow(TextFile::undecodable);
	}

	private static Optional<String> decode(byte[] bytes, int from, Charset encoding) {
		try {
			return Optional.of(encoding.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
				.toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static boolean startsWith(byte[] bytes, int... mark) {
		for (int index = 0; index < mark.length; index++) {
			if (bytes.length <= index || (bytes[index] & 0xFF) != mark[index]) {
				return false;
			}
		}
		return true;
	}

	private static UnreadableFile undecodable() {
		return new UnreadableFile("ไม่ใช่ UTF-8, UTF-16 หรือ windows-874 / neither UTF-8, UTF-16 nor windows-874");
	}

}
