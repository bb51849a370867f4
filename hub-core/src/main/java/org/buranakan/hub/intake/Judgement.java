package org.buranakan.hub.intake;

import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.record.SourceRefused;
import org.jspecify.annotations.Nullable;

/** What a record is, told from the record alone. */
sealed interface Judgement {

	/** A sound fact; its outcome depends on where its entity stands. */
	record Sound<E extends SpecificRecord>(Projection<E> projection, Fact<E> fact) implements Judgement {

	}

	/** What a connector refused of its source; the latest of each place counts. */
	record Refusal(String place, SourceRefused refused) implements Judgement {

	}

	/**
	 * No fact.
	 *
	 * @param entityId what it claims to be about, where that can be told
	 */
	record Unsound(Outcome.Rejected rejected, @Nullable String entityId, @Nullable UUID eventId) implements Judgement {

		static Unsound of(RejectionCode code, String detail) {
			return new Unsound(new Outcome.Rejected(code, detail), null, null);
		}

	}

}
