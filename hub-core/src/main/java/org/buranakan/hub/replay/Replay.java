package org.buranakan.hub.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.buranakan.hub.audit.Difference;
import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.intake.Account;
import org.jspecify.annotations.Nullable;

/**
 * A replay, under way or ended.
 *
 * @param folded records of the logs folded so far, of {@code toFold}
 * @param result what it found; null unless it came to its end
 * @param failure why it did not; null if it did or may still
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Replay(long id, State state, Instant startedAt, @Nullable Instant endedAt, long folded, long toFold,
		@Nullable Result result, @Nullable String failure) {

	/** How far it is, in this order; it ends as one of the last three. */
	enum State {

		FOLDING, DERIVING, COMPARING, EQUAL, DIFFERENT, FAILED

	}

	/**
	 * What a replay found.
	 *
	 * @param live the view that people see, at the positions that were replayed to
	 * @param replayed what the logs say
	 * @param folding how long the logs took, deriving and comparing not included
	 * @param accounts of the logs that count differently
	 * @param differences the tables that differ
	 */
	record Result(Fingerprint live, Fingerprint replayed, Duration folding, List<Miscount> accounts,
			List<Difference> differences) {

		/** Whether the view is what the logs say. */
		boolean isEqual() {
			return this.accounts.isEmpty() && this.live.sha256().equals(this.replayed.sha256());
		}

		Result with(List<Difference> differences) {
			return new Result(this.live, this.replayed, this.folding, this.accounts, differences);
		}

	}

	/** A log whose records ended otherwise than live. */
	record Miscount(String topic, Account live, Account replayed) {

	}

}
