package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, as no spreadsheet program would write it. */
final class HandmadeWorkbook {

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	/** With one sheet of these rows, in the format's own words. */
	HandmadeWorkbook(String rows) {
		with("[Content_Types].xml", "<Types xmlns='%scontent-types'>%s%s</Types>".formatted(PACKAGE,
				type("workbook", "sheet.main"), type("styles", "styles")));
		with("xl/_rels/workbook.xml.rels",
				"<Relationships xmlns='%srelationships'><Relationship Id='r1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
					.formatted(PACKAGE, OFFICE));
		workbook("", "");
		with("xl/styles.xml",
				"<styleSheet xmlns='%s'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"
					.formatted(MAIN));
		with("xl/worksheets/sheet1.xml", sheet(rows));
	}

	/** With properties of the workbook, and attributes of the sheet. */
	HandmadeWorkbook workbook(String properties, String attributes) {
		return with("xl/workbook.xml",
				"<workbook xmlns='%s' xmlns:r='%s'>%s<sheets><sheet name='S' sheetId='1' %s r:id='r1'/></sheets></workbook>"
					.formatted(MAIN, OFFICE, properties, attributes));
	}

	/** With its sheet called so. */
	HandmadeWorkbook first(String name) {
		return with("xl/workbook.xml",
				"<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='%s' sheetId='1' r:id='r1'/></sheets></workbook>"
					.formatted(MAIN, OFFICE, name));
	}

	/** With a second sheet. */
	HandmadeWorkbook second(String name, String rows) {
		with("xl/_rels/workbook.xml.rels",
				"<Relationships xmlns='%1$srelationships'><Relationship Id='r1' Type='%2$s/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='%2$s/worksheet' Target='worksheets/sheet2.xml'/></Relationships>"
					.formatted(PACKAGE, OFFICE));
		with("xl/workbook.xml",
				"<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='S' sheetId='1' r:id='r1'/><sheet name='%s' sheetId='2' r:id='r2'/></sheets></workbook>"
					.formatted(MAIN, OFFICE, name));
		return with("xl/worksheets/sheet2.xml", sheet(rows));
	}

	HandmadeWorkbook with(String part, String content) {
		return with(part, content.getBytes(StandardCharsets.UTF_8));
	}

	HandmadeWorkbook with(String part, byte[] content) {
		this.parts.put(part, content);
		return this;
	}

	static String sheet(String rows) {
		return "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
	}

	/** A row of inline texts; nothing for an empty one. */
	static String row(int number, String... cells) {
		StringBuilder row = new StringBuilder("<row r='" + number + "'>");
		for (int column = 0; column < cells.length; column++) {
			if (!cells[column].isEmpty()) {
				row.append("<c r='%c%d' t='inlineStr'><is><t>%s</t></is></c>".formatted('A' + column, number,
						cells[column]));
			}
		}
		return row.append("</row>").toString();
	}

	Path in(Path folder) throws IOException {
		Path file = folder.resolve("workbook.xlsx");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> part : this.parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
			}
		}
		return file;
	}

	private static String type(String part, String type) {
		return "<Override PartName='/xl/%s.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml'/>"
			.formatted(part, type);
	}

}
