package org.buranakan.connectors.source.cdc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reconciles what Debezium says that each transaction held with what was read of it: a
 * transaction that ended with more records than were ever seen has lost some. A record
 * that comes twice counts once.
 * <p>
 * The end of a transaction and its records stand in different topics, so either may be
 * read first. An end is judged once everything has been read that its records' topics
 * held when it was seen; and because a reader that starts in the middle of a transaction
 * has not seen its beginning, what is overdue is read once more before it counts as lost.
 */
final class TransactionCounts {

	/** What is forgotten is only read once more. */
	private static final int REMEMBERED = 10_000;

	private final Map<String, Map<String, BitSet>> seen = new Recent<>();

	private final Map<String, End> ends = new LinkedHashMap<>();

	/** The offsets of the last ends, by transaction. */
	private final Map<String, Long> ended = new Recent<>();

	private long committed;

	private boolean again;

	/**
	 * A record belongs to a transaction.
	 * @param transaction Debezium's {@code transaction} block; missing or null for rows
	 * of a snapshot
	 */
	void see(JsonNode transaction, String table) {
		int order = transaction.path("data_collection_order").asInt(0);
		if (order > 0 && isAwaited(number(transaction.path("id").asString("")))) {
			this.seen.computeIfAbsent(number(transaction.path("id").asString("")), (id) -> new HashMap<>())
				.computeIfAbsent(table, (name) -> new BitSet())
				.set(order);
		}
	}

	/**
	 * Reads a record of the topic in which Debezium counts.
	 * @return whether it could be read
	 */
	boolean hear(ConsumerRecord<byte[], byte[]> record) {
		byte @Nullable [] value = record.value();
		try {
			JsonNode event = (value != null) ? ChangeReader.JSON.readTree(value) : ChangeReader.JSON.missingNode();
			if (event.path("status").asString("").equals("END")) {
				Map<String, Long> said = new TreeMap<>();
				for (JsonNode table : event.path("data_collections")) {
					said.put(table.path("data_collection").asString(""), table.path("event_count").asLong(0));
				}
				this.committed = Math.max(this.committed, event.path("ts_ms").asLong(0));
				this.ended.put(number(event.path("id").asString("")), record.offset());
				this.ends.put(number(event.path("id").asString("")), new End(record.offset(), said, Map.of()));
			}
			return event.path("status").isString();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * When the last transaction was committed that Debezium has told of, by the
	 * database's clock, to the millisecond before.
	 */
	Instant committed() {
		return Instant.ofEpochMilli(this.committed);
	}

	/**
	 * Whether the end of a transaction stands before that offset.
	 * @param transaction of which the lower 32 bits count
	 */
	boolean endedBefore(long transaction, long offset) {
		return this.ended.getOrDefault(String.valueOf(transaction & 0xFFFF_FFFFL), Long.MAX_VALUE) < offset;
	}

	/** Whether what is seen is seen once more: then only what is waited for counts. */
	void readAgain(boolean again) {
		this.again = again;
	}

	private boolean isAwaited(String transaction) {
		return !this.again || this.ends.containsKey(transaction);
	}

	/** Strikes out what is complete. */
	void settle() {
		this.ends.entrySet().removeIf((end) -> {
			boolean complete = missing(end.getKey(), end.getValue()).isEmpty();
			if (complete) {
				this.seen.remove(end.getKey());
			}
			return complete;
		});
	}

	/** Whether ends wait that nobody said until where to read for. */
	boolean isUndated() {
		return this.ends.values().stream().anyMatch((end) -> end.due().isEmpty());
	}

	/**
	 * Ends without a date are judged once these are reached; one of a table whose topic
	 * was not found yet waits for that.
	 * @param positions by table
	 * @param awaited the tables whose topics are not found yet
	 */
	void date(Map<String, Long> positions, Set<String> awaited) {
		this.ends.replaceAll((transaction, end) -> {
			boolean found = Collections.disjoint(end.said().keySet(), awaited);
			return (found && end.due().isEmpty()) ? new End(end.offset(), end.said(), positions) : end;
		});
	}

	/** Reads a record that was reconciled before this began: which transactions ended. */
	void recall(ConsumerRecord<byte[], byte[]> record) {
		end(record)
			.ifPresent((event) -> this.ended.putIfAbsent(number(event.path("id").asString("")), record.offset()));
	}

	private static Optional<JsonNode> end(ConsumerRecord<byte[], byte[]> record) {
		byte @Nullable [] value = record.value();
		try {
			return Optional.ofNullable(value)
				.map(ChangeReader.JSON::readTree)
				.filter((event) -> event.path("status").asString("").equals("END"));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The tables, each with where to read it to, of transactions that should be complete
	 * by now.
	 * @param reached how far the tables were read
	 */
	Map<String, Long> overdue(Map<String, Long> reached) {
		Map<String, Long> overdue = new TreeMap<>();
		this.ends.forEach((transaction, end) -> {
			if (end.isDue(reached)) {
				missing(transaction, end)
					.forEach((table) -> overdue.merge(table, end.due().getOrDefault(table, 0L), Math::max));
			}
		});
		return overdue;
	}

	/**
	 * What is still missing now that the overdue was read once more; told only once.
	 * @param readAgain the tables that were
	 */
	List<Loss> lost(Map<String, Long> reached, Set<String> readAgain) {
		settle();
		List<Loss> losses = new ArrayList<>();
		for (Iterator<Map.Entry<String, End>> left = this.ends.entrySet().iterator(); left.hasNext();) {
			Map.Entry<String, End> entry = left.next();
			End end = entry.getValue();
			if (end.isDue(reached)) {
				missing(entry.getKey(), end).stream()
					.filter(readAgain::contains)
					.forEach((table) -> losses.add(new Loss(entry.getKey(), table, end.said().getOrDefault(table, 0L),
							seen(entry.getKey(), table).cardinality(), end.offset())));
				left.remove();
			}
		}
		return losses;
	}

	/** The offset of the first end that is not reconciled. */
	OptionalLong oldest() {
		return this.ends.values().stream().mapToLong(End::offset).min();
	}

	/** The tables of which less was seen than the end says. */
	private Set<String> missing(String transaction, End end) {
		return end.said()
			.entrySet()
			.stream()
			.filter((said) -> seen(transaction, said.getKey()).cardinality() < said.getValue())
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private BitSet seen(String transaction, String table) {
		return this.seen.getOrDefault(transaction, Map.of()).getOrDefault(table, new BitSet());
	}

	/** Debezium puts the position of the single change behind it. */
	private static String number(String id) {
		int colon = id.indexOf(':');
		return (colon < 0) ? id : id.substring(0, colon);
	}

	/**
	 * Records that Debezium wrote and nobody can find.
	 *
	 * @param offset of the end in the topic in which Debezium counts
	 */
	record Loss(String transaction, String table, long said, long seen, long offset) {
	}

	private record End(long offset, Map<String, Long> said, Map<String, Long> due) {

		boolean isDue(Map<String, Long> reached) {
			return !this.due.isEmpty() && this.due.entrySet()
				.stream()
				.allMatch((position) -> reached.getOrDefault(position.getKey(), Long.MAX_VALUE) >= position.getValue());
		}

	}

	private static final class Recent<V> extends LinkedHashMap<String, V> {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
			return size() > REMEMBERED;
		}

	}

}
