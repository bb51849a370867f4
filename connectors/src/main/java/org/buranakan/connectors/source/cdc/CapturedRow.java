package org.buranakan.connectors.source.cdc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import org.buranakan.connectors.mapping.Row;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reading.Offered;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A row of a captured table, or one item of a list that stands in one of its columns.
 *
 * @param columns a JSON object by column name; anything else is an item and stands in
 * column {@code .}
 */
record CapturedRow(SourceProfile source, ChangePlace where, JsonNode columns) implements Row {

	@Override
	public Offered at(String column) {
		if (column.equals(".")) {
			return offered(this.columns);
		}
		return offered(this.columns.path(name(column)));
	}

	/**
	 * The items of an array, or of a JSON array in a text; a text that is none is its own
	 * only item, so that it is refused rather than overlooked.
	 */
	@Override
	public List<Row> items(String column) {
		JsonNode value = this.columns.path(name(column));
		if (value.isString()) {
			value = parsed(value);
		}
		if (value.isMissingNode() || value.isNull()) {
			return List.of();
		}
		List<Row> items = new ArrayList<>();
		if (value.isArray()) {
			StreamSupport.stream(value.spliterator(), false)
				.forEach((item) -> items.add(new CapturedRow(this.source, this.where, item)));
		}
		else {
			items.add(new CapturedRow(this.source, this.where, value));
		}
		return items;
	}

	@Override
	public String place() {
		return this.where.key();
	}

	@Override
	public String cell(String column) {
		return this.where.key() + " " + name(column);
	}

	@Override
	public String heading(String column) {
		return name(column);
	}

	@Override
	public String container() {
		return this.where.table();
	}

	@Override
	public String trace() {
		return this.where.trace();
	}

	@Override
	public boolean has(String column) {
		return this.columns.has(name(column));
	}

	/** What the table calls the column. */
	private String name(String column) {
		List<String> names = this.source.names(column);
		return names.stream().filter(this.columns::has).findFirst().orElse(names.getFirst());
	}

	private static JsonNode parsed(JsonNode text) {
		String json = text.stringValue().strip();
		if (json.isEmpty() || (json.charAt(0) != '[' && json.charAt(0) != '{')) {
			return text;
		}
		try {
			return ChangeReader.JSON.readTree(json);
		}
		catch (JacksonException ex) {
			return text;
		}
	}

	private static Offered offered(JsonNode value) {
		if (value.isMissingNode() || value.isNull()) {
			return new Offered.Nothing();
		}
		if (value.isNumber()) {
			return Offered.of(value.decimalValue());
		}
		if (value.isBoolean()) {
			return new Offered.Flag(value.booleanValue());
		}
		if (value.isObject()) {
			return Temporal.offered(value);
		}
		if (value.isArray()) {
			return value.isEmpty() ? new Offered.Nothing() : new Offered.Structure();
		}
		return Offered.of(value.isString() ? value.stringValue() : value.toString());
	}

}
