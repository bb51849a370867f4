package org.buranakan.connectors.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a fiscal year as the Integer year of the common era in which it ends: 2022 from
 * 2565, ปีงบประมาณ 2565, ปีงบฯ พ.ศ. ๒๕๖๕.
 */
record FiscalYearReader(Era era) implements Reader {

	static final String FORM = "(?:ปี ?งบประมาณ|ปี ?งบฯ?|ปี|fy)? ?(?:ปี)? ?(?<mark>พ\\.?ศ\\.?|ค\\.?ศ\\.?)? ?(?<year>\\d{1,5})";

	private static final Pattern PATTERN = ThaiText.pattern(FORM);

	@Override
	public Reading read(Offered offered) {
		if (offered instanceof Offered.Nothing) {
			return new Reading.Blank();
		}
		Matcher form = PATTERN.matcher(ThaiText.comparable(offered.text()));
		if (!form.matches()) {
			return Reading.refuse(RefusalCode.YEAR_UNREADABLE, offered);
		}
		return switch (DateReader.year(form, this.era)) {
			case CalendarYear.Known(int year) -> new Reading.Read(year);
			case CalendarYear.Refused(RefusalCode code, String detail) -> Reading.refuse(code, offered, detail);
		};
	}

}
