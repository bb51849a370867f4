package org.buranakan.hub.progress;

/**
 * Where a milestone stands on the business date. What is late here is what rule
 * {@code milestone-overdue} finds.
 */
enum MilestoneStanding {

	/** Done, whenever. */
	DONE,

	/** Due before the business date, and not done. */
	LATE,

	/** Due until the end of the business date's month. */
	DUE,

	/** Due later. */
	AHEAD,

	/** Called off. */
	CANCELLED,

	/**
	 * Its day has passed, and its status is not stated, or its plan is called complete
	 * without it, or the plan's status is not stated.
	 */
	CANNOT_BE_TOLD

}
