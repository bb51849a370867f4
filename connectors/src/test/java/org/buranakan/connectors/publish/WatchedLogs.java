package org.buranakan.connectors.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What topics hold now, however often that is asked: each record is fetched and decoded
 * once.
 */
public final class WatchedLogs<V> implements AutoCloseable {

	private final Map<String, List<ConsumerRecord<byte[], V>>> known = new HashMap<>();

	private final Map<String, Long> next = new HashMap<>();

	private final Consumer<byte[], V> consumer;

	public WatchedLogs(Map<String, Object> client, Deserializer<V> deserializer) {
		Map<String, Object> settings = new HashMap<>(client);
		settings.put("isolation.level", "read_committed");
		settings.put("allow.auto.create.topics", "false");
		// Nobody waits for what is not there yet, so the next topic need not wait either.
		settings.put("fetch.max.wait.ms", "10");
		this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), deserializer);
	}

	/** All records of the topic's only partition, in order. */
	public synchronized List<ConsumerRecord<byte[], V>> of(String topic) {
		TopicPartition log = new TopicPartition(topic, 0);
		List<ConsumerRecord<byte[], V>> records = this.known.computeIfAbsent(topic, (name) -> new ArrayList<>());
		this.consumer.assign(List.of(log));
		this.consumer.seek(log, this.next.getOrDefault(topic, 0L));
		long end = this.consumer.endOffsets(List.of(log)).getOrDefault(log, 0L);
		while (this.consumer.position(log) < end) {
			records.addAll(this.consumer.poll(Duration.ofMillis(100)).records(log));
			this.next.put(topic, this.consumer.position(log));
		}
		return List.copyOf(records);
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
