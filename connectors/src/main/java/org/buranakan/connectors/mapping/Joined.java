package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.stream.Collectors;

import org.buranakan.connectors.reading.Offered;

/** Several columns offered as one value. */
final class Joined {

	private Joined() {
	}

	/** One column as it is; several as text, blank ones left out, joined by a slash. */
	static Offered of(Row row, List<String> columns) {
		if (columns.size() == 1) {
			return row.at(columns.getFirst());
		}
		return Offered.of(columns.stream()
			.map(row::at)
			.filter((offered) -> !(offered instanceof Offered.Nothing))
			.map(Offered::text)
			.collect(Collectors.joining(" / ")));
	}

}
