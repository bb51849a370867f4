package org.buranakan.hub.intake;

/** How a record ended; each has exactly one outcome, and it never changes. */
sealed interface Outcome {

	/** It decides the state of its entity, or did until a later one of its batch. */
	record Applied() implements Outcome {

	}

	/**
	 * Its entity already stands at this revision with this content, or at a later one.
	 */
	record Stale() implements Outcome {

	}

	/**
	 * It is not applied.
	 *
	 * @param detail where in the record; quotes none of its values
	 */
	record Rejected(RejectionCode code, String detail) implements Outcome {

	}

}
