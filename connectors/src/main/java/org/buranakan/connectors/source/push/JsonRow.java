package org.buranakan.connectors.source.push;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.buranakan.connectors.mapping.Row;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reading.Offered;
import tools.jackson.databind.JsonNode;

/**
 * A pushed item, or a part of one, as a row.
 *
 * @param value the item, or an element of a list in it
 * @param path from the item to the value; empty for the item itself
 */
record JsonRow(SourceProfile source, Pushed item, Request request, String path, JsonNode value) implements Row {

	/**
	 * The request that brought it.
	 *
	 * @param id what it is called
	 * @param place the item's own, the same whenever it is pushed again
	 */
	record Request(String id, String place) {
	}

	static JsonRow of(SourceProfile source, Pushed item, Request request) {
		return new JsonRow(source, item, request, "", item.item());
	}

	@Override
	public Offered at(String column) {
		return offered(node(column));
	}

	/**
	 * What is no list is its own only item, so that it is read rather than overlooked.
	 */
	@Override
	public List<Row> items(String column) {
		JsonNode list = node(column);
		String within = this.path + "/" + name(column);
		if (list.isMissingNode() || list.isNull()) {
			return List.of();
		}
		if (!list.isArray()) {
			return List.of(part(within, list));
		}
		List<Row> rows = new ArrayList<>();
		for (int index = 0; index < list.size(); index++) {
			rows.add(part(within + "/" + index, list.get(index)));
		}
		return rows;
	}

	private Row part(String path, JsonNode value) {
		return new JsonRow(this.source, this.item, this.request, path, value);
	}

	@Override
	public boolean has(String column) {
		return !node(column).isMissingNode();
	}

	@Override
	public String place() {
		return this.request.place();
	}

	@Override
	public String cell(String column) {
		return this.item.pointer() + this.path + (column.equals(".") ? "" : "/" + name(column));
	}

	@Override
	public String heading(String column) {
		String within = column.equals(".") ? this.path : this.path + "/" + name(column);
		return within.isEmpty() ? within : within.substring(1);
	}

	@Override
	public String container() {
		return "request:" + this.request.id();
	}

	@Override
	public String trace() {
		return this.item.pointer().isEmpty() ? "/" : this.item.pointer();
	}

	private JsonNode node(String column) {
		return column.equals(".") ? this.value : find(name(column));
	}

	/** A plain name of an object needs no pointer to be made of it. */
	private JsonNode find(String name) {
		return (this.value.isObject() && name.indexOf('/') < 0 && name.indexOf('~') < 0) ? this.value.path(name)
				: this.value.at("/" + name);
	}

	/** What this item calls the column: the first of its names that is there. */
	private String name(String column) {
		List<String> names = this.source.names(column);
		for (String name : names) {
			if (!find(name).isMissingNode()) {
				return name;
			}
		}
		return names.getFirst();
	}

	private static Offered offered(JsonNode node) {
		return switch (node.getNodeType()) {
			case STRING -> Offered.of(node.stringValue());
			case NUMBER -> Offered.of(new BigDecimal(node.asString()));
			case BOOLEAN -> new Offered.Flag(node.booleanValue());
			case NULL, MISSING -> new Offered.Nothing();
			case ARRAY, OBJECT -> node.isEmpty() ? new Offered.Nothing() : new Offered.Structure();
			case BINARY, POJO -> new Offered.Structure();
		};
	}

}
