package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reading.Offered;

/** Row 7 of a sheet, by its headings; an empty text is a blank cell. */
public record HeadedRow(SourceProfile source, Map<String, String> cells) implements Row {

	@Override
	public Offered at(String column) {
		return Offered.of(this.cells.getOrDefault(heading(column), ""));
	}

	@Override
	public boolean has(String column) {
		return this.cells.containsKey(heading(column));
	}

	@Override
	public List<Row> items(String column) {
		return List.of();
	}

	@Override
	public String place() {
		return "งบ!7";
	}

	@Override
	public String cell(String column) {
		return "งบ!" + heading(column) + "7";
	}

	@Override
	public String heading(String column) {
		return this.source.names(column).stream().filter(this.cells::containsKey).findFirst().orElse(column);
	}

	@Override
	public String container() {
		return "sha256:0";
	}

}
