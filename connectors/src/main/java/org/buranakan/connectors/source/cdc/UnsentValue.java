package org.buranakan.connectors.source.cdc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mark that Debezium writes where PostgreSQL did not send a long value because an
 * update left it as it was. With {@code REPLICA IDENTITY FULL} the value stands in the
 * row before; without, nobody can tell it.
 */
final class UnsentValue {

	/** Debezium's default {@code unavailable.value.placeholder}. */
	private static final String MARK = "__debezium_unavailable_value";

	private static final String MARK_AS_BYTES = Base64.getEncoder()
		.encodeToString(MARK.getBytes(StandardCharsets.UTF_8));

	private static final String MARK_AS_UUID = UUID.nameUUIDFromBytes(MARK.getBytes(StandardCharsets.UTF_8)).toString();

	private static final String MARK_AS_MAP = "{\"" + MARK + "\":\"" + MARK + "\"}";

	private static final Set<String> MARKS = Set.of(MARK, MARK_AS_BYTES, MARK_AS_UUID, MARK_AS_MAP);

	private static final String MARK_AS_NUMBERS = Arrays.toString(MARK.getBytes(StandardCharsets.UTF_8))
		.replace(" ", "");

	private UnsentValue() {
	}

	/** The columns that were not sent. */
	static List<String> in(JsonNode columns) {
		return columns.propertyStream()
			.filter((column) -> isMark(column.getValue()))
			.map((column) -> column.getKey())
			.toList();
	}

	/** Fills the column from the row before; whether it stands there. */
	static boolean fill(String column, JsonNode before, JsonNode after) {
		JsonNode value = before.path(column);
		if (value.isMissingNode() || isMark(value)) {
			return false;
		}
		((ObjectNode) after).set(column, value);
		return true;
	}

	/** Lists hold it as their only item; lists of numbers hold its bytes. */
	private static boolean isMark(JsonNode value) {
		JsonNode text = (value.isArray() && value.size() == 1) ? value.path(0) : value;
		return text.isString() ? MARKS.contains(text.stringValue()) : value.toString().equals(MARK_AS_NUMBERS);
	}

}
