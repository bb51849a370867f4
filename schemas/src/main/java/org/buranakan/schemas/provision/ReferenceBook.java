package org.buranakan.schemas.provision;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Topics;

/**
 * The operator's reference data and business dates: what is handed in is brought on
 * record in {@code hub.reference} and {@code hub.clock} where it is not there yet, so
 * that doing it again adds nothing.
 */
public final class ReferenceBook {

	private final OperatorLog reference;

	private final OperatorLog clock;

	/** Both clients belong to the operator and to the caller, who closes them. */
	public ReferenceBook(Producer<String, SpecificRecord> producer, Consumer<String, SpecificRecord> consumer) {
		this.reference = new OperatorLog(Topics.REFERENCE, producer, consumer);
		this.clock = new OperatorLog(Topics.CLOCK, producer, consumer);
	}

	/**
	 * Records each datum whose content differs from what is on record, as its next
	 * revision.
	 * @return how many were added
	 */
	public int record(Collection<ReferenceRecorded> data) {
		Map<String, SpecificRecord> recorded = this.reference.newest();
		Map<String, ReferenceRecorded> added = new LinkedHashMap<>();
		for (ReferenceRecorded datum : data) {
			String key = datum.getKind() + "/" + datum.getCode();
			if (!(recorded.get(key) instanceof ReferenceRecorded known)) {
				added.put(key, as(datum, 1, datum.getRecordedAt()));
			}
			else if (!Objects.equals(as(datum, 1, Instant.EPOCH), as(known, 1, Instant.EPOCH))) {
				added.put(key, as(datum, known.getRevision() + 1, datum.getRecordedAt()));
			}
		}
		return this.reference.add(added);
	}

	/** Which of the codes are not on record. */
	public List<String> unknown(String kind, Collection<String> codes) {
		Map<String, SpecificRecord> recorded = this.reference.newest();
		return codes.stream().filter((code) -> !recorded.containsKey(kind + "/" + code)).toList();
	}

	/**
	 * States each business date that was not stated before.
	 * @return how many were added
	 */
	public int state(Collection<BusinessDateStated> dates) {
		Map<String, SpecificRecord> stated = this.clock.newest();
		Map<String, BusinessDateStated> added = new LinkedHashMap<>();
		dates.forEach((date) -> added.put(date.getDate().toString(), date));
		added.keySet().removeAll(stated.keySet());
		return this.clock.add(added);
	}

	private static ReferenceRecorded as(ReferenceRecorded datum, long revision, Instant recordedAt) {
		return ReferenceRecorded.newBuilder(datum).setRevision(revision).setRecordedAt(recordedAt).build();
	}

}
