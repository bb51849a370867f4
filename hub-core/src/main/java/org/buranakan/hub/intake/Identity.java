package org.buranakan.hub.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.record.ActRecorded;
import org.jspecify.annotations.Nullable;

/** Which state of which entity a record states, and when. */
record Identity(String id, long revision, @Nullable UUID eventId, @Nullable Instant occurredAt, Instant recordedAt) {

	/**
	 * Of an act: its own id alone would let two actors speak of one act, and the log that
	 * is read first decide whose it is.
	 */
	static Identity of(ActRecorded act) {
		return new Identity(act.getActor() + ":" + act.getActId(), 1, null, null, act.getRecordedAt());
	}

	<E extends SpecificRecord> Fact<E> fact(Arrival arrival, E event, Set<DirtyKey> touches) {
		return new Fact<>(this.id, this.revision, this.eventId, arrival.log().agency(), this.occurredAt,
				this.recordedAt, event, arrival.log().id(), arrival.offset(), ContentHash.of(event), touches);
	}

}
