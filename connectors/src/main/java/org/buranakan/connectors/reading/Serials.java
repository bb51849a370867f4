package org.buranakan.connectors.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a bare number means where a date is expected. The number does not tell which of
 * the two systems of spreadsheets it is of, four years apart: the profile does.
 */
public enum Serials {

	/** Nothing: the source has dates of its own. */
	NONE(LocalDate.MIN),

	/**
	 * Days in the system that begins in 1900. It counts a 29 February 1900 that never
	 * was, so that from March 1900 on day 0 is a day earlier than it says.
	 */
	SINCE_1900(LocalDate.of(1899, 12, 30)),

	/** Days since 1 January 1904, as spreadsheets made on old Macintoshes count. */
	SINCE_1904(LocalDate.of(1904, 1, 1));

	/** 31 December 9999, where spreadsheets end. */
	private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465);

	private final LocalDate zero;

	Serials(LocalDate zero) {
		this.zero = zero;
	}

	/** The day on which the moment lies; the year is whatever was typed. */
	Optional<LocalDate> day(BigDecimal number) {
		return (this == NONE || number.signum() <= 0 || number.compareTo(LAST) > 0) ? Optional.empty()
				: Optional.of(this.zero.plus(number.setScale(0, RoundingMode.FLOOR).longValue(), ChronoUnit.DAYS));
	}

}
