package org.buranakan.connectors.reading;

import java.time.LocalDate;

/** Reads one kind of value; pure, and never throws for what it is offered. */
@FunctionalInterface
public interface Reader {

	/** The day of what tells none: only what stands without an end is read. */
	LocalDate UNDATED = LocalDate.MAX;

	/** Reads a value that no day belongs to. */
	Reading read(Offered offered);

	/**
	 * Reads a value as it was meant on a day: for areas and codes, which come and go.
	 */
	default Reading read(Offered offered, LocalDate day) {
		return read(offered);
	}

}
