package org.buranakan.pilot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The one workbook of PACC zone 1: a sheet per table. Plain numbers become number cells
 * and ISO dates true dates shown in the Buddhist era, as when an officer lets Excel
 * decide; Thai digits and written-out dates stay text. Same tables, same bytes.
 */
final class ZoneOneWorkbook {

	static final String FILE = "pacc-zone-1-2565-01.xlsx";

	private static final Map<String, String> SHEETS = Map.of("plans", "แผน", "activities", "กิจกรรม", "budget",
			"งบประมาณ", "agreements", "ข้อตกลงร่วม");

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

	private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	/** DOS time cannot say less. */
	private static final LocalDate ZIP_EPOCH = LocalDate.of(1980, 1, 1);

	byte[] bytes(List<Table> tables) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(out, "PACC Zone 1", "1.0")) {
			for (Table table : tables) {
				write(table, workbook.newWorksheet(SHEETS.getOrDefault(table.name(), table.name())));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The workbook of PACC zone 1 could not be written", ex);
		}
		return timeless(out.toByteArray());
	}

	private static void write(Table table, Worksheet sheet) {
		for (int row = 0; row < table.rows().size(); row++) {
			List<String> cells = table.rows().get(row);
			for (int column = 0; column < cells.size(); column++) {
				write(cells.get(column), sheet, row, column);
			}
		}
	}

	private static void write(String cell, Worksheet sheet, int row, int column) {
		if (NUMBER.matcher(cell).matches()) {
			sheet.value(row, column, new BigDecimal(cell));
		}
		else if (ISO_DATE.matcher(cell).matches()) {
			sheet.value(row, column, LocalDate.parse(cell));
			sheet.style(row, column).format("[$-107041E]d mmm yyyy").set();
		}
		else if (!cell.isEmpty()) {
			sheet.value(row, column, cell);
		}
	}

	/** The same archive without the moment it was written at. */
	private static byte[] timeless(byte[] archive) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			// Only its directory at the end says how long the entries are.
			Path file = Files.write(Files.createTempFile("buranakan", ".xlsx"), archive);
			try (ZipFile from = new ZipFile(file.toFile()); ZipOutputStream to = new ZipOutputStream(out)) {
				for (ZipEntry entry : Collections.list(from.entries())) {
					ZipEntry copy = new ZipEntry(entry.getName());
					copy.setTimeLocal(ZIP_EPOCH.atStartOfDay());
					to.putNextEntry(copy);
					to.write(withoutCreationTime(entry.getName(), from.getInputStream(entry).readAllBytes()));
					to.closeEntry();
				}
			}
			Files.delete(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The workbook could not be rewritten", ex);
		}
		return out.toByteArray();
	}

	private static byte[] withoutCreationTime(String name, byte[] content) {
		if (!name.equals("docProps/core.xml")) {
			return content;
		}
		String text = new String(content, StandardCharsets.UTF_8);
		return text.replaceAll(">\\d{4}-\\d{2}-\\d{2}T[^<]*<", ">2022-01-31T00:00:00Z<")
			.getBytes(StandardCharsets.UTF_8);
	}

}
