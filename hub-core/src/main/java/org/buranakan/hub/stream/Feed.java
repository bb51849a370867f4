package org.buranakan.hub.stream;

import java.time.Duration;

/** Reads one or more logs into {@link RecentChanges}. For one thread. */
interface Feed {

	/**
	 * Reads what is new; never throws.
	 * @return how long to rest
	 */
	Duration round();

	/** Ends what it holds; it may be asked for another round afterwards. */
	void rest();

}
