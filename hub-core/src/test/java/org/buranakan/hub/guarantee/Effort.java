package org.buranakan.hub.guarantee;

import java.time.Duration;
import java.util.List;

/**
 * What a contender took.
 *
 * @param events records that it read
 * @param taken from when it could begin until all was committed
 * @param processor time of its own process, its compilers and collectors too
 * @param database processor time of all of PostgreSQL's processes
 * @param wal bytes that PostgreSQL wrote ahead
 */
record Effort(long events, Duration taken, Duration processor, Duration database, long wal) {

	double rate() {
		return this.events / seconds(this.taken);
	}

	@Override
	public String toString() {
		return "%,.0f events/s; per event %.1f µs of its processor time, %.1f µs of PostgreSQL's, %,d bytes of WAL"
			.formatted(rate(), micros(this.processor), micros(this.database), this.wal / this.events);
	}

	private double micros(Duration time) {
		return seconds(time) * 1e6 / this.events;
	}

	private static double seconds(Duration time) {
		return time.toNanos() / 1e9;
	}

	/** The one of the middle, by rate. */
	static Effort median(List<Effort> efforts) {
		return efforts.stream()
			.sorted((one, other) -> Double.compare(one.rate(), other.rate()))
			.toList()
			.get(efforts.size() / 2);
	}

}
