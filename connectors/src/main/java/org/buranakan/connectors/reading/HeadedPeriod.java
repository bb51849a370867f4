package org.buranakan.connectors.reading;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fiscal year, a quarter or a month that has a column of its own in a wide table.
 *
 * @param name what fiscal-year and period readers read and a key can hold: FY2565,
 * 2565-Q2, 2565-01, or Q2 where the year stands elsewhere
 * @param headings what the column may be called
 */
public record HeadedPeriod(String name, List<String> headings) {

	private static final String YEAR = "{year}";

	private static final String QUARTER = "{quarter}";

	private static final String MONTH = "{month}";

	public HeadedPeriod {
		headings = List.copyOf(headings);
	}

	/**
	 * All periods that a heading can name. A year beside a month is that of the calendar,
	 * any other a fiscal year; two digits are understood only where the era is declared.
	 * @param heading with {year}, {quarter}, {quarter} and {year}, or {month} and {year}
	 * @throws IllegalArgumentException if it has none of these; says what is wrong
	 */
	public static List<HeadedPeriod> in(String heading, Era era) {
		boolean ofYears = heading.contains(YEAR);
		if (heading.contains(MONTH)) {
			if (!ofYears || heading.contains(QUARTER)) {
				throw new IllegalArgumentException("a {month} needs its {year}, and no {quarter}, in the heading");
			}
			return ofMonths(heading, era);
		}
		if (heading.contains(QUARTER)) {
			return ofYears ? ofQuarters(heading, era)
					: quarters()
						.mapToObj((quarter) -> new HeadedPeriod("Q" + quarter,
								List.of(heading.replace(QUARTER, Integer.toString(quarter)))))
						.toList();
		}
		if (!ofYears) {
			throw new IllegalArgumentException("has none of {year}, {quarter} and {month}");
		}
		return years().mapToObj((year) -> new HeadedPeriod("FY" + shown(year, era), dated(heading, year, era)))
			.toList();
	}

	private static List<HeadedPeriod> ofQuarters(String heading, Era era) {
		List<HeadedPeriod> periods = new ArrayList<>();
		years().forEach((year) -> quarters()
			.forEach((quarter) -> periods.add(new HeadedPeriod(shown(year, era) + "-Q" + quarter,
					dated(heading.replace(QUARTER, Integer.toString(quarter)), year, era)))));
		return periods;
	}

	private static List<HeadedPeriod> ofMonths(String heading, Era era) {
		List<HeadedPeriod> periods = new ArrayList<>();
		years().forEach((year) -> {
			for (Month month : Month.values()) {
				List<String> headings = ThaiMonths.names(month)
					.stream()
					.flatMap((name) -> dated(heading.replace(MONTH, name), year, era).stream())
					.toList();
				periods.add(new HeadedPeriod("%s-%02d".formatted(shown(year, era), month.getValue()), headings));
			}
		});
		return periods;
	}

	private static IntStream years() {
		return IntStream.rangeClosed(CalendarYear.EARLIEST, CalendarYear.LATEST);
	}

	private static IntStream quarters() {
		return IntStream.rangeClosed(1, 4);
	}

	private static int shown(int year, Era era) {
		return (era == Era.COMMON) ? year : year + CalendarYear.AHEAD;
	}

	private static List<String> dated(String heading, int year, Era era) {
		int buddhist = year + CalendarYear.AHEAD;
		List<String> written = switch (era) {
			case BUDDHIST -> List.of(Integer.toString(buddhist), "%02d".formatted(buddhist % 100));
			case COMMON -> List.of(Integer.toString(year), "%02d".formatted(year % 100));
			case UNDECLARED -> List.of(Integer.toString(buddhist), Integer.toString(year));
		};
		return written.stream().map((digits) -> heading.replace(YEAR, digits)).toList();
	}

}
