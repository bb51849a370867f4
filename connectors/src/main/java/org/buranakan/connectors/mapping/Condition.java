package org.buranakan.connectors.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.ThaiText;

/**
 * What must hold of a row.
 *
 * @param accepted the values that each column may have, as the profile writes them, by
 * the form to compare; {@code *} is anything but blank
 */
record Condition(Map<String, Map<String, String>> accepted) {

	static Condition of(Map<String, List<String>> values) {
		Map<String, Map<String, String>> accepted = new LinkedHashMap<>();
		values.forEach((column, texts) -> {
			Map<String, String> comparable = new LinkedHashMap<>();
			texts.forEach((text) -> comparable.put(ThaiText.comparable(text), text));
			accepted.put(column, comparable);
		});
		return new Condition(accepted);
	}

	boolean holds(Row row) {
		for (Map.Entry<String, Map<String, String>> entry : this.accepted.entrySet()) {
			if (!holds(row.at(entry.getKey()), entry.getValue())) {
				return false;
			}
		}
		return true;
	}

	private static boolean holds(Offered offered, Map<String, String> accepted) {
		if (offered instanceof Offered.Nothing) {
			return accepted.containsKey("");
		}
		return accepted.containsKey("*") || accepted.containsKey(ThaiText.comparable(offered.text()));
	}

}
