package org.buranakan.hub.guarantee;

import java.util.stream.Stream;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.envelope.EventId;

/**
 * Generated events of the pilot's agencies, as a test's own agency would publish them.
 */
final class Renamed {

	private static final String MODEL = "codi";

	private Renamed() {
	}

	static Stream<SpecificRecord> events(String agency, long size, long seed, Disturbance disturbance) {
		Generator generator = new Generator(size * 7, seed, disturbance);
		return generator.events(MODEL).map((event) -> as(agency, event));
	}

	private static SpecificRecord as(String agency, SpecificRecord event) {
		SpecificRecord renamed = SpecificData.get().deepCopy(event.getSchema(), event);
		Envelope envelope = Envelope.of(event);
		String id = agency + envelope.entityId().substring(envelope.entityId().indexOf(':'));
		put(renamed, "entityId", id);
		put(renamed, "agency", agency);
		put(renamed, "eventId",
				EventId.of(envelope.family(), EntityId.parse(id).orElseThrow(), envelope.revision()).value());
		return renamed;
	}

	private static void put(SpecificRecord event, String field, Object value) {
		event.put(event.getSchema().getField(field).pos(), value);
	}

}
