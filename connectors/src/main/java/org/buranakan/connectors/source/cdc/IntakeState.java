package org.buranakan.connectors.source.cdc;

import java.util.List;
import java.util.Map;

/** How the reading of an agency's raw topics is. */
sealed interface IntakeState {

	/** It has not read anything yet. */
	record Starting() implements IntakeState {
	}

	/**
	 * It reads.
	 *
	 * @param parked tables that it does not read, and why
	 * @param doubts why changes may be missing, while that is verified
	 */
	record Following(Map<String, String> parked, List<String> doubts) implements IntakeState {

		public Following {
			parked = Map.copyOf(parked);
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
