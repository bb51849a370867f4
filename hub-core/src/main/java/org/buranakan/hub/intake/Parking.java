package org.buranakan.hub.intake;

/**
 * Why a log is not read.
 *
 * @param why a sentence for the operator
 */
record Parking(Code code, String why) {

	/** The reason with what the operator can do. */
	String report() {
		return this.code + ": " + this.why + ". " + this.code.remedy;
	}

	/** The closed set of reasons. */
	enum Code {

		/** The topic was deleted and created again: its offsets mean other records. */
		TOPIC_RECREATED("Restore the broker's data if the old topic is to be had again. Otherwise record the new id as "
				+ "the next revision of log/<topic> in hub.reference, have the agency publish its entities again, and "
				+ "start the hub with an empty database: one that has read the old topic never takes the new one for it."),

		/** Kafka does not have the topic any more. */
		TOPIC_GONE("Restore the broker's data; the hub looks again by itself. Creating the topic again makes another "
				+ "log, which stays parked."),

		/** The log begins behind the position: records were removed unread. */
		LOG_TRUNCATED("Restore the broker's data, and let the topic keep its records for ever; the hub looks again by "
				+ "itself and skips nothing."),

		/** The log ends before the position: Kafka lost records that were read. */
		OFFSET_GONE("Restore the broker's data before anybody publishes to the topic again; the hub looks again by "
				+ "itself."),

		/** An offset was skipped: the log is not dense. */
		OFFSET_GAP("Find out who publishes with transactions or who had the topic compacted, which agencies' logs "
				+ "never are; restore the broker's data, then restart the hub.");

		private final String remedy;

		Code(String remedy) {
			this.remedy = remedy;
		}

		/**
		 * Whether looking at the topic again can tell that it is mended; a gap shows only
		 * by reading across it.
		 */
		boolean canBeInspected() {
			return this != OFFSET_GAP;
		}

	}

}
