package org.buranakan.schemas.provision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import org.apache.kafka.common.Uuid;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

/**
 * Records in {@code hub.reference}, as the operator, which topic id each agency's log
 * has: reference data of kind {@code log}, by topic name. Once recorded an id stands: a
 * topic that was deleted and created again is another log, and is not silently taken for
 * the first.
 */
public final class LogReferences {

	/** The kind of reference data that describes logs. */
	public static final String KIND = "log";

	/** A log has no beginning in the agencies' calendar. */
	private static final LocalDate ALWAYS = LocalDate.EPOCH;

	private final Producer<String, SpecificRecord> producer;

	private final Consumer<String, SpecificRecord> consumer;

	private final Clock clock;

	/** Both clients belong to the operator and to the caller, who closes them. */
	public LogReferences(Producer<String, SpecificRecord> producer, Consumer<String, SpecificRecord> consumer,
			Clock clock) {
		this.producer = producer;
		this.consumer = consumer;
		this.clock = clock;
	}

	/**
	 * Publishes what is not recorded yet.
	 * @return how many records it published
	 * @throws ProvisioningException if a recorded topic now has another id
	 */
	public int publish(Provisioned provisioned) {
		Map<String, ReferenceRecorded> recorded = recorded();
		List<Future<?>> sent = new ArrayList<>();
		provisioned.topicIds().forEach((topic, id) -> {
			ReferenceRecorded known = recorded.get(topic.name());
			if (topic.family().isPresent() && known == null) {
				sent.add(this.producer.send(record(topic, id)));
			}
			else if (known != null) {
				requireSame(topic, id, known);
			}
		});
		this.producer.flush();
		sent.forEach(LogReferences::requireSent);
		return sent.size();
	}

	private Map<String, ReferenceRecorded> recorded() {
		TopicPartition partition = new TopicPartition(Topics.REFERENCE.topic().name(), 0);
		this.consumer.assign(List.of(partition));
		this.consumer.seekToBeginning(List.of(partition));
		long end = this.consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
		Map<String, ReferenceRecorded> logs = new HashMap<>();
		while (this.consumer.position(partition) < end) {
			for (ConsumerRecord<String, SpecificRecord> record : this.consumer.poll(Duration.ofMillis(200))) {
				if (record.value() instanceof ReferenceRecorded reference && reference.getKind().equals(KIND)) {
					logs.put(reference.getCode(), reference);
				}
			}
		}
		return logs;
	}

	private ProducerRecord<String, SpecificRecord> record(Topic topic, Uuid id) {
		ReferenceRecorded reference = ReferenceRecorded.newBuilder()
			.setKind(KIND)
			.setCode(topic.name())
			.setRevision(1)
			.setRecordedAt(Instant.now(this.clock).truncatedTo(ChronoUnit.MICROS))
			.setValidFrom(ALWAYS)
			.setName(new LocalizedText("บันทึกข้อมูล " + topic, "Log " + topic))
			.setAttributes(Map.of("topicId", id.toString(), "partition", "0", "agency", topic.owner(), "family",
					topic.kind().code()))
			.build();
		return new ProducerRecord<>(Topics.REFERENCE.topic().name(), KIND + "/" + topic.name(), reference);
	}

	private static void requireSame(Topic topic, Uuid id, ReferenceRecorded known) {
		String recorded = known.getAttributes().get("topicId");
		if (!id.toString().equals(recorded)) {
			throw new ProvisioningException(topic + " is recorded with topic id " + recorded + " but now has " + id
					+ ": it was deleted and created again. Restore it from a copy, or have the operator record the new id.",
					null);
		}
	}

	private static void requireSent(Future<?> sent) {
		try {
			sent.get();
		}
		catch (ExecutionException ex) {
			throw new ProvisioningException("The operator cannot write hub.reference: " + ex.getCause(), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProvisioningException("Interrupted while writing hub.reference", ex);
		}
	}

}
