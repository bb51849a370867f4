package org.buranakan.connectors.reading;

/**
 * A written year and the only place that decides its era. Years from {@value #EARLIEST}
 * to {@value #LATEST} of the common era are possible; that window keeps four-digit years
 * of the two eras apart without a guess.
 */
sealed interface CalendarYear {

	int EARLIEST = 2000;

	int LATEST = 2050;

	/** What the Buddhist era is ahead. */
	int AHEAD = 543;

	/** A year of the common era. */
	record Known(int year) implements CalendarYear {
	}

	/** Not a year that can be. */
	record Refused(RefusalCode code, String detail) implements CalendarYear {
	}

	/**
	 * Judges a year as written, two or four digits, none before the first.
	 * @param era what the profile, or a mark beside the year (พ.ศ., ค.ศ.), says
	 */
	static CalendarYear of(String digits, Era era) {
		int written = Integer.parseInt(digits);
		return switch (digits.length()) {
			case 2 -> ofTwoDigits(written, era);
			case 4 -> ofFourDigits(written, era);
			default -> new Refused(RefusalCode.YEAR_IMPOSSIBLE, digits.length() + " หลัก / digits");
		};
	}

	private static CalendarYear ofTwoDigits(int written, Era era) {
		return switch (era) {
			case BUDDHIST -> possible(2500 + written - AHEAD, "พ.ศ. " + (2500 + written));
			case COMMON -> possible(2000 + written, "ค.ศ. " + (2000 + written));
			case UNDECLARED -> new Refused(RefusalCode.ERA_AMBIGUOUS,
					"พ.ศ. %d = ค.ศ. %d / ค.ศ. %d".formatted(2500 + written, 2500 + written - AHEAD, 2000 + written));
		};
	}

	private static CalendarYear ofFourDigits(int written, Era era) {
		boolean buddhist = written >= EARLIEST + AHEAD - 100;
		if ((era == Era.BUDDHIST && isPossible(written)) || (era == Era.COMMON && isPossible(written - AHEAD))) {
			return new Refused(RefusalCode.ERA_CONTRADICTED, Integer.toString(written));
		}
		return buddhist ? possible(written - AHEAD, "พ.ศ. " + written) : possible(written, "ค.ศ. " + written);
	}

	private static CalendarYear possible(int year, String detail) {
		return isPossible(year) ? new Known(year) : new Refused(RefusalCode.YEAR_IMPOSSIBLE, detail);
	}

	static boolean isPossible(int year) {
		return year >= EARLIEST && year <= LATEST;
	}

}
