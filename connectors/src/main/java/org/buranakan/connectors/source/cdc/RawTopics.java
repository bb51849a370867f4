package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What Kafka tells of raw topics that need not be read for it. */
final class RawTopics implements AutoCloseable {

	private final Admin admin;

	RawTopics(Map<String, Object> client) {
		Map<String, Object> settings = new HashMap<>(client);
		// Or else, while no broker answers, it begins anew a thousand times a second.
		// What
		// it gives up, finding brokers that have all moved, comes with the next start.
		settings.put(AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG, MetadataRecoveryStrategy.NONE.name);
		this.admin = Admin.create(settings);
	}

	/** The ids of those that there are. */
	Map<TopicPartition, Uuid> ids(Set<String> topics) {
		Map<TopicPartition, Uuid> ids = new HashMap<>();
		this.admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
			try {
				TopicDescription described = answer(description);
				ids.put(new TopicPartition(topic, 0), described.topicId());
			}
			catch (UnknownTopicOrPartitionException ignored) {
				// There is none yet.
			}
		});
		return ids;
	}

	/** Where they end now, transactions that are still open included. */
	Map<TopicPartition, Long> ends(Collection<TopicPartition> logs) {
		ListOffsetsResult answers = this.admin
			.listOffsets(logs.stream().collect(Collectors.toMap((log) -> log, (log) -> OffsetSpec.latest())));
		return logs.stream()
			.collect(Collectors.toMap((log) -> log, (log) -> answer(answers.partitionResult(log)).offset()));
	}

	@Override
	public void close() {
		this.admin.close(Duration.ofSeconds(1));
	}

	private static <T> T answer(KafkaFuture<T> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof UnknownTopicOrPartitionException unknown) ? unknown
					: new KafkaException("The raw topics cannot be described", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptException(ex);
		}
	}

}
