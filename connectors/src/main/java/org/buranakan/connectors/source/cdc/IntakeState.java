package org.buranakan.connectors.source.cdc;

import java.util.List;

/** How the reading of an agency's raw topics is. */
sealed interface IntakeState {

	/** It has not read anything yet. */
	record Starting() implements IntakeState {
	}

	/**
	 * It reads.
	 *
	 * @param doubts why changes may be missing, while that is verified
	 */
	record Following(List<String> doubts) implements IntakeState {

		public Following {
			doubts = List.copyOf(doubts);
		}

	}

	/** Kafka or the registry are away: nothing is lost, and it tries again. */
	record Held(String reason) implements IntakeState {
	}

	/** It reads no more, because it was closed or, which is a bug, because it died. */
	record Ended(String reason) implements IntakeState {
	}

}
