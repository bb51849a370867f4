package org.buranakan.connectors.reading;

/** What a reader made of an offered value. */
public sealed interface Reading {

	/**
	 * A value.
	 *
	 * @param value a String, Long, Integer, Boolean, LocalDate or {@link Period}, as the
	 * reader says
	 */
	record Read(Object value) implements Reading {
	}

	/** Nothing was offered. */
	record Blank() implements Reading {
	}

	/** The value is refused. */
	record Unreadable(Objection objection) implements Reading {
	}

	/** A refusal of the offered value, without further detail. */
	static Reading refuse(RefusalCode code, Offered offered) {
		return refuse(code, offered, "");
	}

	/** A refusal of the offered value; the detail completes the reason. */
	static Reading refuse(RefusalCode code, Offered offered, String detail) {
		return new Unreadable(new Objection(code, offered.text(), detail));
	}

}
