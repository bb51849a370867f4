package org.buranakan.hub.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.buranakan.hub.audit.Difference;
import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.intake.Account;
import org.buranakan.hub.intake.Refold;
import org.jspecify.annotations.Nullable;

/**
 * A replay, under way or ended.
 *
 * @param cut until where; null for where the live view stood
 * @param folded records of the logs folded so far, of {@code toFold}
 * @param result what it found; null unless it came to its end
 * @param failure why it did not; null if it did or may still
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Replay(long id, State state, @Nullable String cut, Instant startedAt, @Nullable Instant endedAt, long folded,
		long toFold, @Nullable Result result, @Nullable String failure) {

	/**
	 * How far it is, in this order; it ends as one of the last four. Established is the
	 * fingerprint of a cut that had none to compare with.
	 */
	enum State {

		FOLDING, DERIVING, COMPARING, EQUAL, ESTABLISHED, DIFFERENT, FAILED

	}

	/**
	 * What a replay found.
	 *
	 * @param live the view that people see, at the positions that were replayed to; of a
	 * cut, what is on record of it, or null where nothing was
	 * @param replayed what the logs say
	 * @param folding how long the logs took, deriving and comparing not included
	 * @param accounts of the logs that count differently
	 * @param differences the tables that differ; none of a cut, of which only the
	 * fingerprint was kept
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Result(@Nullable Fingerprint live, Fingerprint replayed, Duration folding, List<Miscount> accounts,
			List<Difference> differences) {

		/** As what the replay ended. */
		State state() {
			if (!this.accounts.isEmpty() || (this.live != null && !this.live.sha256().equals(this.replayed.sha256()))) {
				return State.DIFFERENT;
			}
			return (this.live != null) ? State.EQUAL : State.ESTABLISHED;
		}

		Result with(List<Difference> differences) {
			return new Result(this.live, this.replayed, this.folding, this.accounts, differences);
		}

	}

	/** A log whose records ended otherwise than live. */
	record Miscount(String topic, Account live, Account replayed) {

		/** Those of the logs of facts, in the order of the live ones. */
		static List<Miscount> between(List<Map.Entry<String, Account>> live, Map<String, Account> replayed) {
			return live.stream()
				.filter((log) -> Refold.covers(log.getKey()))
				.map((log) -> new Miscount(log.getKey(), log.getValue(),
						replayed.getOrDefault(log.getKey(), new Account(0, 0, 0, 0))))
				.filter((log) -> !log.live().equals(log.replayed()))
				.toList();
		}

	}

}
