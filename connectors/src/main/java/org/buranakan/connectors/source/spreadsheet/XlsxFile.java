package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.buranakan.connectors.reading.Offered;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Streams the sheets of an XLSX workbook. Formulas give their stored results. */
record XlsxFile(Path path) {

	private static final int HEADER = 8;

	/** What a number format says beside its letters for days, months and years. */
	private static final Pattern NOT_LETTERS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

	private static final Pattern DATE_LETTERS = Pattern.compile("[dymbe]");

	void visit(SheetVisitor visitor) throws IOException, UnreadableFile {
		refuseOtherFormats();
		try (ReadableWorkbook workbook = new ReadableWorkbook(this.path.toFile(), new ReadingOptions(true, true))) {
			for (Sheet sheet : workbook.getSheets().toList()) {
				try (Stream<Row> rows = sheet.openStream()) {
					visitor.visit(sheet.getName(), rows.map(XlsxFile::line));
				}
			}
		}
		catch (ExcelReaderException ex) {
			throw new UnreadableFile("ไฟล์เสียหาย / the workbook is damaged");
		}
	}

	private void refuseOtherFormats() throws IOException, UnreadableFile {
		byte[] header;
		try (InputStream in = Files.newInputStream(this.path)) {
			header = in.readNBytes(HEADER);
		}
		if (ReadableWorkbook.isOLE2Header(header)) {
			throw new UnreadableFile("เป็น .xls รุ่นเก่าหรือมีรหัสผ่าน / an old .xls, or it has a password");
		}
		if (!ReadableWorkbook.isOOXMLZipHeader(header)) {
			throw new UnreadableFile("ไม่ใช่ไฟล์ Excel / not a workbook");
		}
	}

	private static Line line(Row row) {
		List<Offered> cells = new ArrayList<>();
		for (int column = 0; column < row.getCellCount(); column++) {
			cells.add(row.getOptionalCell(column).map(XlsxFile::offered).orElseGet(Offered.Nothing::new));
		}
		return new Line(row.getRowNum(), cells);
	}

	private static Offered offered(Cell cell) {
		return switch (cell.getType()) {
			case NUMBER, FORMULA -> number(cell);
			case BOOLEAN -> new Offered.Flag(cell.asBoolean());
			case STRING, ERROR -> Offered.of(text(cell.getRawValue(), cell));
			case EMPTY -> new Offered.Nothing();
		};
	}

	private static Offered number(Cell cell) {
		if (!(cell.getValue() instanceof BigDecimal value)) {
			return Offered.of(text(cell.getRawValue(), cell));
		}
		return (isDate(cell) ? date(cell) : Optional.<Offered>empty()).orElseGet(() -> Offered.of(value));
	}

	private static Optional<Offered> date(Cell cell) {
		try {
			return Optional.of(new Offered.Day(cell.asDate().toLocalDate()));
		}
		catch (DateTimeException | ExcelReaderException ex) {
			return Optional.empty();
		}
	}

	private static boolean isDate(Cell cell) {
		Integer id = cell.getDataFormatId();
		if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
			return true;
		}
		String format = cell.getDataFormatString();
		return format != null && !format.equalsIgnoreCase("general")
				&& DATE_LETTERS.matcher(NOT_LETTERS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("")).find();
	}

	private static String text(@Nullable String raw, Cell cell) {
		Object value = cell.getValue();
		return (value != null) ? value.toString() : Optional.ofNullable(raw).orElse("");
	}

}
