package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Compares what is recorded of logs with what Kafka has: one question each for all of
 * them, so that an outage costs its patience once.
 */
@Component
class Inspection {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Admin admin;

	Inspection(Admin admin) {
		this.admin = admin;
	}

	/** Kafka's ids of those of the topics that it has. */
	Map<String, String> topicIds(Set<String> topics) {
		Map<String, String> ids = new HashMap<>();
		this.admin.describeTopics(topics).topicNameValues().forEach((topic, future) -> describe(topic, future, ids));
		return ids;
	}

	/** What can be read from where, and what must not be read. */
	Inspected of(Consumer<?, ?> consumer, Map<TopicPartition, Logs.Recorded> recorded) {
		Inspected inspected = new Inspected(new HashMap<>(), new HashMap<>());
		Map<String, String> ids = topicIds(
				recorded.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()));
		recorded.forEach((partition, log) -> {
			String id = ids.get(partition.topic());
			if (id == null) {
				inspected.park(partition, Parking.Code.TOPIC_GONE, "Kafka has no topic " + partition.topic());
			}
			else if (!id.equals(log.topicId())) {
				inspected.park(partition, Parking.Code.TOPIC_RECREATED, "%s is recorded with topic id %s and now has %s"
					.formatted(partition.topic(), log.topicId(), id));
			}
			else {
				inspected.readable.put(partition, log.nextOffset());
			}
		});
		if (!inspected.readable.isEmpty()) {
			Set<TopicPartition> remaining = Set.copyOf(inspected.readable.keySet());
			Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(remaining, PATIENCE);
			Map<TopicPartition, Long> ends = consumer.endOffsets(remaining, PATIENCE);
			remaining.forEach((partition) -> inspected.bound(partition, beginnings.getOrDefault(partition, 0L),
					ends.getOrDefault(partition, 0L)));
		}
		return inspected;
	}

	private static void describe(String topic, KafkaFuture<TopicDescription> future, Map<String, String> ids) {
		try {
			ids.put(topic, future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).topicId().toString());
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof UnknownTopicOrPartitionException)) {
				throw new KafkaException("Kafka cannot describe " + topic, ex.getCause());
			}
		}
		catch (TimeoutException ex) {
			throw new KafkaException("Kafka does not describe " + topic + " in time", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while Kafka described " + topic, ex);
		}
	}

	/**
	 * What was found.
	 *
	 * @param readable from which offset
	 */
	record Inspected(Map<TopicPartition, Long> readable, Map<TopicPartition, Parking> parked) {

		private void bound(TopicPartition partition, long beginning, long end) {
			long from = this.readable.getOrDefault(partition, 0L);
			boolean keptForAWhile = Topic.parse(partition.topic())
				.filter((topic) -> topic.kind() == Topics.REFUSED)
				.isPresent();
			if (beginning > from && keptForAWhile) {
				this.readable.put(partition, beginning);
			}
			else if (beginning > from) {
				park(partition, Parking.Code.LOG_TRUNCATED,
						"%s begins at %d, but %d was to be read next".formatted(partition.topic(), beginning, from),
						beginning);
			}
			else if (end < from) {
				park(partition, Parking.Code.OFFSET_GONE,
						"%s ends at %d, but was read up to %d".formatted(partition.topic(), end, from));
			}
		}

		private void park(TopicPartition partition, Parking.Code code, String why) {
			park(partition, code, why, null);
		}

		private void park(TopicPartition partition, Parking.Code code, String why, @Nullable Long upto) {
			this.readable.remove(partition);
			this.parked.put(partition, new Parking(code, why, upto));
		}

		/** Lets those be read on that begin later, where that was accepted. */
		void accept(Map<TopicPartition, Logs.Recorded> recorded, List<Gap> accepted) {
			Map.copyOf(this.parked).forEach((partition, parking) -> {
				Logs.Recorded log = Objects.requireNonNull(recorded.get(partition));
				Long upto = parking.upto();
				if (upto != null && isAccepted(partition, log, upto, accepted)) {
					this.parked.remove(partition);
					this.readable.put(partition, upto);
				}
			});
		}

		private static boolean isAccepted(TopicPartition partition, Logs.Recorded log, long upto, List<Gap> accepted) {
			return accepted.stream()
				.anyMatch((gap) -> gap.covers(partition.topic(), log.topicId(), log.nextOffset(), upto));
		}

	}

}
