package org.buranakan.hub.intake;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.intake.Judgement.Unsound;
import org.buranakan.schemas.envelope.ActKind;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.envelope.Verified;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.Decoding.Malformed;
import org.buranakan.schemas.wire.RecordDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Judges records one by one, on nothing but themselves. Decodes each once. For one
 * thread. Throws only while the registry cannot be asked.
 */
final class Judge {

	private static final int LONGEST_PLACE = 600;

	private final SchemaRegistry registry;

	private final Map<Topics, Projection<?>> projections = new EnumMap<>(Topics.class);

	private final Map<Topics, RecordDecoder<? extends SpecificRecord>> decoders = new EnumMap<>(Topics.class);

	Judge(SchemaRegistry registry, List<Projection<?>> projections) {
		this.registry = registry;
		for (Projection<?> projection : projections) {
			if (this.projections.put(projection.kind(), projection) != null) {
				throw new IllegalArgumentException("Two projections read " + projection.kind());
			}
		}
	}

	/** The kinds of topic that can be judged. */
	boolean knows(Topics kind) {
		return kind == Topics.REFUSED || this.projections.containsKey(kind);
	}

	Judgement judge(Arrival arrival) {
		return switch (decoder(arrival.log().topic().kind()).decode(arrival.record().value())) {
			case Malformed<? extends SpecificRecord>(var flaw, var reason) ->
				Unsound.of(RejectionCode.valueOf(flaw.name()), reason);
			case Decoded<? extends SpecificRecord>(var record, var _) -> judge(arrival, record);
		};
	}

	private Judgement judge(Arrival arrival, SpecificRecord record) {
		Optional<String> impossible = Plausible.impossible(record);
		if (impossible.isPresent()) {
			return unsound(arrival, record, RejectionCode.IMPOSSIBLE_VALUE, impossible.get());
		}
		return switch (record) {
			case SourceRefused refused -> refusal(arrival, refused);
			case ReferenceRecorded reference -> reference(arrival, reference);
			case BusinessDateStated date -> clock(arrival, date);
			case ActRecorded act -> act(arrival, act);
			default -> event(arrival, record);
		};
	}

	private Judgement event(Arrival arrival, SpecificRecord event) {
		return switch (Verified.of(arrival.log().topic(), arrival.record().key(), event, arrival.record().headers())) {
			case Verified.Disagreed(var code, var detail) ->
				unsound(arrival, event, RejectionCode.valueOf(code.name()), detail);
			case Verified.Agreed(var envelope, var _) -> sound(arrival, event, new Identity(envelope.entityId(),
					envelope.revision(), envelope.eventId(), envelope.occurredAt(), envelope.recordedAt()));
		};
	}

	private Judgement reference(Arrival arrival, ReferenceRecorded reference) {
		String id = reference.getKind() + "/" + reference.getCode();
		if (reference.getRevision() < 1) {
			return Unsound.of(RejectionCode.BAD_REVISION, "field revision is " + reference.getRevision());
		}
		return keyed(arrival, reference,
				new Identity(id, reference.getRevision(), null, null, reference.getRecordedAt()));
	}

	private Judgement clock(Arrival arrival, BusinessDateStated stated) {
		return keyed(arrival, stated, new Identity(stated.getDate().toString(), 1, null, null, stated.getRecordedAt()));
	}

	/** An act is final, as a posting is: the same id with other content is rejected. */
	private Judgement act(Arrival arrival, ActRecorded act) {
		String actor = arrival.log().topic().owner();
		if (!act.getActor().equals(actor)) {
			return Unsound.of(RejectionCode.FOREIGN_ACTOR, "field actor is not " + actor);
		}
		Optional<ActKind> kind = ActKind.of(act.getKind());
		if (kind.isEmpty()) {
			return Unsound.of(RejectionCode.UNKNOWN_ACT_KIND, "field kind");
		}
		return kind.get()
			.missing(act)
			.<Judgement>map((missing) -> Unsound.of(RejectionCode.ACT_INCOMPLETE, missing))
			.orElseGet(() -> keyed(arrival, act, act.getActId().toString(), Identity.of(act)));
	}

	private Judgement keyed(Arrival arrival, SpecificRecord event, Identity identity) {
		return keyed(arrival, event, identity.id(), identity);
	}

	private Judgement keyed(Arrival arrival, SpecificRecord event, String key, Identity identity) {
		return key.equals(key(arrival)) ? sound(arrival, event, identity)
				: Unsound.of(RejectionCode.FOREIGN_KEY, "record key is not " + event.getSchema().getName() + "'s");
	}

	private Judgement refusal(Arrival arrival, SourceRefused refused) {
		String place = key(arrival);
		if (!refused.getAgency().equals(arrival.log().agency())) {
			return Unsound.of(RejectionCode.FOREIGN_AGENCY, "field agency is not " + arrival.log().agency());
		}
		return (place == null || place.indexOf(0) >= 0 || place.length() > LONGEST_PLACE)
				? Unsound.of(RejectionCode.FOREIGN_KEY, "no usable record key") : new Judgement.Refusal(place, refused);
	}

	@SuppressWarnings("unchecked") // the catalogue ties kind, class and projection
									// together
	private <E extends SpecificRecord> Judgement sound(Arrival arrival, E event, Identity identity) {
		Projection<E> projection = (Projection<E>) Objects
			.requireNonNull(this.projections.get(arrival.log().topic().kind()));
		Optional<String> impossible = projection.impossible(event);
		if (impossible.isPresent()) {
			return new Unsound(new Outcome.Rejected(RejectionCode.IMPOSSIBLE_VALUE, "field " + impossible.get()),
					identity.id(), identity.eventId());
		}
		return new Judgement.Sound<>(projection, identity.fact(arrival, event, projection.touches(event)));
	}

	/** Names the entity only where it is the log's own agency's. */
	private static Unsound unsound(Arrival arrival, SpecificRecord record, RejectionCode code, String detail) {
		Optional<Envelope> envelope = arrival.log().topic().family().map((family) -> Envelope.of(record));
		Optional<EntityId> entity = envelope.flatMap((claimed) -> EntityId.parse(claimed.entityId()))
			.filter((claimed) -> claimed.agency().value().equals(arrival.log().agency()));
		return new Unsound(new Outcome.Rejected(code, detail), entity.map(EntityId::toString).orElse(null),
				entity.isPresent() ? envelope.get().eventId() : null);
	}

	private RecordDecoder<? extends SpecificRecord> decoder(Topics kind) {
		return this.decoders.computeIfAbsent(kind,
				(key) -> new RecordDecoder<>(this.registry, key.value().orElseThrow()));
	}

	private static @Nullable String key(Arrival arrival) {
		byte[] key = arrival.record().key();
		return (key == null) ? null : new String(key, StandardCharsets.UTF_8);
	}

}
