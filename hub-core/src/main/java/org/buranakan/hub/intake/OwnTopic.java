package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.RecordDecoder;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A topic that the hub alone writes, such as {@code hub.rejected}: written, and after a
 * restart read to its end.
 */
final class OwnTopic<R extends SpecificRecord> {

	private static final Duration POLL = Duration.ofMillis(500);

	/** Less than a transaction may be idle. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final TopicPartition partition;

	private final KafkaTemplate<String, SpecificRecord> kafka;

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final RecordDecoder<R> decoder;

	OwnTopic(String name, KafkaTemplate<String, SpecificRecord> kafka, ConsumerFactory<byte[], byte[]> consumers,
			RecordDecoder<R> decoder) {
		this.partition = new TopicPartition(name, 0);
		this.kafka = kafka;
		this.consumers = consumers;
		this.decoder = decoder;
	}

	/**
	 * Sends the records and waits for Kafka's acknowledgement of each. The first that
	 * Kafka does not take ends it: of an outage one send is told, not each of them.
	 * @return their offsets, in their order
	 */
	List<Long> append(List<R> records, Function<R, String> key) {
		var sent = records.stream()
			.map((record) -> this.kafka
				.send(new ProducerRecord<String, SpecificRecord>(this.partition.topic(), key.apply(record), record)))
			.toList();
		this.kafka.flush();
		return sent.stream().map((result) -> result.join().getRecordMetadata().offset()).toList();
	}

	/** Reads from there to the end. */
	void read(long from, ObjLongConsumer<R> published) {
		Properties prompt = new Properties();
		// What it reads is there already.
		prompt.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "10");
		try (Consumer<byte[], byte[]> consumer = this.consumers.createConsumer(null, null, null, prompt)) {
			consumer.assign(List.of(this.partition));
			consumer.seek(this.partition, from);
			long end = consumer.endOffsets(List.of(this.partition)).getOrDefault(this.partition, 0L);
			long begun = System.nanoTime();
			while (consumer.position(this.partition) < end) {
				if (System.nanoTime() - begun > PATIENCE.toNanos()) {
					throw new KafkaException("Kafka does not show " + this.partition + " in time");
				}
				consumer.poll(POLL).forEach((record) -> {
					if (this.decoder.decode(record.value()) instanceof Decoded<R>(var known, var _)) {
						published.accept(known, record.offset());
					}
				});
			}
		}
	}

}
