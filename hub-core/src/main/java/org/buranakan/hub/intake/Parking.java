package org.buranakan.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * Why a log is not read.
 *
 * @param why a sentence for the operator
 * @param upto where it can be read on if an operator accepts that what comes before is
 * gone; null where there is nothing to accept
 */
record Parking(Code code, String why, @Nullable Long upto) {

	/** Where there is nothing to accept. */
	Parking(Code code, String why) {
		this(code, why, null);
	}

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
				+ "itself and skips nothing. If they are gone for good, accept it: audit accept <topic>."),

		/** The log ends before the position: Kafka lost records that were read. */
		OFFSET_GONE("Restore the broker's data before anybody publishes to the topic again; the hub looks again by "
				+ "itself."),

		/** An offset was skipped: the log is not dense. */
		OFFSET_GAP("Find out who publishes with transactions or who had the topic compacted, which agencies' logs "
				+ "never are; restore the broker's data, then restart the hub. If nothing is to be restored, accept "
				+ "the gap: audit accept <topic>.");

		private final String remedy;

		Code(String remedy) {
			this.remedy = remedy;
		}

		/** Whether it shows only by reading across it, not by looking at the topic. */
		boolean isFoundByReading() {
			return this == OFFSET_GAP;
		}

	}

}
