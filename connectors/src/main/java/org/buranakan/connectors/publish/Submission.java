package org.buranakan.connectors.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.Row;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;

/** What a source hands in: a row's outcome and where the row came from. */
public record Submission(Provenance provenance, Outcome outcome) {

	/** Far enough below what Kafka takes to leave room for the envelope. */
	private static final int LARGEST_EVENT = 900_000;

	/** The same, refused if an event is larger than Kafka takes. */
	Submission bounded() {
		if (!(this.outcome instanceof Outcome.Mapped mapped)) {
			return this;
		}
		List<Refusal> refusals = mapped.present()
			.stream()
			.filter((content) -> Encoding.of(content.record()).size() > LARGEST_EVENT)
			.map((content) -> new Refusal(Optional.of(content.family()), "", this.provenance.trace(),
					new Objection(RefusalCode.EVENT_TOO_LARGE, "", "> " + LARGEST_EVENT / 1000 + " kB")))
			.toList();
		return refusals.isEmpty() ? this : new Submission(this.provenance, new Outcome.Refused(refusals));
	}

	/** Sends what it says that the topics do not say yet. */
	Receipt settle(Events events, Refusals refusals) {
		return switch (this.outcome) {
			case Outcome.Mapped mapped -> {
				refusals.record(this.provenance, List.of());
				int published = mapped.present()
					.stream()
					.mapToInt((content) -> events.publish(content, this.provenance))
					.sum();
				int withdrawn = mapped.absent()
					.stream()
					.mapToInt((gone) -> events.withdraw(gone.family(), gone.entity(), this.provenance))
					.sum();
				yield (published + withdrawn > 0) ? new Receipt.Applied(published + withdrawn)
						: new Receipt.Unchanged();
			}
			case Outcome.Refused refused -> {
				refusals.record(this.provenance, refused.refusals());
				yield new Receipt.Refused(refused.refusals());
			}
		};
	}

	/** A row, as the mapping reads it. */
	public static Submission of(Mapping mapping, SourceProfile source, Row row, Instant offeredAt) {
		return new Submission(Provenance.of(source, row, offeredAt), mapping.map(source, row));
	}

	/** A row that is gone: what it spoke of is withdrawn. */
	public static Submission vanished(Mapping mapping, SourceProfile source, Row row, Instant offeredAt) {
		return new Submission(Provenance.of(source, row, offeredAt),
				new Outcome.Mapped(List.of(), mapping.vanished(source, row)));
	}

}
