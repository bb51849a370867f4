package org.buranakan.connectors.mapping;

import java.util.List;

import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.topic.Family;

/** What a profile makes of one row: all of it, or nothing. */
public sealed interface Outcome {

	/**
	 * The row is read.
	 *
	 * @param present what it says; may be empty
	 * @param absent entities that it could speak of and does not any more
	 */
	record Mapped(List<Content> present, List<Identity> absent) implements Outcome {

		public Mapped {
			present = List.copyOf(present);
			absent = List.copyOf(absent);
		}

	}

	/** The row is refused, for at least one reason. */
	record Refused(List<Refusal> refusals) implements Outcome {

		public Refused {
			refusals = refusals.stream().distinct().toList();
			if (refusals.isEmpty()) {
				throw new IllegalArgumentException("A refusal has a reason");
			}
		}

	}

	/** An entity of a family. */
	record Identity(Family family, EntityId entity) {
	}

}
