package org.buranakan.connectors.mapping;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;

/**
 * The envelope of content that is not published yet: revision 0, no event id, no times,
 * no source. Entity, agency and basis are the event's own.
 */
public final class BlankEnvelope {

	/**
	 * All that differs between two publications of the same content: none of it is any.
	 */
	public static final Set<String> FIELDS = Set.of("entityId", "revision", "eventId", "agency", "occurredAt",
			"recordedAt", "source");

	private static final UUID NO_ID = new UUID(0, 0);

	private BlankEnvelope() {
	}

	/** Blanks what differs between two publications of the same content. */
	public static void blank(SpecificRecord event, EntityId entity) {
		put(event, "entityId", entity.toString());
		put(event, "agency", entity.agency().value());
		put(event, "revision", 0L);
		put(event, "eventId", NO_ID);
		put(event, "occurredAt", Instant.EPOCH);
		put(event, "recordedAt", Instant.EPOCH);
		put(event, "source", new Source(SourceKind.UNKNOWN, "", "", ""));
	}

	/** Whether a row may tell it: of the envelope only when it became true. */
	static boolean isDerivable(String field) {
		return !FIELDS.contains(field) || field.equals("occurredAt");
	}

	private static void put(SpecificRecord event, String field, Object value) {
		event.put(event.getSchema().getField(field).pos(), value);
	}

}
