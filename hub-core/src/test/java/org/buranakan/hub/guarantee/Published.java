package org.buranakan.hub.guarantee;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.schemas.envelope.CloudEvent;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Single events of one agency, good ones and ones that no connector would publish. */
final class Published {

	private final Agencies agencies;

	private final List<SpecificRecord> models;

	Published(Agencies agencies, String agency) {
		this.agencies = agencies;
		this.models = Renamed.events(agency, 1_500, 31, Disturbance.NONE).toList();
	}

	/** A first revision of that family; another number gives another entity. */
	SpecificRecord first(Family family, int number) {
		return this.models.stream()
			.filter((event) -> Family.of(event) == family && Envelope.of(event).revision() == 1)
			.skip(number)
			.findFirst()
			.map((event) -> SpecificData.get().deepCopy(event.getSchema(), event))
			.orElseThrow();
	}

	/** The same with another revision and the event id that belongs to it. */
	static SpecificRecord revision(SpecificRecord event, long revision) {
		SpecificRecord raised = with(event, "revision", revision);
		Envelope envelope = Envelope.of(raised);
		return with(raised, "eventId",
				EventId.of(envelope.family(), EntityId.parse(envelope.entityId()).orElseThrow(), revision).value());
	}

	/** The same with another value in one field. */
	static SpecificRecord with(SpecificRecord event, String field, @Nullable Object value) {
		SpecificRecord changed = SpecificData.get().deepCopy(event.getSchema(), event);
		changed.put(changed.getSchema().getField(field).pos(), value);
		return changed;
	}

	/** A posting that takes another one back and names nothing that it was for. */
	static SpecificRecord reversal(SpecificRecord posting, String agency) {
		BudgetPosted reversal = BudgetPosted.newBuilder((BudgetPosted) posting)
			.setEntityId(agency + ":reversal")
			.setActivity(null)
			.setReverses(Envelope.of(posting).entityId())
			.setAmountSatang(-((BudgetPosted) posting).getAmountSatang())
			.build();
		return revision(reversal, 1);
	}

	static Object at(SpecificRecord event, String field) {
		return event.get(event.getSchema().getField(field).pos());
	}

	/** The record that a connector would send. */
	ProducerRecord<byte[], byte[]> record(SpecificRecord event) {
		Envelope envelope = Envelope.of(event);
		String topic = Topic.of(new AgencyId(agency(event)), envelope.family()).name();
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic,
				envelope.entityId().getBytes(StandardCharsets.UTF_8), this.agencies.bytes(topic, event));
		CloudEvent.of(event).writeTo(record.headers());
		return record;
	}

	/**
	 * Publishes as no connector does: a commit's marker takes an offset that no record
	 * has.
	 */
	void inTransaction(SpecificRecord event) {
		Map<String, Object> properties = new HashMap<>(this.agencies.superuser());
		properties.put("transactional.id", agency(event));
		try (Producer<byte[], byte[]> producer = new KafkaProducer<>(properties, new ByteArraySerializer(),
				new ByteArraySerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			var sent = producer.send(record(event));
			producer.commitTransaction();
			assertThat(sent).isDone();
		}
		// A commit's mark is written a little later; the next transaction waits for it.
		try (Producer<byte[], byte[]> next = new KafkaProducer<>(properties, new ByteArraySerializer(),
				new ByteArraySerializer())) {
			next.initTransactions();
		}
	}

	/** The same with other bytes as its value. */
	static ProducerRecord<byte[], byte[]> bytes(ProducerRecord<byte[], byte[]> record, byte @Nullable [] value) {
		return new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers());
	}

	/** Whose topic it goes to, whatever the event claims. */
	private String agency(SpecificRecord event) {
		return Envelope.of(event).entityId().substring(0, Envelope.of(event).entityId().indexOf(':'));
	}

}
