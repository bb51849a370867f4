package org.buranakan.hub.replay;

import java.time.Duration;
import java.util.Map;

/** Tells of the records that a replay has folded, now and then. For one thread. */
final class Progress {

	private static final Duration STEP = Duration.ofMillis(500);

	private final ReplayRecords records;

	private final long id;

	private final Copy copy;

	private final long begun = System.nanoTime();

	private long all;

	private long told = this.begun - STEP.toNanos();

	Progress(ReplayRecords records, long id, Copy copy) {
		this.records = records;
		this.id = id;
		this.copy = copy;
	}

	/** Where the logs end, by topic. */
	void until(Map<String, Long> ends) {
		this.all = ends.values().stream().mapToLong(Long::longValue).sum();
	}

	void folded(long number) {
		if (System.nanoTime() - this.told >= STEP.toNanos()) {
			tell(Replay.State.FOLDING, number);
		}
	}

	void reached(Replay.State state) {
		tell(state, this.all);
	}

	Duration taken() {
		return Duration.ofNanos(System.nanoTime() - this.begun);
	}

	private void tell(Replay.State state, long folded) {
		this.copy.requireLock();
		this.records.progress(this.id, state, folded, this.all);
		this.told = System.nanoTime();
	}

}
