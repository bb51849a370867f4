package org.buranakan.hub.intake;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.RecordDecoder;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes outboxes, which all publish by the hub's one producer. */
@Component
public class Outboxes {

	private final TransactionTemplate transaction;

	private final KafkaTemplate<String, SpecificRecord> kafka;

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final SchemaRegistry registry;

	Outboxes(TransactionTemplate transaction, KafkaTemplate<String, SpecificRecord> kafka,
			ConsumerFactory<byte[], byte[]> consumers, SchemaRegistry registry) {
		this.transaction = transaction;
		this.kafka = kafka;
		this.consumers = consumers;
		this.registry = registry;
	}

	/** One of these rows to a topic that the hub alone writes. */
	public <R extends SpecificRecord> Outbox<R> of(Outbox.Rows<R> rows, Topics topic, Class<R> type) {
		return new Outbox<>(this.transaction, rows, new OwnTopic<>(topic.topic().name(), this.kafka, this.consumers,
				new RecordDecoder<>(this.registry, type)));
	}

}
