package org.buranakan.connectors.source.cdc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the reading of an agency's raw topics is. */
sealed interface IntakeState {

	/** It has not read anything yet. */
	record Starting() implements IntakeState {
	}

	/**
	 * It reads.
	 *
	 * @param verified how every row was compared last, by this process
	 * @param doubts why changes may be missing, while that is verified
	 */
	record Following(Optional<Verified> verified, List<String> doubts) implements IntakeState {

		public Following {
			doubts = List.copyOf(doubts);
		}

	}

	/**
	 * Every row was compared with what was published.
	 *
	 * @param missed rows that had been missed, and were published
	 * @param withdrawn entities of which no row spoke any more
	 */
	record Verified(Instant at, int missed, int withdrawn) {
	}

	/** Kafka or the registry are away: nothing is lost, and it tries again. */
	record Held(String reason) implements IntakeState {
	}

	/** It reads no more, because it was closed or, which is a bug, because it died. */
	record Ended(String reason) implements IntakeState {
	}

}
