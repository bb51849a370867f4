package org.buranakan.connectors.reading;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@link Period}: one date, two dates, 24-26 มกราคม 2565, ม.ค. 2565, ม.ค. - มี.ค.
 * 2565, 2565-01, ไตรมาส 2/2565, 2565-Q2, ปีงบประมาณ 2565.
 */
record PeriodReader(Era era) implements Reader {

	private static final String MARKED_YEAR = "(?<mark>พ\\.?ศ\\.?|ค\\.?ศ\\.?)? ?(?<year>\\d{1,5})";

	private static final String QUARTER_OF = "(?:ไตรมาส(?:ที่)?|q) ?(?<quarter>[1-4])";

	private static final Pattern QUARTER = ThaiText.pattern(QUARTER_OF + "[ /]*" + FiscalYearReader.FORM);

	private static final Pattern YEAR_AND_QUARTER = ThaiText.pattern(FiscalYearReader.FORM + "[ /-]*" + QUARTER_OF);

	private static final Pattern FISCAL_YEAR = ThaiText.pattern("(?=ปี|fy)" + FiscalYearReader.FORM);

	private static final Pattern MONTHS = ThaiText.pattern("(?:เดือน)?(?<first>" + ThaiMonths.WORD
			+ ") ?(?:(?:-|–|ถึง) ?(?:เดือน)?(?<last>" + ThaiMonths.WORD + "))?[ /]*" + MARKED_YEAR);

	private static final Pattern WITHOUT_YEAR = ThaiText.pattern(QUARTER_OF + "|(?:เดือน)?(?<first>" + ThaiMonths.WORD
			+ ") ?(?:(?:-|–|ถึง) ?(?:เดือน)?(?<last>" + ThaiMonths.WORD + "))?");

	private static final Pattern ISO_MONTH = ThaiText.pattern("(?<year>\\d{4})-(?<first>\\d{2})(?<mark>)");

	private static final Pattern DAYS_OF_MONTH = ThaiText
		.pattern("(?<from>\\d{1,2}) ?(?:-|–|ถึง) ?(?<to>\\d{1,2})(?<rest>[ /]?" + ThaiMonths.WORD + "[ /]?"
				+ MARKED_YEAR + ")");

	private static final Pattern SPAN = ThaiText
		.pattern("(?<from>.*\\d) ?(?: - | – |–|ถึง|/(?=\\d{4}-)| to ) ?(?<to>.*\\d)");

	@Override
	public Reading read(Offered offered) {
		return switch (offered) {
			case Offered.Nothing ignored -> new Reading.Blank();
			case Offered.Words(String text) -> written(ThaiText.comparable(text), offered, true);
			case Offered.Day ignored -> day(offered);
			case Offered.Figure ignored -> Reading.refuse(RefusalCode.PERIOD_UNREADABLE, offered);
			case Offered.Flag ignored -> Reading.refuse(RefusalCode.PERIOD_UNREADABLE, offered);
			case Offered.Structure ignored -> Reading.refuse(RefusalCode.VALUE_STRUCTURED, offered);
		};
	}

	/** A span has no spans for its ends. */
	private Reading written(String text, Offered offered, boolean whole) {
		for (Pattern form : new Pattern[] { QUARTER, YEAR_AND_QUARTER }) {
			Matcher quarter = form.matcher(text);
			if (quarter.matches()) {
				int number = Integer.parseInt(quarter.group("quarter"));
				return ofYear(quarter, offered, (year) -> Period.ofQuarter(number, year));
			}
		}
		Matcher fiscalYear = FISCAL_YEAR.matcher(text);
		if (fiscalYear.matches()) {
			return ofYear(fiscalYear, offered, Period::ofFiscalYear);
		}
		Matcher isoMonth = ISO_MONTH.matcher(text);
		if (isoMonth.matches()) {
			return months(isoMonth, isoMonth.group("first"), isoMonth.group("first"), offered);
		}
		if (isWithoutYear(text)) {
			return Reading.refuse(RefusalCode.PERIOD_WITHOUT_YEAR, offered);
		}
		Matcher months = MONTHS.matcher(text);
		if (months.matches()) {
			String last = months.group("last");
			return months(months, months.group("first"), (last != null) ? last : months.group("first"), offered);
		}
		return days(text, offered, whole);
	}

	/** Which year is meant nobody guesses: it may stand in a column to be joined. */
	private static boolean isWithoutYear(String text) {
		Matcher form = WITHOUT_YEAR.matcher(text);
		return form.matches() && (form.group("quarter") != null || month(form.group("first")).isPresent());
	}

	private Reading days(String text, Offered offered, boolean whole) {
		Matcher daysOfMonth = DAYS_OF_MONTH.matcher(text);
		if (daysOfMonth.matches()) {
			return span(daysOfMonth.group("from") + daysOfMonth.group("rest"),
					daysOfMonth.group("to") + daysOfMonth.group("rest"), offered);
		}
		Matcher span = SPAN.matcher(text);
		return (whole && span.matches()) ? span(span.group("from"), span.group("to"), offered)
				: day(new Offered.Words(text));
	}

	private Reading day(Offered offered) {
		Reading day = new DateReader(this.era).read(offered);
		return (day instanceof Reading.Read(LocalDate date)) ? new Reading.Read(Period.of(date)) : day;
	}

	private Reading span(String from, String to, Offered offered) {
		Reading first = end(from);
		Reading last = end(to);
		if (first instanceof Reading.Read(Period start) && last instanceof Reading.Read(Period end)) {
			return end.end().isBefore(start.start()) ? Reading.refuse(RefusalCode.PERIOD_REVERSED, offered)
					: new Reading.Read(new Period(start.start(), end.end(), start.precision()));
		}
		Reading bad = (first instanceof Reading.Unreadable) ? first : last;
		return (bad instanceof Reading.Unreadable(Objection objection))
				? Reading.refuse(objection.code(), offered, objection.detail())
				: Reading.refuse(RefusalCode.PERIOD_UNREADABLE, offered);
	}

	private Reading end(String text) {
		return written(text.strip(), new Offered.Words(text), false);
	}

	private Reading months(Matcher form, String firstName, String lastName, Offered offered) {
		Optional<Integer> first = month(firstName);
		Optional<Integer> last = month(lastName);
		if (first.isEmpty() || last.isEmpty()) {
			return Reading.refuse(RefusalCode.PERIOD_UNREADABLE, offered);
		}
		if (first.get() > last.get()) {
			return Reading.refuse(RefusalCode.PERIOD_REVERSED, offered);
		}
		return ofYear(form, offered,
				(year) -> Period.of(YearMonth.of(year, first.get()), YearMonth.of(year, last.get())));
	}

	private static Optional<Integer> month(String text) {
		if (Character.isDigit(text.charAt(0))) {
			return Optional.of(Integer.valueOf(text)).filter((number) -> number >= 1 && number <= 12);
		}
		return ThaiMonths.named(text).map(Month::getValue);
	}

	private Reading ofYear(Matcher form, Offered offered, IntFunction<Period> period) {
		return switch (DateReader.year(form, this.era)) {
			case CalendarYear.Known(int year) -> new Reading.Read(period.apply(year));
			case CalendarYear.Refused(RefusalCode code, String detail) -> Reading.refuse(code, offered, detail);
		};
	}

}
