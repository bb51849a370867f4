package org.buranakan.connectors.access;

import java.time.Duration;

/**
 * How slowly a body may come: after some time for a line to get going, 8 KiB for every
 * second since; and ten minutes at most. So a trickle ends soon and a large file over a
 * poor line does not.
 *
 * @param begun by {@link System#nanoTime()}
 * @param grace the time before which no pace is asked for
 */
record BodyPace(long begun, Duration grace) {

	private static final long BYTES_PER_SECOND = 8 * 1024;

	/** An agency's other files wait for an upload. */
	private static final Duration LONGEST = Duration.ofMinutes(10);

	/** Whether so many bytes are too few by now, or it takes too long altogether. */
	boolean isMissedBy(long bytes) {
		if (System.nanoTime() - this.begun > LONGEST.toNanos()) {
			return true;
		}
		double seconds = (System.nanoTime() - this.begun - this.grace.toNanos()) / 1_000_000_000.0;
		return seconds > (double) bytes / BYTES_PER_SECOND;
	}

}
