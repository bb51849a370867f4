package org.buranakan.connectors.mapping;

import java.time.Instant;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.topic.Family;

/**
 * What an event will say of an entity.
 *
 * @param record the event with a blank envelope (see {@link BlankEnvelope}), so that
 * equal content is an equal record; publishing fills the envelope in
 * @param occurredAt when it became true, where the source says so
 * @param revision the agency's own; empty where it is to be raised by one
 */
public record Content(Family family, EntityId entity, SpecificRecord record, Optional<Instant> occurredAt,
		Optional<StatedRevision> revision) {

	/** The same, of which the agency leaves the revision to the connector. */
	public Content(Family family, EntityId entity, SpecificRecord record, Optional<Instant> occurredAt) {
		this(family, entity, record, occurredAt, Optional.empty());
	}

	public Content {
		if (Family.of(record) != family) {
			throw new IllegalArgumentException("Content of " + family + " is a " + record.getSchema().getName());
		}
	}

}
