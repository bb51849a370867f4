package org.buranakan.hub.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import org.springframework.stereotype.Component;

/** Compares what is recorded of a log with what Kafka has. */
@Component
class Inspection {

	private static final int PATIENCE_SECONDS = 10;

	private final Admin admin;

	Inspection(Admin admin) {
		this.admin = admin;
	}

	/** Kafka's id of the topic; empty where it has none. */
	Optional<String> topicId(String topic) {
		try {
			return Optional
				.ofNullable(this.admin.describeTopics(List.of(topic))
					.allTopicNames()
					.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
					.get(topic))
				.map((description) -> description.topicId().toString());
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof UnknownTopicOrPartitionException) {
				return Optional.empty();
			}
			throw new KafkaException("Kafka cannot describe " + topic, ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new KafkaException("Kafka does not describe " + topic + " in time", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while Kafka described " + topic, ex);
		}
	}

	/** The first offset that Kafka still has. */
	long beginning(Consumer<?, ?> consumer, TopicPartition partition) {
		return offset(consumer.beginningOffsets(List.of(partition)), partition);
	}

	/** Why the log must not be read from there; empty if it can be. */
	Optional<Parking> of(Consumer<?, ?> consumer, TopicPartition partition, Logs.Recorded recorded, long from) {
		Optional<String> id = topicId(partition.topic());
		if (id.isEmpty()) {
			return Optional.of(new Parking(Parking.Code.TOPIC_GONE, "Kafka has no topic " + partition.topic()));
		}
		if (!id.get().equals(recorded.topicId())) {
			return Optional
				.of(new Parking(Parking.Code.TOPIC_RECREATED, "%s is recorded with topic id %s and now has %s"
					.formatted(partition.topic(), recorded.topicId(), id.get())));
		}
		long beginning = beginning(consumer, partition);
		if (beginning > from) {
			return Optional.of(new Parking(Parking.Code.LOG_TRUNCATED,
					"%s begins at %d, but %d was to be read next".formatted(partition.topic(), beginning, from)));
		}
		long end = offset(consumer.endOffsets(List.of(partition)), partition);
		if (end < from) {
			return Optional.of(new Parking(Parking.Code.OFFSET_GONE,
					"%s ends at %d, but was read up to %d".formatted(partition.topic(), end, from)));
		}
		return Optional.empty();
	}

	private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
		return offsets.getOrDefault(partition, 0L);
	}

}
