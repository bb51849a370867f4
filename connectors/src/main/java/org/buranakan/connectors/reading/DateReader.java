package org.buranakan.connectors.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@link LocalDate} of the common era from the forms in use: 24 ม.ค. 2565, 24
 * มกราคม ๒๕๖๕, 24/01/2565, 2022-01-24, and dates that the source holds as such, if only
 * as a spreadsheet's number of days.
 */
record DateReader(Era era, Serials serials) implements Reader {

	DateReader(Era era) {
		this(era, Serials.NONE);
	}

	private static final String YEAR = "(?<mark>พ\\.?ศ\\.?|ค\\.?ศ\\.?|b\\.?e\\.?|a\\.?d\\.?)? ?(?<year>\\d{1,5})";

	private static final Pattern YEAR_FIRST = ThaiText.pattern(
			"(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})(?<mark>)(?:[t ](?<time>[0-9:.]+) ?(?<offset>z|[+-][0-9:]+)?)?");

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	private static final Pattern DAY_FIRST = ThaiText
		.pattern("(?<day>\\d{1,2})[-/. ](?<month>\\d{1,2})[-/. ]" + YEAR + "(?: 0?0:00(?::00)?)?");

	private static final Pattern NAMED_MONTH = ThaiText
		.pattern("(?:วัน[\\p{IsThai}]*ที่ ?)?(?<day>\\d{1,2})[- /]?(?<month>" + ThaiMonths.WORD + ")[- /]?" + YEAR);

	@Override
	public Reading read(Offered offered) {
		return switch (offered) {
			case Offered.Nothing ignored -> new Reading.Blank();
			case Offered.Day(LocalDate typed) -> typed(typed, offered);
			case Offered.Words(String text) -> written(ThaiText.comparable(text), offered);
			case Offered.Figure(BigDecimal number) -> this.serials.day(number)
				.filter(DateReader::isPlausible)
				.map((day) -> typed(day, offered))
				.orElseGet(() -> Reading.refuse(RefusalCode.DATE_UNREADABLE, offered));
			case Offered.Flag ignored -> Reading.refuse(RefusalCode.DATE_UNREADABLE, offered);
			case Offered.Structure ignored -> Reading.refuse(RefusalCode.VALUE_STRUCTURED, offered);
		};
	}

	/** The year of the common era that the group named year, marked or not, means. */
	static CalendarYear year(Matcher form, Era declared) {
		String mark = form.group("mark");
		if (mark == null || mark.isEmpty()) {
			return CalendarYear.of(form.group("year"), declared);
		}
		return CalendarYear.of(form.group("year"),
				(mark.startsWith("พ") || mark.startsWith("b")) ? Era.BUDDHIST : Era.COMMON);
	}

	private Reading written(String text, Offered offered) {
		for (Pattern form : new Pattern[] { YEAR_FIRST, DAY_FIRST, NAMED_MONTH }) {
			Matcher matcher = form.matcher(text);
			if (matcher.matches()) {
				Reading date = date(matcher, offered);
				return (form == YEAR_FIRST && matcher.group("offset") != null) ? inBangkok(date, matcher, offered)
						: date;
			}
		}
		return Reading.refuse(RefusalCode.DATE_UNREADABLE, offered);
	}

	/** The day on which it was there is not always the one on which it was here. */
	private static Reading inBangkok(Reading reading, Matcher form, Offered offered) {
		if (!(reading instanceof Reading.Read(LocalDate date))) {
			return reading;
		}
		try {
			ZoneOffset offset = ZoneOffset.of(form.group("offset").toUpperCase(Locale.ROOT));
			return new Reading.Read(date.atTime(LocalTime.parse(form.group("time")))
				.atOffset(offset)
				.atZoneSameInstant(BANGKOK)
				.toLocalDate());
		}
		catch (DateTimeException ex) {
			return Reading.refuse(RefusalCode.DATE_UNREADABLE, offered);
		}
	}

	private Reading date(Matcher form, Offered offered) {
		Optional<Integer> month = month(form.group("month"));
		if (month.isEmpty()) {
			return Reading.refuse(RefusalCode.DATE_UNREADABLE, offered);
		}
		return switch (year(form, this.era)) {
			case CalendarYear.Known(int year) -> exact(year, month.get(), Integer.parseInt(form.group("day")), offered);
			case CalendarYear.Refused(RefusalCode code, String detail) -> Reading.refuse(code, offered, detail);
		};
	}

	private static Optional<Integer> month(String text) {
		return Character.isDigit(text.charAt(0)) ? Optional.of(Integer.valueOf(text))
				: ThaiMonths.named(text).map(Month::getValue);
	}

	/** A year of two digits was completed by the spreadsheet, to the wrong century. */
	private static Reading typed(LocalDate typed, Offered offered) {
		int year = typed.getYear();
		if (CalendarYear.isPossible(year)) {
			return new Reading.Read(typed);
		}
		int completed = 2500 + year % 100 - CalendarYear.AHEAD;
		if (year / 100 == 19 && CalendarYear.isPossible(completed)) {
			return Reading.refuse(RefusalCode.ERA_AMBIGUOUS, offered,
					"พ.ศ. %d = ค.ศ. %d / ค.ศ. %d".formatted(completed + CalendarYear.AHEAD, completed, year));
		}
		if (CalendarYear.isPossible(year - CalendarYear.AHEAD)) {
			return exact(year - CalendarYear.AHEAD, typed.getMonthValue(), typed.getDayOfMonth(), offered);
		}
		return Reading.refuse(RefusalCode.YEAR_IMPOSSIBLE, offered, Integer.toString(year));
	}

	/**
	 * A number is a date only if it can be one of our time, in either era: anything else
	 * is a year, an amount or a mistake.
	 */
	private static boolean isPlausible(LocalDate day) {
		int year = day.getYear();
		return CalendarYear.isPossible(year) || CalendarYear.isPossible(year - CalendarYear.AHEAD);
	}

	private static Reading exact(int year, int month, int day, Offered offered) {
		try {
			return new Reading.Read(LocalDate.of(year, month, day));
		}
		catch (DateTimeException ex) {
			return Reading.refuse(RefusalCode.DATE_IMPOSSIBLE, offered);
		}
	}

}
