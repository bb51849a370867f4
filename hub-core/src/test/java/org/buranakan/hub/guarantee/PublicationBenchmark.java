package org.buranakan.hub.guarantee;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.view.ActivityRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * How long an event takes to {@code hub.view.*}, by the broker's clock: from when an
 * agency's topic has the event to when the view's topic has the row that rests on it.
 * Events of all families come at a steady pace, whatever the hub does.
 */
@ResourceLock("hub.view")
class PublicationBenchmark {

	private static final int PER_SECOND = Integer.getInteger("rate", 500);

	private static final int SECONDS = Integer.getInteger("seconds", 60);

	/** Until everything is compiled. */
	private static final int WARM_UP = 20;

	@Test
	void fromTheEventToTheTopic() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "paced");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			hub.start().catchesUp();
			String agency = agencies.names().getFirst();
			List<SpecificRecord> events = Renamed
				.events(agency, (long) PER_SECOND * (WARM_UP + SECONDS), 66, Disturbance.NONE)
				.toList();
			long begun = System.nanoTime();
			for (int i = 0; i < events.size(); i++) {
				LockSupport.parkNanos(begun + i * 1_000_000_000L / PER_SECOND - System.nanoTime());
				agencies.publish(events.get(i));
			}
			agencies.flush();
			hub.catchesUp();
			hub.drains();
			topics.becomeTheTables();
			print(events.size(), latencies(agencies, topics, "agency." + agency + ".activity"));
		}
	}

	/** In milliseconds, sorted; of events that another one overtook there is none. */
	private static long[] latencies(Agencies agencies, ViewTopics topics, String log) {
		Map<Long, Long> heard = heard(agencies, log);
		long first = heard.values().stream().mapToLong(Long::longValue).min().orElseThrow();
		Map<Long, Long> shown = new HashMap<>();
		for (ConsumerRecord<String, SpecificRecord> record : topics.of("activity")) {
			if (record.value() instanceof ActivityRow row) {
				shown.putIfAbsent(row.getPosition().getOffset(), record.timestamp());
			}
		}
		return shown.entrySet()
			.stream()
			.filter((one) -> heard.getOrDefault(one.getKey(), 0L) > first + WARM_UP * 1000L)
			.mapToLong((one) -> one.getValue() - heard.getOrDefault(one.getKey(), 0L))
			.sorted()
			.toArray();
	}

	private static Map<Long, Long> heard(Agencies agencies, String log) {
		TopicPartition partition = new TopicPartition(log, 0);
		Map<Long, Long> heard = new HashMap<>();
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(agencies.superuser(),
				new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
			while (consumer.position(partition) < end) {
				consumer.poll(Duration.ofMillis(500))
					.forEach((record) -> heard.put(record.offset(), record.timestamp()));
			}
		}
		return heard;
	}

	private static void print(int events, long[] latencies) {
		System.out.printf(
				"%s to hub.view.activity: %d events at %d/s, %d rows seen: p50 %d ms, p99 %d ms, most %d ms%n",
				ActivityRecorded.class.getSimpleName(), events, PER_SECOND, latencies.length,
				latencies[latencies.length / 2], latencies[latencies.length * 99 / 100],
				Arrays.stream(latencies).max().orElseThrow());
	}

}
