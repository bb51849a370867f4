package org.buranakan.connectors.source.spreadsheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.buranakan.connectors.reading.Offered;

/** What the cells of a workbook hold; a formula holds its last result. */
record CellValues(SharedTexts texts, CellFormats formats, boolean from1904) {

	private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

	/** Excel's 1900 had a 29 February: from March on its day 0 is one day earlier. */
	private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

	private static final int FIRST_OF_MARCH = 61;

	/** Excel's last day: 31 December 9999. */
	private static final int LAST_DAY = 2_958_465;

	private static final Offered NOTHING = new Offered.Nothing();

	/** Reads the cell at hand, to its end. */
	Offered read(XmlPart xml, CellStart start) {
		String value = "";
		boolean calculated = true;
		while (xml.next() && !xml.ends("c")) {
			if (xml.starts() && xml.name().equals("v")) {
				value = xml.text();
				calculated = true;
			}
			else if (xml.starts() && xml.name().equals("f")) {
				calculated = false;
				xml.skip();
			}
			else if (xml.starts() && xml.name().equals("is")) {
				value = SharedTexts.text(xml, "is");
			}
			else if (xml.starts()) {
				xml.skip();
			}
		}
		if (!calculated) {
			// Blank it would take back what stands, and Excel shows a value.
			throw new UnreadableFile(FileFault.NOT_CALCULATED);
		}
		return value.isEmpty() ? NOTHING : offered(start.type(), value, start.format());
	}

	private Offered offered(String type, String value, int format) {
		return switch (type) {
			case "s" -> this.texts.at(value);
			case "", "n" -> number(value, format);
			case "b" -> new Offered.Flag(value.equals("1") || value.equals("true"));
			case "d" -> day(value);
			default -> Offered.of(value);
		};
	}

	private Offered number(String value, int format) {
		try {
			BigDecimal number = new BigDecimal(value.strip());
			return (this.formats.isDate(format) ? day(number) : Optional.<Offered>empty())
				.orElseGet(() -> Offered.of(number));
		}
		catch (NumberFormatException ex) {
			return Offered.of(value);
		}
	}

	/** A day from Excel's count; empty where it shows none. */
	private Optional<Offered> day(BigDecimal serial) {
		double days = serial.doubleValue();
		if (!(days >= 0 && days <= LAST_DAY)) {
			return Optional.empty();
		}
		long whole = (long) Math.floor(days);
		if (this.from1904) {
			return Optional.of(new Offered.Day(EPOCH_1904.plusDays(whole)));
		}
		return Optional.of(new Offered.Day(EPOCH_1900.plusDays((whole < FIRST_OF_MARCH) ? whole + 1 : whole)));
	}

	/** A date or time written out, as ISO 8601 has it. */
	private static Offered day(String value) {
		try {
			return new Offered.Day(LocalDate.parse(value.substring(0, Math.min(value.length(), 10))));
		}
		catch (DateTimeException ex) {
			return Offered.of(value);
		}
	}

}
