package org.buranakan.hub.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.buranakan.hub.stream.RecentChanges.Arrived;
import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Tails {@code hub.view.*} with one consumer, of no group and with positions of its own:
 * only what is committed, each topic in its order, rows of several topics by their batch
 * as far as they have arrived.
 *
 * <p>
 * A topic keeps the newest row of a key, and for a day the news that there is none any
 * more. So positions of the last half day miss nothing: of a key that changed several
 * times since, the newest change at least.
 */
final class ViewTopics implements Feed, HealthIndicator {

	private static final Logger LOG = LoggerFactory.getLogger(ViewTopics.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/**
	 * Half of what Kafka's {@code delete.retention.ms} is unless somebody says otherwise.
	 */
	private static final Duration KEPT = Duration.ofHours(12);

	/** How often it is asked whether the topics are still the same. */
	private static final Duration LOOK = Duration.ofSeconds(10);

	private static final Pattern BATCH = Pattern.compile("[0-9]{1,18}");

	private static final Set<Topics> OF_AGENCIES = Set.of(Topics.VIEW_PLAN, Topics.VIEW_ACTIVITY, Topics.VIEW_BUDGET);

	/** By what the log of each is called in positions. */
	private static final Map<String, Topics> TOPICS = List
		.of(Topics.VIEW_PLAN, Topics.VIEW_ACTIVITY, Topics.VIEW_BUDGET, Topics.VIEW_AREA, Topics.VIEW_FINDING)
		.stream()
		.collect(Collectors.toMap((kind) -> log(kind.topic().name()), (kind) -> kind));

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final Admin admin;

	private final JsonMapper mapper;

	private final RecentChanges recent;

	private final Map<TopicPartition, Long> positions = new HashMap<>();

	/** Where each ended when reading began. */
	private final Map<TopicPartition, Long> ends = new HashMap<>();

	private @Nullable Consumer<byte[], byte[]> consumer;

	/** Of the ids of the topics that the positions are in. */
	private String mark = "";

	private long looked;

	private volatile @Nullable String failure = "Nothing was read yet";

	ViewTopics(ConsumerFactory<byte[], byte[]> consumers, Admin admin, JsonMapper mapper, RecentChanges recent) {
		this.consumers = consumers;
		this.admin = admin;
		this.mapper = mapper;
		this.recent = recent;
	}

	/** The logs, each called as the family of its rows is. */
	static Set<String> families() {
		return TOPICS.keySet();
	}

	@Override
	public Duration round() {
		try {
			look();
			read(open());
			this.failure = null;
			return Duration.ZERO;
		}
		catch (InvalidOffsetException ex) {
			this.positions.clear();
			return failed(ex);
		}
		catch (RuntimeException ex) {
			return failed(ex);
		}
	}

	private Duration failed(RuntimeException ex) {
		String failed = ex.toString();
		if (!failed.equals(this.failure)) {
			LOG.warn("hub.view.* cannot be read; the streams wait", ex);
		}
		this.failure = failed;
		rest();
		return PATIENCE;
	}

	@Override
	public void rest() {
		Consumer<byte[], byte[]> open = this.consumer;
		this.consumer = null;
		if (open != null) {
			try {
				open.close();
			}
			catch (KafkaException ex) {
				LOG.debug("The consumer of hub.view.* did not close in order", ex);
			}
		}
	}

	@Override
	public Health health() {
		String failed = this.failure;
		return (failed != null) ? Health.down().withDetail("why", failed).build() : Health.up().build();
	}

	/** A topic that was created again begins anew: its offsets mean other records. */
	private void look() {
		if (this.consumer != null && System.nanoTime() - this.looked < LOOK.toNanos()) {
			return;
		}
		String now = TopicMark.of(this.admin,
				TOPICS.values().stream().map((kind) -> kind.topic().name()).collect(Collectors.toSet()));
		this.looked = System.nanoTime();
		if (!now.equals(this.mark)) {
			if (!this.mark.isEmpty()) {
				LOG.warn("hub.view.* were created again; whoever listens reads anew");
				this.positions.clear();
				rest();
			}
			this.recent.topics(now);
			this.mark = now;
		}
	}

	private Consumer<byte[], byte[]> open() {
		Consumer<byte[], byte[]> open = this.consumer;
		if (open == null) {
			Properties committed = new Properties();
			committed.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
			open = this.consumers.createConsumer(null, null, "-stream", committed);
			this.consumer = open;
			List<TopicPartition> topics = TOPICS.values()
				.stream()
				.map((kind) -> new TopicPartition(kind.topic().name(), 0))
				.toList();
			open.assign(topics);
			if (this.positions.isEmpty()) {
				begin(open, topics);
			}
			this.positions.forEach(open::seek);
		}
		return open;
	}

	private void begin(Consumer<byte[], byte[]> open, Collection<TopicPartition> topics) {
		long young = System.currentTimeMillis() - KEPT.toMillis();
		Map<TopicPartition, Long> begins = open.beginningOffsets(topics);
		Map<TopicPartition, OffsetAndTimestamp> since = open
			.offsetsForTimes(topics.stream().collect(Collectors.toMap((topic) -> topic, (_) -> young)));
		this.ends.putAll(open.endOffsets(topics));
		for (TopicPartition topic : topics) {
			long end = Objects.requireNonNull(this.ends.get(topic));
			OffsetAndTimestamp first = since.get(topic);
			long from = Math.max(Objects.requireNonNull(begins.get(topic)),
					Math.max(end - this.recent.wanted(), (first != null) ? first.offset() : end));
			this.positions.put(topic, from);
			this.recent.begin(log(topic.topic()), Place.offset(from));
		}
	}

	private void read(Consumer<byte[], byte[]> open) {
		List<Deque<Row>> topics = new ArrayList<>();
		boolean lost = false;
		ConsumerRecords<byte[], byte[]> polled = open.poll(POLL);
		for (TopicPartition topic : polled.partitions()) {
			Deque<Row> rows = new ArrayDeque<>();
			for (ConsumerRecord<byte[], byte[]> record : polled.records(topic)) {
				Optional<Row> row = Row.of(record);
				row.ifPresent(rows::add);
				if (row.isEmpty()) {
					LOG.warn("{} at offset {} is no row; whoever listens reads anew", topic, record.offset());
					lost = true;
				}
			}
			topics.add(rows);
		}
		List<Arrived> arrived = byBatch(topics).stream()
			.map((row) -> new Arrived(row.change().family(), row.place(), this.mapper.writeValueAsString(row.change())))
			.toList();
		// Past what ends a transaction too.
		Map<TopicPartition, Long> now = new HashMap<>();
		open.assignment().forEach((topic) -> now.put(topic, open.position(topic)));
		if (!now.equals(this.positions)) {
			this.recent.add(arrived,
					now.entrySet()
						.stream()
						.collect(Collectors.toMap((topic) -> log(topic.getKey().topic()),
								(topic) -> Place.offset(topic.getValue()))));
			this.positions.putAll(now);
		}
		if (lost) {
			this.recent.lose();
		}
		now.forEach((topic, position) -> {
			if (position >= this.ends.getOrDefault(topic, 0L)) {
				this.recent.follow(log(topic.topic()));
			}
		});
	}

	/** Rows in the order of their batches, those of one topic always in its own. */
	private static List<Row> byBatch(List<Deque<Row>> topics) {
		List<Row> ordered = new ArrayList<>();
		topics.removeIf(Deque::isEmpty);
		while (!topics.isEmpty()) {
			Deque<Row> first = Collections.min(topics,
					Comparator.comparingLong((topic) -> topic.getFirst().change().batch()));
			ordered.add(first.removeFirst());
			topics.removeIf(Deque::isEmpty);
		}
		return ordered;
	}

	/** The last word of a topic's name. */
	private static String log(String topic) {
		return topic.substring(topic.lastIndexOf('.') + 1);
	}

	/** A record that tells of a row. */
	private record Row(Place place, Change change) {

		/** Empty for what no hub has written. */
		static Optional<Row> of(ConsumerRecord<byte[], byte[]> record) {
			Header header = record.headers().lastHeader("batch");
			if (header == null || header.value() == null || record.key() == null) {
				return Optional.empty();
			}
			String batch = new String(header.value(), StandardCharsets.UTF_8);
			String key = new String(record.key(), StandardCharsets.UTF_8);
			String family = log(record.topic());
			boolean ofAgency = OF_AGENCIES.contains(TOPICS.get(family));
			if (!BATCH.matcher(batch).matches() || (ofAgency && key.indexOf(':') < 1)) {
				return Optional.empty();
			}
			return Optional.of(new Row(Place.offset(record.offset() + 1), new Change(family, key,
					ofAgency ? key.substring(0, key.indexOf(':')) : null, Long.parseLong(batch))));
		}

	}

}
