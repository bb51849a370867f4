package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.ObjLongConsumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.record.LogPosition;
import org.buranakan.schemas.record.RecordRejected;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.RecordDecoder;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Topic {@code hub.rejected}: written, and after a restart read to its end. */
@Component
class RejectedTopic {

	private static final TopicPartition PARTITION = new TopicPartition(Topics.REJECTED.topic().name(), 0);

	private static final Duration POLL = Duration.ofMillis(500);

	/** Less than a transaction may be idle. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final KafkaTemplate<String, SpecificRecord> kafka;

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final SchemaRegistry registry;

	RejectedTopic(KafkaTemplate<String, SpecificRecord> kafka, ConsumerFactory<byte[], byte[]> consumers,
			SchemaRegistry registry) {
		this.kafka = kafka;
		this.consumers = consumers;
		this.registry = registry;
	}

	/**
	 * Sends the rejections and waits for Kafka's acknowledgement of each. The first that
	 * Kafka does not take ends it: of an outage one send is told, not each of them.
	 * @return their offsets, in their order
	 */
	List<Long> append(List<Unpublished.Row> rows) {
		var sent = rows.stream()
			.map((row) -> this.kafka.send(new ProducerRecord<>(PARTITION.topic(), row.key(), row.rejected())))
			.toList();
		this.kafka.flush();
		return sent.stream().map((result) -> result.join().getRecordMetadata().offset()).toList();
	}

	/** Reads from there to the end. */
	void read(long from, ObjLongConsumer<LogPosition> published) {
		RecordDecoder<RecordRejected> decoder = new RecordDecoder<>(this.registry, RecordRejected.class);
		Properties prompt = new Properties();
		// What it reads is there already.
		prompt.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "10");
		try (Consumer<byte[], byte[]> consumer = this.consumers.createConsumer(null, null, null, prompt)) {
			consumer.assign(List.of(PARTITION));
			consumer.seek(PARTITION, from);
			long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
			long begun = System.nanoTime();
			while (consumer.position(PARTITION) < end) {
				if (System.nanoTime() - begun > PATIENCE.toNanos()) {
					throw new KafkaException("Kafka does not show " + PARTITION + " in time");
				}
				consumer.poll(POLL).forEach((record) -> {
					if (decoder.decode(record.value()) instanceof Decoded<RecordRejected>(var rejected, var _)) {
						published.accept(rejected.getPosition(), record.offset());
					}
				});
			}
		}
	}

}
