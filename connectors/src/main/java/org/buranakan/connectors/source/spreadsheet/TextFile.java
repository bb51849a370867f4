package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.buranakan.connectors.reading.Offered;

/**
 * Streams CSV or TSV, of which it has looked at every character before: a byte order mark
 * decides the encoding; without one it is UTF-8 if it can be, else windows-874, which
 * announces itself nowhere.
 */
record TextFile(Path path) {

	/** Text formats are small; larger tables belong in workbooks or databases. */
	private static final long LARGEST = 64L * 1024 * 1024;

	/** A quote that does not end is noticed after so many characters. */
	private static final int LONGEST_FIELD = 2_000_000;

	void visit(SheetVisitor visitor) throws IOException {
		if (Files.size(this.path) > LARGEST) {
			throw new UnreadableFile(FileFault.TEXT_TOO_LARGE);
		}
		Signature signature = Signature.of(this.path);
		signature.fault().ifPresent((fault) -> {
			throw new UnreadableFile(fault);
		});
		if (signature.isArchive()) {
			throw new UnreadableFile(FileFault.IS_WORKBOOK);
		}
		TextForm form = TextForm.of(this.path);
		AtomicInteger number = new AtomicInteger();
		try (InputStream in = Files.newInputStream(this.path); Reader text = text(in, form)) {
			CsvReader<CsvRecord> records = CsvReader.builder()
				.fieldSeparator(form.separator())
				.skipEmptyLines(false)
				.maxBufferSize(LONGEST_FIELD)
				.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
				.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
				.build(CsvRecordHandler.builder().maxFields(SheetRows.WIDEST).build(), text);
			visitor.visit(Sheet.OF_TEXT,
					records.stream().map((record) -> new Line(number.incrementAndGet(), cells(record))));
		}
		catch (CsvParseException ex) {
			throw isTooWide(ex) ? new UnreadableFile(FileFault.TOO_WIDE)
					: new UnreadableFile(FileFault.QUOTES, Integer.toString(number.get()));
		}
	}

	/** The parser has one exception for all. */
	private static boolean isTooWide(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage()).endsWith("fields");
	}

	private static Reader text(InputStream in, TextForm form) throws IOException {
		in.skipNBytes(form.mark());
		return new InputStreamReader(in,
				form.encoding()
					.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
	}

	private static List<Offered> cells(CsvRecord record) {
		return record.getFields().stream().map(Offered::of).toList();
	}

}
