package org.buranakan.connectors.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.buranakan.schemas.envelope.CloudEvent;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

/** The records of one settlement, on their way. */
final class Dispatch {

	private final Producer<String, SpecificRecord> producer;

	private final AgencyId agency;

	private final List<Future<RecordMetadata>> pending = new ArrayList<>();

	Dispatch(Producer<String, SpecificRecord> producer, AgencyId agency) {
		this.producer = producer;
		this.agency = agency;
	}

	void send(Family family, EntityId entity, SpecificRecord event) {
		ProducerRecord<String, SpecificRecord> record = new ProducerRecord<>(Topic.of(this.agency, family).name(),
				entity.toString(), event);
		CloudEvent.of(event).writeTo(record.headers());
		this.pending.add(this.producer.send(record));
	}

	void send(String key, SourceRefused refusal) {
		this.pending.add(this.producer.send(new ProducerRecord<>(Topics.REFUSED.of(this.agency).name(), key, refusal)));
	}

	boolean isEmpty() {
		return this.pending.isEmpty();
	}

	/**
	 * Returns once every record is acknowledged by all replicas.
	 * @return where each stands, in the order sent
	 */
	List<RecordMetadata> await() throws ExecutionException, InterruptedException {
		this.producer.flush();
		List<RecordMetadata> acknowledged = new ArrayList<>();
		for (Future<RecordMetadata> acknowledgement : this.pending) {
			acknowledged.add(acknowledgement.get());
		}
		return acknowledged;
	}

}
