package org.buranakan.hub.intake;

/**
 * Why a log is not read.
 *
 * @param why a sentence for the operator
 */
record Parking(Code code, String why) {

	/** The closed set of reasons. */
	enum Code {

		/** The topic was deleted and created again: its offsets mean other records. */
		TOPIC_RECREATED,

		/** Kafka does not have the topic any more. */
		TOPIC_GONE,

		/** The log begins behind the position: records were removed unread. */
		LOG_TRUNCATED,

		/** The log ends before the position: Kafka lost records that were read. */
		OFFSET_GONE,

		/** An offset was skipped: the log is not dense. */
		OFFSET_GAP

	}

}
