package org.buranakan.hub.finding;

import java.time.Instant;

/**
 * How often a rule finds something in what it looks at.
 *
 * @param lookedAt plans, lines, activities, …: whatever it judges one by one
 * @param uncertain findings that cannot be computed
 * @param countedAt when
 */
record Firing(String rule, long lookedAt, long found, long uncertain, Instant countedAt) {

	/** A rule that objects to more than every second thing says more of itself. */
	private static final double SUSPECT_ABOVE = 0.5;

	/** Of fewer a share says nothing. */
	private static final long ENOUGH = 20;

	/** Of what it looks at, 0 to 1. */
	double share() {
		return (this.lookedAt == 0) ? 0 : Math.min(1, (double) this.found / this.lookedAt);
	}

	boolean suspect() {
		return this.lookedAt >= ENOUGH && share() > SUSPECT_ABOVE;
	}

}
