package org.buranakan.connectors.source.cdc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.buranakan.connectors.mapping.Gone;
import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.SourceProfile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Debezium 3.7 really wrote, with {@link Capture}'s configuration, for the pilot's
 * tables and for two more: {@code kinds}, a column of every type under the default
 * replica identity, and {@code keyless}, without a primary key. Long texts are cut.
 */
final class RecordedChanges {

	static final Uuid LOG = Uuid.fromString("Jk3fQ1tTSLe0v1bq8mWc7w");

	private final String table;

	private final List<JsonNode> records;

	private RecordedChanges(String table, List<JsonNode> records) {
		this.table = table;
		this.records = records;
	}

	static RecordedChanges of(String table) {
		try (InputStream in = Objects
			.requireNonNull(RecordedChanges.class.getResourceAsStream("/debezium/changes.jsonl"))) {
			return new RecordedChanges(table,
					new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
						.map((line) -> ChangeReader.JSON.readTree(line))
						.filter((record) -> record.path("topic").stringValue().equals("raw.codi." + table))
						.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the reader makes of the n-th record of the table, from 0. */
	Change read(int index) {
		return read(index, Map.of());
	}

	Change read(int index, Map<String, List<String>> columns) {
		JsonNode record = this.records.get(index);
		return reader(columns)
			.read(record(record.path("offset").longValue(), text(record.path("key")), text(record.path("value"))));
	}

	/** What the reader makes of a record that Debezium did not write. */
	Change readForeign(String key, String value) {
		return reader(Map.of()).read(record(7, key, value));
	}

	/** What the reader makes of such a record of a table as the profile has it. */
	static Change foreign(SourceProfile profile, String table, long offset, String key, String value) {
		return new ChangeReader(profile, table, LOG, new TransactionCounts())
			.read(new ConsumerRecord<>("raw.codi." + table, 0, offset, bytes(key), bytes(value)));
	}

	private ChangeReader reader(Map<String, List<String>> columns) {
		return new ChangeReader(
				new SourceProfile(this.table, new Origin.Table(this.table), columns, Set.of(), Gone.KEPT, List.of()),
				this.table, LOG, new TransactionCounts());
	}

	private ConsumerRecord<byte[], byte[]> record(long offset, @Nullable String key, @Nullable String value) {
		return new ConsumerRecord<>("raw.codi." + this.table, 0, offset, bytes(key), bytes(value));
	}

	private static byte @Nullable [] bytes(@Nullable String text) {
		return (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null;
	}

	private static @Nullable String text(JsonNode node) {
		return node.isString() ? node.stringValue() : null;
	}

}
