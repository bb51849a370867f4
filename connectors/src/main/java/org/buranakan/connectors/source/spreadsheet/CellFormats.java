package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of a workbook's cell formats show a number as a date. */
final class CellFormats {

	/** What a number format says beside its letters for days, months and years. */
	private static final Pattern NOT_LETTERS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

	private static final Pattern DATE_LETTERS = Pattern.compile("[dymbe]");

	private final BitSet dates = new BitSet();

	private final Map<Integer, String> codes = new HashMap<>();

	CellFormats(WorkbookPackage workbook, String part) throws IOException {
		Optional<InputStream> content = workbook.optionalPart(part);
		if (content.isPresent()) {
			try (InputStream in = content.get(); XmlPart xml = new XmlPart(in)) {
				read(xml);
			}
		}
	}

	private void read(XmlPart xml) {
		boolean cells = false;
		int index = 0;
		while (xml.next()) {
			if (xml.name().equals("cellXfs")) {
				cells = xml.starts();
			}
			else if (xml.starts() && xml.name().equals("numFmt")) {
				this.codes.put(xml.number("numFmtId", 0), xml.attribute("formatCode"));
			}
			else if (xml.starts() && cells && xml.name().equals("xf")) {
				this.dates.set(index++, isDateFormat(xml.number("numFmtId", 0)));
			}
		}
	}

	boolean isDate(int format) {
		return format >= 0 && this.dates.get(format);
	}

	private boolean isDateFormat(int id) {
		if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
			return true;
		}
		String code = this.codes.getOrDefault(id, "general").toLowerCase(Locale.ROOT);
		return !code.equals("general") && DATE_LETTERS.matcher(NOT_LETTERS.matcher(code).replaceAll("")).find();
	}

}
