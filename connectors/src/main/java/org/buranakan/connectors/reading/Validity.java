package org.buranakan.connectors.reading;

import java.time.LocalDate;
import java.util.List;

/**
 * For how long an area or a code stands. Only its end is judged: a start that was put on
 * record too late must not refuse what is older.
 *
 * @param from the first day
 * @param to the last day; {@link LocalDate#MAX} while it stands
 * @param successors what stands instead afterwards; empty where nobody says
 */
public record Validity(LocalDate from, LocalDate to, List<String> successors) {

	/** It stands, and always did. */
	public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX, List.of());

	public Validity {
		successors = List.copyOf(successors);
	}

	boolean isOverBy(LocalDate day) {
		return day.isAfter(this.to);
	}

	boolean hasBegunBy(LocalDate day) {
		return !day.isBefore(this.from);
	}

}
