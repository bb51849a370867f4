package org.buranakan.schemas.envelope;

import java.time.Instant;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.topic.Family;

/**
 * The eight leading fields that the events of all families share, as the event states
 * them. Reading them checks nothing: {@link Verified#of} does.
 *
 * @param family told by the class of the event
 * @param revision from 1
 */
public record Envelope(Family family, String entityId, long revision, UUID eventId, String agency, Instant occurredAt,
		Instant recordedAt, Source source, Basis basis) {

	/** The envelope of an agency's event; any other record is a mistake of the caller. */
	public static Envelope of(SpecificRecord event) {
		return new Envelope(Family.of(event), (String) event.get(0), (long) event.get(1), (UUID) event.get(2),
				(String) event.get(3), (Instant) event.get(4), (Instant) event.get(5), (Source) event.get(6),
				(Basis) event.get(7));
	}

}
