package org.buranakan.hub.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one batch read of one log. */
final class Tally {

	private final Log log;

	private final long first;

	private long next;

	private long applied;

	private long stale;

	private long rejected;

	private Instant heard = Instant.EPOCH;

	Tally(Log log, long first) {
		this.log = log;
		this.first = first;
		this.next = first;
	}

	/** Of the logs of a batch, before any record is counted. */
	static Map<Log, Tally> of(List<Judged> judged) {
		Map<Log, Tally> tallies = new LinkedHashMap<>();
		judged.forEach(
				(one) -> tallies.computeIfAbsent(one.arrival().log(), (log) -> new Tally(log, one.arrival().offset())));
		return tallies;
	}

	/** The next record of the log. */
	void count(Arrival arrival, Outcome outcome) {
		if (arrival.offset() != this.next) {
			throw new IllegalStateException(
					"After " + (this.next - 1) + " of " + this.log.topic() + " came " + arrival.offset());
		}
		this.next++;
		this.heard = arrival.at().isAfter(this.heard) ? arrival.at() : this.heard;
		switch (outcome) {
			case Outcome.Applied() -> this.applied++;
			case Outcome.Stale() -> this.stale++;
			case Outcome.Rejected(var _, var _) -> this.rejected++;
		}
	}

	Log log() {
		return this.log;
	}

	/** The offset that the log must stand at. */
	long first() {
		return this.first;
	}

	/** The offset that it stands at afterwards. */
	long next() {
		return this.next;
	}

	long received() {
		return this.next - this.first;
	}

	long applied() {
		return this.applied;
	}

	long stale() {
		return this.stale;
	}

	long rejected() {
		return this.rejected;
	}

	/** When the broker appended the newest of them. */
	Instant heard() {
		return this.heard;
	}

}
