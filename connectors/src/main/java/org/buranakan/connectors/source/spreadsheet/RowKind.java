package org.buranakan.connectors.source.spreadsheet;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.ThaiText;

/** What a row below the headings is for. */
enum RowKind {

	/** Says something that the profile reads. */
	ENTRY,

	/** Adds up others: รวม, รวมทั้งสิ้น. */
	TOTAL,

	/** Begins a section: ๑.๑, 1.1.1, ๑), with a title and nothing else. */
	SECTION,

	/** Holds nothing. */
	BLANK;

	/** Longer texts are titles of something. */
	private static final int LONGEST_TOTAL = 60;

	/** A number and a title: what holds more is an entry. */
	private static final int MOST_IN_SECTION = 2;

	/** The letters that the words for a total begin with. */
	private static final String FIRST_OF_TOTAL = "รยผทtgs";

	private static final Pattern TOTAL_WORD = Pattern.compile(
			comparable("(?:รวม|ยอดรวม|ผลรวม|total|grand total|subtotal|sum)(?: ?(?:ทั้งสิ้น|ทั้งหมด|ย่อย|เงิน|เป็นเงิน"
					+ "|งบประมาณ|จำนวน|ทุกรายการ|[0-9,.]+|รายการ|บาท|คน|แผน|กิจกรรม|\\(|\\)|:))*"));

	private static final Pattern AMOUNT = Pattern.compile(comparable("[0-9,.()%\\- ]*(?:บาท|คน|รายการ|แผน|กิจกรรม)?"));

	private static final Pattern SECTION_MARK = Pattern
		.compile("(?:\\(?[0-9]{1,3}(?:\\.[0-9]{1,3}){0,5}[.)]{0,2})(?: .*)?", Pattern.DOTALL);

	private static final Pattern ONLY_MARK = Pattern.compile("\\(?[0-9]{1,3}(?:\\.[0-9]{1,3}){0,5}[.)]{0,2}");

	/**
	 * The kind of a row.
	 * @param required how many columns a row needs: where a number and a title are all of
	 * it, they are an entry
	 */
	static RowKind of(Line line, int required) {
		List<Offered> filled = line.filled();
		if (filled.isEmpty()) {
			return BLANK;
		}
		if (isTotal(filled)) {
			return TOTAL;
		}
		return (required > MOST_IN_SECTION && isSection(filled)) ? SECTION : ENTRY;
	}

	/** A word for it, and beside it nothing but amounts. */
	private static boolean isTotal(List<Offered> filled) {
		if (!(filled.getFirst() instanceof Offered.Words(String text)) || text.length() > LONGEST_TOTAL
				|| FIRST_OF_TOTAL.indexOf(text.strip().toLowerCase(Locale.ROOT).charAt(0)) < 0) {
			return false;
		}
		return TOTAL_WORD.matcher(ThaiText.comparable(text)).matches()
				&& filled.stream().skip(1).allMatch(RowKind::isAmount);
	}

	private static boolean isAmount(Offered offered) {
		return offered instanceof Offered.Figure || AMOUNT.matcher(ThaiText.comparable(offered.text())).matches();
	}

	/** A number with its title in one cell or in two. */
	private static boolean isSection(List<Offered> filled) {
		if (filled.size() > MOST_IN_SECTION) {
			return false;
		}
		String first = ThaiText.comparable(filled.getFirst().text());
		if (filled.size() == 1) {
			return SECTION_MARK.matcher(first).matches();
		}
		return ONLY_MARK.matcher(first).matches() && filled.getLast() instanceof Offered.Words(String title)
				&& !AMOUNT.matcher(ThaiText.comparable(title)).matches();
	}

	private static String comparable(String expression) {
		return java.text.Normalizer.normalize(expression, java.text.Normalizer.Form.NFKC);
	}

}
