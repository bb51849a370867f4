package org.buranakan.hub.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Which state of which entity a record states, and when. */
record Identity(String id, long revision, @Nullable UUID eventId, @Nullable Instant occurredAt, Instant recordedAt) {

	<E extends SpecificRecord> Fact<E> fact(Arrival arrival, E event, Set<DirtyKey> touches) {
		return new Fact<>(this.id, this.revision, this.eventId, arrival.log().agency(), this.occurredAt,
				this.recordedAt, event, arrival.log().id(), arrival.offset(), ContentHash.of(event), touches);
	}

}
