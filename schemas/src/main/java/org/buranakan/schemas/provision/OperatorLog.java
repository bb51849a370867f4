package org.buranakan.schemas.provision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.topic.Topics;

/**
 * One of the hub's own logs as the operator keeps it: read to its end, then added to.
 */
final class OperatorLog {

	private final String topic;

	private final Producer<String, SpecificRecord> producer;

	private final Consumer<String, SpecificRecord> consumer;

	OperatorLog(Topics kind, Producer<String, SpecificRecord> producer, Consumer<String, SpecificRecord> consumer) {
		this.topic = kind.topic().name();
		this.producer = producer;
		this.consumer = consumer;
	}

	/** The newest record of every key. */
	Map<String, SpecificRecord> newest() {
		TopicPartition partition = new TopicPartition(this.topic, 0);
		this.consumer.assign(List.of(partition));
		this.consumer.seekToBeginning(List.of(partition));
		long end = this.consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
		Map<String, SpecificRecord> newest = new HashMap<>();
		while (this.consumer.position(partition) < end) {
			for (ConsumerRecord<String, SpecificRecord> record : this.consumer.poll(Duration.ofMillis(200))) {
				newest.put(record.key(), record.value());
			}
		}
		return newest;
	}

	/**
	 * Adds the records by key and returns how many, once Kafka has acknowledged them all.
	 */
	int add(Map<String, ? extends SpecificRecord> records) {
		List<Future<?>> sent = new ArrayList<>();
		records.forEach((key, record) -> sent.add(this.producer.send(new ProducerRecord<>(this.topic, key, record))));
		this.producer.flush();
		sent.forEach(this::requireSent);
		return sent.size();
	}

	private void requireSent(Future<?> sent) {
		try {
			sent.get();
		}
		catch (ExecutionException ex) {
			throw new ProvisioningException("The operator cannot write " + this.topic + ": " + ex.getCause(),
					ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProvisioningException("Interrupted while writing " + this.topic, ex);
		}
	}

}
