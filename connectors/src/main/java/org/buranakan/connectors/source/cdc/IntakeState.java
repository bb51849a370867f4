package org.buranakan.connectors.source.cdc;

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
	 */
	record Following(Map<String, String> parked) implements IntakeState {

		public Following {
			parked = Map.copyOf(parked);
		}

	}

	/** Kafka or the registry are away: nothing is lost, and it tries again. */
	record Held(String reason) implements IntakeState {
	}

	/** It reads no more, because it was closed or, which is a bug, because it died. */
	record Ended(String reason) implements IntakeState {
	}

}
