package org.buranakan.hub.intake;

/**
 * What keeps an assigned log from being read as it should.
 *
 * @param why a sentence for the operator
 */
record Trouble(Kind kind, String why) {

	/** The closed set of troubles. */
	enum Kind {

		/** It must not be read: it is parked, or another process's. */
		NOT_READ,

		/** Kafka or the database could not be asked for it. */
		NOT_CLAIMED,

		/** Reference data does not name it yet; no alarm. */
		NOT_REGISTERED,

		/** One of its records hits a bug: it is read up to there. */
		HELD_BACK

	}

}
