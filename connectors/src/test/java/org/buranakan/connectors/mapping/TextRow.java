package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reading.Offered;

/** Row 7 of a sheet that holds nothing but text. */
record TextRow(Map<String, String> values) implements Row {

	@Override
	public Offered at(String column) {
		return Offered.of(this.values.getOrDefault(column, ""));
	}

	@Override
	public List<Row> items(String column) {
		return List.of();
	}

	@Override
	public String place() {
		return "แผ่น1!7";
	}

	@Override
	public String cell(String column) {
		return "แผ่น1!" + column + "7";
	}

	@Override
	public String heading(String column) {
		return column;
	}

	@Override
	public String container() {
		return "sha256:0";
	}

}
