package org.buranakan.hub.intake;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/** A record with its outcome. */
record Ended(Arrival arrival, Judgement judgement, Outcome outcome) {

	/** Any order among logs, that of each log within it. */
	static final Comparator<Ended> IN_LOG_ORDER = Comparator.<Ended>comparingInt((ended) -> ended.arrival().log().id())
		.thenComparingLong((ended) -> ended.arrival().offset());

	/** Counts it as the next one of its log. */
	void countIn(Map<Log, Tally> tallies) {
		Objects.requireNonNull(tallies.get(this.arrival.log())).count(this.arrival, this.outcome);
	}

	String outcomeName() {
		return switch (this.outcome) {
			case Outcome.Applied() -> "APPLIED";
			case Outcome.Stale() -> "STALE";
			case Outcome.Rejected(var _, var _) -> "REJECTED";
		};
	}

	/**
	 * Whether history keeps its value: not a rejected one, nor what a source offered and
	 * its connector refused.
	 */
	boolean isFactKept() {
		return this.judgement instanceof Judgement.Sound<?> && !(this.outcome instanceof Outcome.Rejected);
	}

}
