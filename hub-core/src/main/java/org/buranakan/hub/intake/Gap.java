package org.buranakan.hub.intake;

import java.time.Instant;

/**
 * Records of a log that are gone, and that an operator has accepted.
 *
 * @param topicId of the topic that lacks them
 * @param from the first missing offset
 * @param upto the offset behind them
 * @param by the operator
 */
record Gap(String topic, String topicId, long from, long upto, String by, Instant at, String why) {

	/** Whether it is of that topic, and all that is missing there was accepted. */
	boolean covers(String topic, String topicId, long from, long upto) {
		return this.topic.equals(topic) && this.topicId.equals(topicId) && this.from == from && this.upto >= upto;
	}

	/** What an auditor is told. */
	String told() {
		return "that offsets %d to %d of %s are gone was accepted by %s on %s (%s)".formatted(this.from, this.upto - 1,
				this.topic, this.by, this.at, this.why);
	}

}
