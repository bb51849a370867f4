package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a part of a raw topic once more, with a consumer of its own: the other one is in
 * the middle of its logs.
 */
record SecondReading(Map<String, Object> settings) {

	private static final Duration POLL = Duration.ofMillis(500);

	/** How long nothing may come although something is there. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private Consumer<byte[], byte[]> open() {
		Map<String, Object> prompt = new HashMap<>(this.settings);
		// What it reads is there already.
		prompt.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
		return new KafkaConsumer<>(prompt, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	/** Reads from the offset, or from the earliest that is kept, up to the other one. */
	void read(TopicPartition log, long from, long to,
			java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
		try (Consumer<byte[], byte[]> consumer = open()) {
			consumer.assign(Set.of(log));
			long earliest = consumer.beginningOffsets(Set.of(log)).getOrDefault(log, 0L);
			consumer.seek(log, Math.max(earliest, from));
			Instant heard = Instant.now();
			long position = -1;
			while (consumer.position(log) < to) {
				heard = (consumer.position(log) > position) ? Instant.now() : heard;
				position = consumer.position(log);
				if (heard.plus(PATIENCE).isBefore(Instant.now())) {
					throw new KafkaException("Kafka has been silent for " + PATIENCE.toSeconds() + " s in " + log);
				}
				consumer.poll(POLL).forEach(reader);
			}
		}
	}

}
