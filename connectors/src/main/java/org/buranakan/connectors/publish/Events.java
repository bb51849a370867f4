package org.buranakan.connectors.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.topic.Family;

/**
 * Turns contents into events against a memory, and sends those that say something new.
 */
final class Events {

	private final Memory memory;

	private final Dispatch dispatch;

	private final String system;

	private final Instant now;

	Events(Memory memory, Dispatch dispatch, String system, Clock clock) {
		this.memory = memory;
		this.dispatch = dispatch;
		this.system = system;
		this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * Why the content cannot be published: it is new, and the agency's own revision of it
	 * is not.
	 */
	Optional<Refusal> stale(Content content, Encoding encoding) {
		return content.revision()
			.flatMap((stated) -> this.memory.known(content.family(), content.entity())
				.filter((published) -> !published.says(content, encoding) && published.revision() >= stated.number())
				.map((published) -> stated.stale(content.family(), published.revision())));
	}

	/** As {@link #publish(Content, Encoding, Provenance)}. */
	int publish(Content content, Provenance provenance) {
		return publish(content, Encoding.of(content.record()), provenance);
	}

	/**
	 * Publishes the content if it is new, under the agency's own revision if that is
	 * higher, else the next; its record becomes the event.
	 * @param encoding of the content with a blank envelope, which the record may have
	 * lost in an earlier attempt
	 * @return the number of events
	 */
	int publish(Content content, Encoding encoding, Provenance provenance) {
		Instant occurredAt = content.occurredAt().orElse(provenance.offeredAt());
		Optional<Known> known = this.memory.known(content.family(), content.entity());
		if (known.filter((published) -> published.says(content, encoding)).isPresent()) {
			return 0;
		}
		if (content.family() == Family.BUDGET) {
			return post(content, encoding, provenance, occurredAt);
		}
		long next = known.map(Known::revision).orElse(0L) + 1;
		long revision = content.revision().map((stated) -> Math.max(stated.number(), next)).orElse(next);
		this.memory.remember(content.family(), content.entity(),
				new Known(revision, encoding, !Withdrawal.isOf(content.record()), speaker(provenance)));
		send(content.entity(), revision, content.record(), provenance, occurredAt);
		return 1;
	}

	/**
	 * Withdraws an entity that stands.
	 * @return the number of events
	 */
	int withdraw(Family family, EntityId entity, Provenance provenance) {
		Optional<Known> known = this.memory.known(family, entity).filter(Known::stands);
		if (known.isEmpty()) {
			return 0;
		}
		if (family == Family.BUDGET) {
			return reverse(entity, known.get(), provenance, provenance.offeredAt());
		}
		SpecificRecord content = known.get().content().decode();
		Withdrawal.mark(content);
		return publish(new Content(family, entity, content, Optional.empty()), provenance);
	}

	/** Sends what takes back the replaced postings whose reversals never arrived. */
	void completeReversals() {
		this.memory.takeUnreversed()
			.forEach((missing) -> send(
					new PostingId(missing.posting().entry(), missing.posting().generation(), true).entity(), 1,
					reversal(missing.posting(), missing.content()), missing.source(), missing.occurredAt()));
	}

	private Speaker speaker(Provenance provenance) {
		return new Speaker(provenance.kind(), this.system);
	}

	private static SpecificRecord reversal(PostingId posting, Encoding content) {
		SpecificRecord reversal = content.decode();
		Schema.Field amount = reversal.getSchema().getField("amountSatang");
		reversal.put(amount.pos(), -(long) reversal.get(amount.pos()));
		put(reversal, "reverses", posting.entity().toString());
		return reversal;
	}

	private int post(Content content, Encoding encoding, Provenance provenance, Instant occurredAt) {
		EntityId entry = content.entity();
		Optional<Known> known = this.memory.known(Family.BUDGET, entry);
		int reversals = known.filter(Known::stands)
			.map((standing) -> reverse(entry, standing, provenance, occurredAt))
			.orElse(0);
		long generation = known.map(Known::revision).orElse(0L) + 1;
		this.memory.remember(Family.BUDGET, entry, new Known(generation, encoding, true, speaker(provenance)));
		PostingId posting = new PostingId(entry, Math.toIntExact(generation), false);
		send(posting.entity(), 1, content.record(), provenance, occurredAt);
		return reversals + 1;
	}

	private int reverse(EntityId entry, Known standing, Provenance provenance, Instant occurredAt) {
		int generation = Math.toIntExact(standing.revision());
		SpecificRecord reversal = reversal(new PostingId(entry, generation, false), standing.content());
		this.memory.remember(Family.BUDGET, entry,
				new Known(generation, standing.content(), false, speaker(provenance)));
		send(new PostingId(entry, generation, true).entity(), 1, reversal, provenance, occurredAt);
		return 1;
	}

	private void send(EntityId entity, long revision, SpecificRecord event, Provenance provenance, Instant occurredAt) {
		send(entity, revision, event, provenance.of(this.system), occurredAt);
	}

	private void send(EntityId entity, long revision, SpecificRecord event, Source source, Instant occurredAt) {
		Family family = Family.of(event);
		BlankEnvelope.blank(event, entity);
		put(event, "revision", revision);
		put(event, "eventId", EventId.of(family, entity, revision).value());
		put(event, "occurredAt", occurredAt.truncatedTo(ChronoUnit.MICROS));
		put(event, "recordedAt", this.now);
		put(event, "source", source);
		this.dispatch.send(family, entity, event);
	}

	private static void put(SpecificRecord event, String field, Object value) {
		event.put(event.getSchema().getField(field).pos(), value);
	}

}
