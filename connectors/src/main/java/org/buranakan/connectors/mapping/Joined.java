package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.buranakan.connectors.reading.Offered;

/** Several columns offered as one value. */
final class Joined {

	private Joined() {
	}

	/**
	 * One column as it is; several as text, blank ones left out, joined by a slash. What
	 * is no value has no part in one.
	 */
	static Offered of(Row row, List<String> columns) {
		if (columns.size() == 1) {
			return row.at(columns.getFirst());
		}
		List<Offered> parts = columns.stream().map(row::at).toList();
		Optional<Offered> structure = parts.stream().filter(Offered.Structure.class::isInstance).findFirst();
		return structure.orElseGet(() -> Offered.of(parts.stream()
			.filter((offered) -> !(offered instanceof Offered.Nothing))
			.map(Offered::text)
			.collect(Collectors.joining(" / "))));
	}

}
