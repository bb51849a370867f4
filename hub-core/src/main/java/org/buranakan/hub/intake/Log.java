package org.buranakan.hub.intake;

import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

/**
 * A log that this process reads.
 *
 * @param id its row in {@code hub.log}
 * @param epoch under which this process claimed it
 */
record Log(int id, Topic topic, int partition, long epoch) {

	TopicPartition topicPartition() {
		return new TopicPartition(this.topic.name(), this.partition);
	}

	/** The agency, or empty for the hub's own logs and those of acts. */
	String agency() {
		return (this.topic.kind() == Topics.ACT) ? "" : this.topic.owner();
	}

	/** The last word of its topic. */
	String family() {
		return this.topic.kind().code();
	}

}
