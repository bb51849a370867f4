package org.buranakan.connectors.publish;

import java.time.Clock;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.buranakan.connectors.mapping.Profile;

/**
 * Publishing as it would be for an agency that has published nothing yet, to nobody: the
 * same publisher on a producer that keeps what it is given.
 */
public final class Rehearsal {

	private static final byte[] UNSENT = {};

	private final MockProducer<String, SpecificRecord> producer = new MockProducer<>(true, null, (topic, key) -> UNSENT,
			(topic, value) -> UNSENT);

	private final Publisher publisher;

	public Rehearsal(Profile profile, Clock clock) {
		this.publisher = new Publisher(Memory::new, () -> this.producer, () -> {
		}, profile, clock);
	}

	public Publisher publisher() {
		return this.publisher;
	}

	/** All events and refusals so far, in order. */
	public List<SpecificRecord> published() {
		return this.producer.history().stream().map(ProducerRecord::value).toList();
	}

}
