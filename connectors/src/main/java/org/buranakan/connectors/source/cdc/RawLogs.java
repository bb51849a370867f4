package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The raw topics of one agency, read by one group, each from where it was read to: the
 * tables', and those in which Debezium tells of its transactions and of itself. Debezium
 * creates a table's topic with its first row, so topics are looked for until all are
 * there. Not thread-safe, but for {@link #wakeUp}.
 */
final class RawLogs implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration LOOK = Duration.ofSeconds(2);

	private final Capture capture;

	private final SecondReading second;

	private final Consumer<byte[], byte[]> consumer;

	private final RawTopics topics;

	private final Map<TopicPartition, RawLog> logs = new HashMap<>();

	private final List<Doubt> doubts = new ArrayList<>();

	private final LastVerification verified;

	private Instant looked = Instant.MIN;

	RawLogs(Capture capture, Map<String, Object> client) {
		this.capture = capture;
		Map<String, Object> settings = new HashMap<>(client);
		this.topics = new RawTopics(client);
		settings.put(ConsumerConfig.GROUP_ID_CONFIG, capture.profile().agency().value() + ".cdc");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		// After so long without an answer an outage is called one.
		settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
		settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
		this.second = new SecondReading(Map.copyOf(settings));
		this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
		this.verified = new LastVerification(this.consumer, capture.profile().agency());
	}

	/** Why changes may be missing where reading began; each is handed out once. */
	List<Doubt> takeDoubts() {
		List<Doubt> taken = List.copyOf(this.doubts);
		this.doubts.clear();
		return taken;
	}

	/** Whether there is no topic to read yet. */
	boolean isEmpty() {
		return this.logs.isEmpty();
	}

	/**
	 * The next records, in order within each topic; empty after half a second, or at once
	 * where there is nothing to read yet.
	 */
	List<ConsumerRecord<byte[], byte[]>> poll() {
		if (Instant.now().isAfter(this.looked.plus(LOOK))) {
			look();
			this.looked = Instant.now();
		}
		if (this.logs.isEmpty()) {
			return List.of();
		}
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		this.consumer.poll(POLL).forEach(records::add);
		return records;
	}

	/** The id of the topic in which the record stands. */
	Uuid id(ConsumerRecord<?, ?> record) {
		return log(record).id();
	}

	/** The id of the table's topic. */
	Uuid id(String table) {
		return Optional.ofNullable(this.logs.get(new TopicPartition(this.capture.topic(table), 0)))
			.orElseThrow(() -> new IllegalStateException("Not read: " + table))
			.id();
	}

	/** Whether the record was there when reading began, and so may have been read. */
	boolean mayBeRead(ConsumerRecord<?, ?> record) {
		return record.offset() < log(record).end();
	}

	/**
	 * Everything polled so far is published.
	 * @param held from where on topics are to be read again nevertheless; of a negative
	 * one nothing counts as read
	 */
	void commit(Map<String, Long> held) {
		Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
		this.logs.forEach((partition, log) -> {
			long upTo = Math.min(this.consumer.position(partition),
					held.getOrDefault(partition.topic(), Long.MAX_VALUE));
			if (upTo >= 0) {
				positions.put(partition, log.upTo(upTo));
			}
		});
		this.consumer.commitSync(positions);
	}

	/** How far the tables were read. */
	Map<String, Long> positions() {
		Map<String, Long> positions = new TreeMap<>();
		tables().forEach((table, partition) -> positions.put(table, this.consumer.position(partition)));
		return positions;
	}

	/** Whether the tables were read that far. */
	boolean reached(Map<String, Long> due) {
		Map<String, Long> positions = positions();
		return due.entrySet()
			.stream()
			.allMatch((table) -> positions.getOrDefault(table.getKey(), Long.MAX_VALUE) >= table.getValue());
	}

	/**
	 * Where the tables' topics end now, transactions that are still open included:
	 * whatever was committed before, in whichever topic, stands before that.
	 */
	Map<String, Long> ends() {
		Map<String, Long> ends = new TreeMap<>();
		Map<String, TopicPartition> tables = tables();
		Map<TopicPartition, Long> known = this.topics.ends(tables.values());
		tables.forEach((table, partition) -> ends.put(table, offset(known, partition)));
		return ends;
	}

	/** Where the topic ends in which Debezium counts; 0 while it is not read. */
	long transactionsEnd() {
		TopicPartition partition = new TopicPartition(this.capture.transactions(), 0);
		return this.logs.containsKey(partition) ? offset(this.topics.ends(List.of(partition)), partition) : 0;
	}

	/**
	 * Reads the last records once more that came before where reading is, of the topic in
	 * which Debezium counts.
	 * @return whether that topic is read
	 */
	boolean recall(int records, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
		TopicPartition partition = new TopicPartition(this.capture.transactions(), 0);
		if (!this.logs.containsKey(partition)) {
			return false;
		}
		long position = this.consumer.position(partition);
		this.second.read(partition, Math.max(0, position - records), position, reader);
		return true;
	}

	/**
	 * Reads parts of tables' topics once more.
	 * @param from by table; the earliest where none is named
	 * @param to by table; no other table is read
	 */
	void reread(Map<String, Long> from, Map<String, Long> to,
			BiConsumer<String, ConsumerRecord<byte[], byte[]>> reader) {
		tables().forEach((table, partition) -> {
			if (!to.containsKey(table)) {
				return;
			}
			this.second.read(partition, from.getOrDefault(table, 0L), to.getOrDefault(table, 0L),
					(record) -> reader.accept(table, record));
		});
	}

	LastVerification verified() {
		return this.verified;
	}

	/** How many of the tables' records wait to be polled, as far as is known. */
	long lag() {
		return tables().values().stream().map(this.consumer::currentLag).mapToLong((lag) -> lag.orElse(0)).sum();
	}

	/** Lets a waiting {@link #poll} throw {@code WakeupException}; from any thread. */
	void wakeUp() {
		this.consumer.wakeup();
	}

	@Override
	public void close() {
		this.consumer.close();
		this.topics.close();
	}

	private RawLog log(ConsumerRecord<?, ?> record) {
		return Optional.ofNullable(this.logs.get(new TopicPartition(record.topic(), record.partition())))
			.orElseThrow(() -> new IllegalStateException("Not asked for " + record.topic()));
	}

	/** The tables that are read. */
	private Map<String, TopicPartition> tables() {
		Map<String, TopicPartition> tables = new TreeMap<>();
		this.capture.tables().forEach((table) -> {
			TopicPartition partition = new TopicPartition(this.capture.topic(table), 0);
			if (this.logs.containsKey(partition)) {
				tables.put(table, partition);
			}
		});
		return tables;
	}

	/** Takes up the topics that have come into being, or were made anew. */
	private void look() {
		Set<String> topics = new HashSet<>(List.of(this.capture.transactions(), this.capture.notifications()));
		this.capture.tables().forEach((table) -> topics.add(this.capture.topic(table)));
		Map<TopicPartition, Uuid> found = this.topics.ids(topics);
		this.logs.forEach((partition, log) -> {
			if (!log.id().equals(found.remove(partition))) {
				throw new KafkaException(partition.topic() + " was deleted or made anew");
			}
		});
		if (found.isEmpty()) {
			return;
		}
		Map<TopicPartition, OffsetAndMetadata> committed = this.consumer.committed(found.keySet());
		Map<TopicPartition, Long> earliest = this.consumer.beginningOffsets(found.keySet());
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(found.keySet());
		Map<TopicPartition, Long> starts = new HashMap<>();
		found.forEach((partition, id) -> {
			RawLog log = new RawLog(partition, id, offset(earliest, partition), offset(ends, partition),
					committed.get(partition));
			this.logs.put(partition, log);
			starts.put(partition, log.start());
			log.doubt().ifPresent(this.doubts::add);
		});
		Map<TopicPartition, Long> positions = new HashMap<>(starts);
		this.consumer.assignment().forEach((partition) -> positions.put(partition, this.consumer.position(partition)));
		this.consumer.assign(this.logs.keySet());
		positions.forEach(this.consumer::seek);
	}

	private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
		return offsets.getOrDefault(partition, 0L);
	}

}
