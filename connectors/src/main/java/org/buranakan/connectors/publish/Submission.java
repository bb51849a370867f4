package org.buranakan.connectors.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Content;
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

	/** Encoded, or refused if an event is larger than Kafka takes. */
	Encoded encoded() {
		return switch (this.outcome) {
			case Outcome.Refused refused -> new Encoded.Refused(this.provenance, refused.refusals());
			case Outcome.Mapped(List<Content> present, List<Outcome.Identity> absent) -> {
				List<Encoding> encodings = new ArrayList<>(present.size());
				List<Refusal> tooLarge = new ArrayList<>();
				for (Content content : present) {
					Encoding encoding = encoding(content);
					encodings.add(encoding);
					if (encoding.size() > LARGEST_EVENT) {
						tooLarge.add(tooLarge(content));
					}
				}
				yield tooLarge.isEmpty() ? new Encoded.Mapped(this.provenance, present, encodings, absent)
						: new Encoded.Refused(this.provenance, tooLarge);
			}
		};
	}

	/** An earlier attempt may have made an event of the record. */
	private static Encoding encoding(Content content) {
		BlankEnvelope.blank(content.record(), content.entity());
		return Encoding.of(content.record());
	}

	private Refusal tooLarge(Content content) {
		return new Refusal(Optional.of(content.family()), "", this.provenance.trace(),
				new Objection(RefusalCode.EVENT_TOO_LARGE, "", "> " + LARGEST_EVENT / 1000 + " kB"));
	}

	/** A submission as far as it can be brought before its turn comes. */
	sealed interface Encoded {

		/** Sends what it says that the topics do not say yet. */
		default Receipt settle(Events events, Refusals refusals) {
			return switch (this) {
				case Mapped(Provenance from, var present, var encodings, var absent) -> {
					List<Refusal> stale = new ArrayList<>();
					for (int index = 0; index < present.size(); index++) {
						events.stale(present.get(index), encodings.get(index)).ifPresent(stale::add);
					}
					refusals.record(from, stale);
					if (!stale.isEmpty()) {
						yield new Receipt.Refused(stale);
					}
					int published = 0;
					for (int index = 0; index < present.size(); index++) {
						published += events.publish(present.get(index), encodings.get(index), from);
					}
					for (Outcome.Identity gone : absent) {
						published += events.withdraw(gone.family(), gone.entity(), from);
					}
					yield (published > 0) ? new Receipt.Applied(published) : new Receipt.Unchanged();
				}
				case Refused(Provenance from, var reasons) -> {
					refusals.record(from, reasons);
					yield new Receipt.Refused(reasons);
				}
			};
		}

		/**
		 * What is published unless the topics say so already.
		 *
		 * @param encodings of what is present, in order
		 */
		record Mapped(Provenance provenance, List<Content> present, List<Encoding> encodings,
				List<Outcome.Identity> absent) implements Encoded {
		}

		/** What is refused. */
		record Refused(Provenance provenance, List<Refusal> refusals) implements Encoded {
		}

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
