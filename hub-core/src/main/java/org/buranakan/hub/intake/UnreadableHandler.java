package org.buranakan.hub.intake;

import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What Kafka itself refuses between batches. A position that the log does not have parks
 * that partition; everything else is an outage, and the next poll tries again. Nothing is
 * ever skipped.
 */
final class UnreadableHandler implements CommonErrorHandler {

	private final Ownership ownership;

	private final Condition condition;

	UnreadableHandler(Ownership ownership, Condition condition) {
		this.ownership = ownership;
		this.condition = condition;
	}

	@Override
	public void handleOtherException(Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container,
			boolean batchListener) {
		if (thrown instanceof OffsetOutOfRangeException ex) {
			park(consumer, ex.offsetOutOfRangePartitions().keySet());
		}
		else {
			this.condition.heldBack(thrown);
		}
	}

	private void park(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
		for (TopicPartition partition : partitions) {
			this.ownership.park(consumer, partition, new Parking(Parking.Code.OFFSET_GONE,
					"Kafka does not have the next offset of " + partition.topic() + " any more"));
		}
	}

}
