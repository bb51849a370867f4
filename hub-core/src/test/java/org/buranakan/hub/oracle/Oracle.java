package org.buranakan.hub.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.RecordDecoder;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what the facts of a hub must be: reads every log from its beginning to its present
 * end, one after the other, record by record.
 */
public final class Oracle {

	private final SchemaRegistry registry;

	private final Map<String, Entry> entries = new HashMap<>();

	private final Map<String, Count> counts = new TreeMap<>();

	private final Set<String> rejected = new TreeSet<>();

	private Oracle(SchemaRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Reads the hub's own logs and those of the agencies.
	 * @param client of somebody who may read everything
	 * @param agencies a regular expression of the agencies' ids; the acts are of auditors
	 * and operators that are called after one
	 * @param shared where to end in the hub's own logs, exclusive, by topic: others write
	 * to them meanwhile; the agencies' are read to their present end
	 */
	public static Oracle read(Map<String, Object> client, SchemaRegistry registry, String agencies,
			Map<String, Long> shared) {
		return read(client, registry, agencies, shared, Map.of());
	}

	/**
	 * The same, where some logs are not what they were.
	 * @param kept all that is to be had of those logs, by topic
	 */
	public static Oracle read(Map<String, Object> client, SchemaRegistry registry, String agencies,
			Map<String, Long> shared, Map<String, List<ConsumerRecord<byte[], byte[]>>> kept) {
		Oracle oracle = new Oracle(registry);
		Pattern wanted = Pattern.compile("hub\\.(reference|clock)|agency\\.(" + agencies
				+ ")\\.(plan|activity|budget|complaint|agreement|answer)|audit\\.(auditor|operator)-(" + agencies
				+ ")\\.act");
		try (var consumer = consumer(client)) {
			consumer.listTopics()
				.keySet()
				.stream()
				.filter((topic) -> wanted.matcher(topic).matches())
				.forEach((topic) -> oracle.read(topic, kept.containsKey(topic) ? kept.getOrDefault(topic, List.of())
						: records(consumer, topic, shared.get(topic))));
		}
		return oracle;
	}

	/** All records of a log, to keep them. */
	public static List<ConsumerRecord<byte[], byte[]>> records(Map<String, Object> client, String topic) {
		try (var consumer = consumer(client)) {
			return records(consumer, topic, null);
		}
	}

	private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client) {
		Map<String, Object> properties = new HashMap<>(client);
		properties.put("auto.offset.reset", "none");
		// Nobody waits for what is not there yet, so the next log need not wait either.
		properties.put("fetch.max.wait.ms", "10");
		return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	/** The fingerprint of the facts. */
	public String fingerprint() {
		return CanonicalForm.sha256(tables());
	}

	/** The canonical rows of the facts, in their order, by table. */
	public Map<String, List<List<@Nullable String>>> tables() {
		Map<String, List<List<@Nullable String>>> tables = new HashMap<>();
		this.entries.values()
			.stream()
			.sorted(Comparator.comparing((entry) -> entry.id().getBytes(StandardCharsets.UTF_8),
					Arrays::compareUnsigned))
			.forEach((entry) -> {
				rows(tables, entry.table()).add(entry.row());
				if (entry.family().equals("plan")) {
					rows(tables, "plan_area").addAll(entry.parts("areas", Shape.PLAN_AREA));
					rows(tables, "plan_milestone").addAll(entry.parts("milestones", Shape.MILESTONE));
				}
				if (entry.family().equals("activity")) {
					rows(tables, "activity_area").addAll(entry.parts("areas", null));
				}
			});
		return tables;
	}

	/** What must be accounted for of each log, by topic. */
	public Map<String, Count> counts() {
		return this.counts;
	}

	/** The records to be rejected, each as {@code <topic>/<offset>}. */
	public Set<String> rejected() {
		return this.rejected;
	}

	/** How many entities there are. */
	public int entities() {
		return this.entries.size();
	}

	private static List<List<@Nullable String>> rows(Map<String, List<List<@Nullable String>>> tables, String table) {
		return tables.computeIfAbsent(table, (key) -> new ArrayList<>());
	}

	private static List<ConsumerRecord<byte[], byte[]>> records(KafkaConsumer<byte[], byte[]> consumer, String topic,
			@Nullable Long until) {
		TopicPartition partition = new TopicPartition(topic, 0);
		consumer.assign(List.of(partition));
		consumer.seekToBeginning(List.of(partition));
		long present = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
		long end = (until != null) ? until : present;
		assertThat(end).as("where to end in " + topic).isBetween(0L, present);
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		while (consumer.position(partition) < end) {
			consumer.poll(Duration.ofMillis(200)).forEach(records::add);
		}
		records.removeIf((record) -> record.offset() >= end);
		return records;
	}

	private void read(String name, List<ConsumerRecord<byte[], byte[]>> records) {
		Topic topic = Topic.parse(name).orElseThrow();
		RecordDecoder<?> decoder = new RecordDecoder<>(this.registry, topic.kind().value().orElseThrow());
		for (ConsumerRecord<byte[], byte[]> record : records) {
			Count count = this.counts.getOrDefault(name, Count.NONE);
			Verdict verdict = add(topic, decoder, record);
			this.counts.put(name, count.and(verdict));
			if (verdict == Verdict.REJECTED) {
				this.rejected.add(name + "/" + record.offset());
			}
		}
	}

	private Verdict add(Topic topic, RecordDecoder<?> decoder, ConsumerRecord<byte[], byte[]> record) {
		if (!(decoder.decode(record.value()) instanceof Decoded<?>(SpecificRecord event, var _))) {
			return Verdict.REJECTED;
		}
		Entry entry = switch (event) {
			case ReferenceRecorded datum -> new Entry("reference", datum.getKind() + "/" + datum.getCode(),
					datum.getRevision(), null, datum, topic.name(), record.offset());
			case BusinessDateStated stated ->
				new Entry("clock", stated.getDate().toString(), 1, null, stated, topic.name(), record.offset());
			case ActRecorded act ->
				new Entry("act", act.getActor() + ":" + act.getActId(), 1, null, act, topic.name(), record.offset());
			default -> new Entry(topic.kind().code(), (String) event.get(0), (long) event.get(1),
					event.get(2).toString(), event, topic.name(), record.offset());
		};
		if (entry.eventId() != null && !Soundness.isSound(record, event)) {
			return Verdict.REJECTED;
		}
		if (event instanceof ActRecorded act && !Soundness.isSound(record, act)) {
			return Verdict.REJECTED;
		}
		String key = entry.family() + "/" + entry.id();
		Entry before = this.entries.get(key);
		if (before == null || entry.revision() > before.revision()) {
			this.entries.put(key, entry);
			return Verdict.APPLIED;
		}
		boolean contradicts = entry.revision() == before.revision() && !entry.saysTheSameAs(before);
		return contradicts ? Verdict.REJECTED : Verdict.STALE;
	}

	/** What becomes of a record. */
	enum Verdict {

		APPLIED, STALE, REJECTED

	}

	/** What became of a log's records. */
	public record Count(long received, long applied, long stale, long rejected) {

		public static final Count NONE = new Count(0, 0, 0, 0);

		Count and(Verdict verdict) {
			return switch (verdict) {
				case APPLIED -> new Count(this.received + 1, this.applied + 1, this.stale, this.rejected);
				case STALE -> new Count(this.received + 1, this.applied, this.stale + 1, this.rejected);
				case REJECTED -> new Count(this.received + 1, this.applied, this.stale, this.rejected + 1);
			};
		}

	}

}
