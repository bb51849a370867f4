package org.buranakan.connectors.reading;

import java.time.LocalDate;

/**
 * Keeps from a reader what it could not read: what is no single value, and texts that are
 * longer than any, for what patterns and look-ups do with them costs far more than their
 * length.
 */
record Bounded(Reader reader) implements Reader {

	static final int LONGEST = 1000;

	@Override
	public Reading read(Offered offered) {
		return read(offered, UNDATED);
	}

	@Override
	public Reading read(Offered offered, LocalDate day) {
		if (offered instanceof Offered.Structure) {
			return Reading.refuse(RefusalCode.VALUE_STRUCTURED, offered);
		}
		return (offered instanceof Offered.Words(String text) && text.length() > LONGEST)
				? Reading.refuse(RefusalCode.TEXT_TOO_LONG, offered, Integer.toString(LONGEST))
				: this.reader.read(offered, day);
	}

}
