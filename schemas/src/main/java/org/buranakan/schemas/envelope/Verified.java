package org.buranakan.schemas.envelope;

import java.util.Arrays;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The verdict whether everything about a record agrees. An access right does not bind
 * content: an agency with rights on its own topics could still speak in another's name
 * inside them.
 */
public sealed interface Verified {

	/** Topic, key, headers and value agree. */
	record Agreed(Envelope envelope, EntityId entity) implements Verified {
	}

	/**
	 * They do not.
	 *
	 * @param detail where, without quoting values
	 */
	record Disagreed(Disagreement code, String detail) implements Verified {
	}

	/**
	 * Judges one record of an agency's topic; pure, and never throws for what it reads.
	 */
	static Verified of(Topic topic, byte @Nullable [] key, SpecificRecord event, Headers headers) {
		Envelope envelope = Envelope.of(event);
		if (topic.family().filter((family) -> family == envelope.family()).isEmpty()) {
			return new Disagreed(Disagreement.FOREIGN_FAMILY, envelope.family() + " in " + topic);
		}
		if (!topic.owner().equals(envelope.agency())) {
			return new Disagreed(Disagreement.FOREIGN_AGENCY, "field agency is not " + topic.owner());
		}
		Optional<EntityId> entity = EntityId.parse(envelope.entityId());
		if (entity.isEmpty()) {
			return new Disagreed(Disagreement.BAD_ENTITY_ID, "field entityId");
		}
		return of(envelope, entity.get(), key, headers);
	}

	private static Verified of(Envelope envelope, EntityId entity, byte @Nullable [] key, Headers headers) {
		if (!entity.agency().value().equals(envelope.agency())) {
			return new Disagreed(Disagreement.FOREIGN_ENTITY, "field entityId does not begin with field agency");
		}
		if (key == null || !Arrays.equals(key, entity.key())) {
			return new Disagreed(Disagreement.FOREIGN_KEY, "record key is not field entityId");
		}
		if (envelope.revision() < 1 || (envelope.family() == Family.BUDGET && envelope.revision() != 1)) {
			return new Disagreed(Disagreement.BAD_REVISION, "field revision is " + envelope.revision());
		}
		EventId expected = EventId.of(envelope.family(), entity, envelope.revision());
		if (!expected.value().equals(envelope.eventId())) {
			return new Disagreed(Disagreement.WRONG_EVENT_ID, "field eventId does not follow from the identity");
		}
		Optional<Disagreed> header = CloudEvent.of(envelope).disagreement(headers);
		return header.isPresent() ? header.get() : new Agreed(envelope, entity);
	}

}
