package org.buranakan.connectors.source.push;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Takes a body apart into items. */
final class PushedItems {

	private static final String ITEMS = "items";

	/**
	 * Of a body: a hundred for each of the most items that are usual. A body of nothing
	 * but brackets takes fifty times its length in memory.
	 */
	private static final long MOST_TOKENS = 1_000_000;

	private static final ObjectReader READER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build()
		.readerFor(JsonNode.class);

	private PushedItems() {
	}

	/**
	 * The items of a body, in order.
	 * @throws tools.jackson.core.JacksonException if it is not JSON, or too much of it
	 */
	static List<Pushed> of(byte[] body) {
		List<JsonNode> values = new ArrayList<>();
		try (MappingIterator<JsonNode> roots = READER.readValues(body)) {
			roots.forEachRemaining(values::add);
		}
		boolean several = values.size() > 1 || startsArray(body);
		List<Pushed> items = new ArrayList<>();
		for (int index = 0; index < values.size(); index++) {
			add(items, values.get(index), several ? "/" + index : "");
		}
		return items;
	}

	private static void add(List<Pushed> items, JsonNode value, String pointer) {
		JsonNode list = value.path(ITEMS);
		if (!list.isArray()) {
			items.add(new Pushed(value, pointer, value));
			return;
		}
		for (int index = 0; index < list.size(); index++) {
			items.add(new Pushed(list.get(index), pointer + "/" + ITEMS + "/" + index, value));
		}
	}

	private static boolean startsArray(byte[] body) {
		for (byte letter : body) {
			if (letter == '[') {
				return true;
			}
			if (letter > ' ') {
				return false;
			}
		}
		return false;
	}

}
