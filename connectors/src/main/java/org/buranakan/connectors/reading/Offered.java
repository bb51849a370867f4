package org.buranakan.connectors.reading;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One value as its source holds it, before anything is read into it. */
public sealed interface Offered {

	/**
	 * What an officer would see in the place; empty where nothing stands, or something
	 * that is no value.
	 */
	String text();

	/** Text. */
	record Words(String text) implements Offered {
	}

	/** A number that the source holds as a number. */
	record Figure(BigDecimal value) implements Offered {

		/** Binary numbers of 64 bits, written out, stay within it. */
		private static final int WIDEST = 400;

		public Figure {
			if (!isBounded(value)) {
				throw new IllegalArgumentException("A figure of more than " + WIDEST + " digits");
			}
		}

		/** A short text can name a number that no memory holds when it is written out. */
		private static boolean isBounded(BigDecimal value) {
			return Math.abs((long) value.scale()) <= WIDEST && value.precision() <= WIDEST;
		}

		@Override
		public String text() {
			return (this.value.signum() == 0) ? "0" : this.value.stripTrailingZeros().toPlainString();
		}

	}

	/**
	 * A date that the source holds as a date. Its year is whatever was typed:
	 * spreadsheets store 24/01/2565 as the year 2565 of the common era, and 24/1/65 as
	 * 1965.
	 */
	record Day(LocalDate value) implements Offered {

		@Override
		public String text() {
			return this.value.toString();
		}

	}

	/** A yes or no that the source holds as such. */
	record Flag(boolean value) implements Offered {

		@Override
		public String text() {
			return Boolean.toString(this.value);
		}

	}

	/**
	 * A list, or an object with values of its own, where one value is wanted. What stands
	 * in it is nobody's to read: it may be what no profile lists, above all a person's.
	 */
	record Structure() implements Offered {

		@Override
		public String text() {
			return "";
		}

	}

	/** Nothing. */
	record Nothing() implements Offered {

		@Override
		public String text() {
			return "";
		}

	}

	/** The number; as the text it is where it is out of all bounds. */
	static Offered of(BigDecimal number) {
		return Figure.isBounded(number) ? new Figure(number) : new Words(number.toString());
	}

	/** The text, or nothing where it is blank or a mere dash. */
	static Offered of(String text) {
		String tidy = ThaiText.tidy(text);
		return (tidy.isEmpty() || (tidy.length() == 1 && "-–—".contains(tidy))) ? new Nothing() : new Words(text);
	}

}
