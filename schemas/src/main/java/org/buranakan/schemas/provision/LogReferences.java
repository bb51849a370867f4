package org.buranakan.schemas.provision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Uuid;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

/**
 * Records in {@code hub.reference}, as the operator, which topic id each log has that the
 * hub's intake reads: reference data of kind {@code log}, by topic name, with the
 * attributes {@code topicId}, {@code partition}, {@code family} (the kind's code) and
 * {@code agency} (where it is one's). Once recorded an id stands: a topic that was
 * deleted and created again is another log, and is not silently taken for the first.
 */
public final class LogReferences {

	/** The kind of reference data that describes logs. */
	public static final String KIND = "log";

	/** A log has no beginning in the agencies' calendar. */
	private static final LocalDate ALWAYS = LocalDate.EPOCH;

	private final OperatorLog reference;

	private final Clock clock;

	/** Both clients belong to the operator and to the caller, who closes them. */
	public LogReferences(Producer<String, SpecificRecord> producer, Consumer<String, SpecificRecord> consumer,
			Clock clock) {
		this.reference = new OperatorLog(Topics.REFERENCE, producer, consumer);
		this.clock = clock;
	}

	/**
	 * Publishes what is not recorded yet.
	 * @return how many records it published
	 * @throws ProvisioningException if a recorded topic now has another id
	 */
	public int publish(Provisioned provisioned) {
		Map<String, SpecificRecord> recorded = this.reference.newest();
		Map<String, ReferenceRecorded> missing = new HashMap<>();
		provisioned.topicIds().forEach((topic, id) -> {
			String key = KIND + "/" + topic.name();
			if (recorded.get(key) instanceof ReferenceRecorded known) {
				requireSame(topic, id, known);
			}
			else if (Topics.ofIntake().contains(topic.kind())) {
				missing.put(key, record(topic, id));
			}
		});
		return this.reference.add(missing);
	}

	private ReferenceRecorded record(Topic topic, Uuid id) {
		return ReferenceRecorded.newBuilder()
			.setKind(KIND)
			.setCode(topic.name())
			.setRevision(1)
			.setRecordedAt(Instant.now(this.clock).truncatedTo(ChronoUnit.MICROS))
			.setValidFrom(ALWAYS)
			.setName(new LocalizedText("บันทึกข้อมูล " + topic, "Log " + topic))
			.setAttributes(attributes(topic, id))
			.build();
	}

	private static Map<String, String> attributes(Topic topic, Uuid id) {
		Map<String, String> attributes = new TreeMap<>();
		attributes.put("topicId", id.toString());
		attributes.put("partition", "0");
		attributes.put("family", topic.kind().code());
		topic.agency().ifPresent((agency) -> attributes.put("agency", agency.value()));
		return attributes;
	}

	private static void requireSame(Topic topic, Uuid id, ReferenceRecorded known) {
		String recorded = known.getAttributes().get("topicId");
		if (!id.toString().equals(recorded)) {
			throw new ProvisioningException(topic + " is recorded with topic id " + recorded + " but now has " + id
					+ ": it was deleted and created again. Restore the broker's data, or record the new id as the next"
					+ " revision of " + KIND + "/" + topic
					+ " in hub.reference: a hub that has read the old topic leaves"
					+ " the new one alone, and one that starts with an empty database reads it.", null);
		}
	}

}
