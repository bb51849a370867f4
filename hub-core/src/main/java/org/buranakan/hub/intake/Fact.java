package org.buranakan.hub.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one sound record says of its entity.
 *
 * @param <E> the event
 * @param id the entity's
 * @param eventId null for the hub's own records, which have none
 * @param occurredAt null for the hub's own records
 * @param hash see {@link ContentHash}
 * @param touches keys of derived rows that depend on it
 */
public record Fact<E extends SpecificRecord>(String id, long revision, @Nullable UUID eventId, String agency,
		@Nullable Instant occurredAt, Instant recordedAt, E event, int logId, long offset, ContentHash hash,
		Set<DirtyKey> touches) {

}
