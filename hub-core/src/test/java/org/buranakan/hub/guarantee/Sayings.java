package org.buranakan.hub.guarantee;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.AnswerGiven;
import org.buranakan.schemas.event.AnswerKind;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a finding: by the agency of an activity that it rests on, and by an
 * actor.
 */
record Sayings(Agencies agencies, String actor, String finding, SpecificRecord activity) {

	SpecificRecord revised(long revision, @Nullable String plan) {
		return Published.revision(Published.with(this.activity, "plan", plan), revision);
	}

	/** Said now: where a finding stands follows from who said something last. */
	AnswerGiven answer(long revision) {
		EntityId id = EntityId.parse(Envelope.of(this.activity).agency() + ":answer").orElseThrow();
		return AnswerGiven.newBuilder()
			.setEntityId(id.toString())
			.setRevision(revision)
			.setEventId(EventId.of(Family.ANSWER, id, revision).value())
			.setAgency(Envelope.of(this.activity).agency())
			.setOccurredAt(now())
			.setRecordedAt(now())
			.setSource(Envelope.of(this.activity).source())
			.setBasis(Envelope.of(this.activity).basis())
			.setFinding(this.finding)
			.setKind(AnswerKind.EXPLAINS)
			.setText(new LocalizedText("คำชี้แจงครั้งที่ " + revision, null))
			.build();
	}

	ActRecorded act(String kind, String content, @Nullable LocalizedText reason) {
		return ActRecorded.newBuilder()
			.setActId(UUID.randomUUID())
			.setActor(this.actor)
			.setKind(kind)
			.setSubject(this.finding)
			.setReason(reason)
			.setRecordedAt(now())
			.setAttributes(Map.of("content", content))
			.build();
	}

	static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

	void write(ActRecorded act) {
		write(act.getActId().toString(), act);
	}

	void write(String key, ActRecorded act) {
		String topic = "audit." + this.actor + ".act";
		this.agencies.publish(
				new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), this.agencies.bytes(topic, act)));
		this.agencies.flush();
	}

}
