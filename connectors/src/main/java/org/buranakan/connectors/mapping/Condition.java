package org.buranakan.connectors.mapping;

import java.util.Map;
import java.util.Set;

import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.ThaiText;

/**
 * What must hold of a row.
 *
 * @param accepted the values that each column may have, in the form to compare; {@code *}
 * is anything but blank
 */
record Condition(Map<String, Set<String>> accepted) {

	boolean holds(Row row) {
		for (Map.Entry<String, Set<String>> entry : this.accepted.entrySet()) {
			if (!holds(row.at(entry.getKey()), entry.getValue())) {
				return false;
			}
		}
		return true;
	}

	private static boolean holds(Offered offered, Set<String> accepted) {
		if (offered instanceof Offered.Nothing) {
			return accepted.contains("");
		}
		return accepted.contains("*") || accepted.contains(ThaiText.comparable(offered.text()));
	}

}
