package org.buranakan.connectors.reading;

import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Months by their Thai and English names, in full and short. */
final class ThaiMonths {

	/** What may stand for a month inside a pattern: letters, Thai marks, full stops. */
	static final String WORD = "[\\p{IsThai}a-z.]+?";

	private static final String[][] NAMES = { { "มกราคม", "ม.ค.", "มค", "january", "jan" },
			{ "กุมภาพันธ์", "ก.พ.", "กพ", "february", "feb" }, { "มีนาคม", "มี.ค.", "มีค", "march", "mar" },
			{ "เมษายน", "เม.ย.", "เมย", "april", "apr" }, { "พฤษภาคม", "พ.ค.", "พค", "may" },
			{ "มิถุนายน", "มิ.ย.", "มิย", "june", "jun" }, { "กรกฎาคม", "ก.ค.", "กค", "july", "jul" },
			{ "สิงหาคม", "ส.ค.", "สค", "august", "aug" }, { "กันยายน", "ก.ย.", "กย", "september", "sep", "sept" },
			{ "ตุลาคม", "ต.ค.", "ตค", "october", "oct" }, { "พฤศจิกายน", "พ.ย.", "พย", "november", "nov" },
			{ "ธันวาคม", "ธ.ค.", "ธค", "december", "dec" } };

	private static final Map<String, Month> MONTHS = months();

	private ThaiMonths() {
	}

	/** The month of that name, in the form to compare. */
	static Optional<Month> named(String name) {
		return Optional.ofNullable(MONTHS.get(bare(name)));
	}

	/** The ways in which a month is written, with full stops and without. */
	static List<String> names(Month month) {
		return List.of(NAMES[month.getValue() - 1]);
	}

	private static String bare(String name) {
		return name.replace(".", "").strip();
	}

	private static Map<String, Month> months() {
		Map<String, Month> months = new HashMap<>();
		for (Month month : Month.values()) {
			for (String name : NAMES[month.getValue() - 1]) {
				months.put(bare(ThaiText.comparable(name)), month);
			}
		}
		return Map.copyOf(months);
	}

}
