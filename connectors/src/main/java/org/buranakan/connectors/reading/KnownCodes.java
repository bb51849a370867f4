package org.buranakan.connectors.reading;

import java.util.Map;

/** What is known of code lists while reading. */
public interface KnownCodes {

	/**
	 * The codes of a reference list with their names.
	 * @param kind such as {@code activity-kind} or {@code organisation}
	 * @return code by comparable code and comparable Thai and English name; empty if the
	 * list is unknown
	 */
	Map<String, String> codesByName(String kind);

}
