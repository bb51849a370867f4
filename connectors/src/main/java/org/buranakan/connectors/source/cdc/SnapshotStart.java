package org.buranakan.connectors.source.cdc;

import java.util.OptionalLong;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Looks through a raw topic, from its earliest record on, for the first one of a
 * snapshot: whoever begins there sees every row that stood. A snapshot that was taken bit
 * by bit ({@code incremental}) has no such record.
 */
final class SnapshotStart {

	private static final Set<String> FIRST = Set.of("first", "first_in_data_collection");

	/** Debezium calls the only row of a table its last. */
	private static final Set<String> LAST = Set.of("last", "last_in_data_collection");

	private static final Set<String> WITHIN = Set.of("true");

	/** What came before the earliest record nobody knows. */
	private boolean maySnapshotGoOn = true;

	private OptionalLong offset = OptionalLong.empty();

	void see(ConsumerRecord<byte[], byte[]> record) {
		String mark = mark(record.value());
		if (this.offset.isEmpty() && (FIRST.contains(mark) || (LAST.contains(mark) && !this.maySnapshotGoOn))) {
			this.offset = OptionalLong.of(record.offset());
		}
		this.maySnapshotGoOn = FIRST.contains(mark) || WITHIN.contains(mark);
	}

	/** Where the first snapshot begins, if there is one. */
	OptionalLong offset() {
		return this.offset;
	}

	private static String mark(byte @Nullable [] value) {
		if (value == null) {
			return "";
		}
		try {
			JsonNode change = ChangeReader.JSON.readTree(value);
			return change.path("op").asString("").equals("r") ? change.path("source").path("snapshot").asString("")
					: "";
		}
		catch (JacksonException ex) {
			return "";
		}
	}

}
