package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workbook says of itself.
 *
 * @param from1904 whether its dates are counted from 1904, as old ones of Apple's are
 * @param texts the part with the shared texts
 * @param styles the part with the formats
 */
record WorkbookContents(List<Tab> tabs, boolean from1904, String texts, String styles) {

	/**
	 * A sheet.
	 *
	 * @param part where its cells are
	 * @param hidden whether an officer does not see it
	 */
	record Tab(String name, String part, boolean hidden) {
	}

	static WorkbookContents of(WorkbookPackage workbook) throws IOException {
		Map<String, String> targets = new HashMap<>();
		try (InputStream in = workbook.part("xl/_rels/workbook.xml.rels"); XmlPart xml = new XmlPart(in)) {
			while (xml.next()) {
				if (xml.starts() && xml.name().equals("Relationship")) {
					String target = path(xml.attribute("Target"));
					String type = xml.attribute("Type");
					targets.put(xml.attribute("Id"), target);
					targets.put(type.substring(type.lastIndexOf('/') + 1), target);
				}
			}
		}
		List<Tab> tabs = new ArrayList<>();
		boolean from1904 = false;
		try (InputStream in = workbook.part("xl/workbook.xml"); XmlPart xml = new XmlPart(in)) {
			while (xml.next()) {
				if (xml.starts() && xml.name().equals("workbookPr")) {
					from1904 = xml.flag("date1904");
				}
				else if (xml.starts() && xml.name().equals("sheet")) {
					tabs.add(new Tab(xml.attribute("name"), targets.getOrDefault(xml.attribute("id"), ""),
							xml.attribute("state").endsWith("idden")));
				}
			}
		}
		return new WorkbookContents(List.copyOf(tabs), from1904,
				targets.getOrDefault("sharedStrings", "xl/sharedStrings.xml"),
				targets.getOrDefault("styles", "xl/styles.xml"));
	}

	private static String path(String target) {
		return target.startsWith("/") ? target : "xl/" + target;
	}

}
