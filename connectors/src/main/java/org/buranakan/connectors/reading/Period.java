package org.buranakan.connectors.reading;

import java.time.LocalDate;
import java.time.YearMonth;

import org.buranakan.schemas.event.DatePrecision;

/**
 * A stretch of days, both ends inclusive.
 *
 * @param precision how exactly the source stated it
 */
public record Period(LocalDate start, LocalDate end, DatePrecision precision) {

	public Period {
		if (end.isBefore(start)) {
			throw new IllegalArgumentException("A period ends before it starts: " + start + " to " + end);
		}
	}

	static Period of(LocalDate day) {
		return new Period(day, day, DatePrecision.DAY);
	}

	static Period of(YearMonth first, YearMonth last) {
		return new Period(first.atDay(1), last.atEndOfMonth(), DatePrecision.MONTH);
	}

	/**
	 * The fiscal year that ends in September of the given year of the common era.
	 */
	static Period ofFiscalYear(int year) {
		return new Period(LocalDate.of(year - 1, 10, 1), LocalDate.of(year, 9, 30), DatePrecision.FISCAL_YEAR);
	}

	/** A quarter of that fiscal year; the first is October to December. */
	static Period ofQuarter(int quarter, int year) {
		LocalDate start = LocalDate.of(year - 1, 10, 1).plusMonths(3L * (quarter - 1));
		return new Period(start, start.plusMonths(3).minusDays(1), DatePrecision.QUARTER);
	}

}
