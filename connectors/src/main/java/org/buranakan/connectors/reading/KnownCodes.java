package org.buranakan.connectors.reading;

import java.util.Map;
import java.util.Optional;

/** What is known of code lists while reading. */
public interface KnownCodes {

	/**
	 * The codes of a reference list that stand without an end, with their names.
	 * @param kind such as {@code activity-kind} or {@code organisation}
	 * @return code by comparable code and comparable Thai and English name; empty if the
	 * list is unknown
	 */
	Map<String, String> codesByName(String kind);

	/**
	 * The names of the same codes, as people are to read them, in the order of the codes.
	 */
	default Map<String, Text> names(String kind) {
		return Map.of();
	}

	/**
	 * The same object as long as no answer changes; another each time where nobody knows.
	 */
	default Object edition() {
		return new Object();
	}

	/**
	 * The code of a reference list that has an end, or will have.
	 * @param comparable its code or its name, in the form to compare
	 */
	default Optional<KnownCode> ending(String kind, String comparable) {
		return Optional.empty();
	}

}
