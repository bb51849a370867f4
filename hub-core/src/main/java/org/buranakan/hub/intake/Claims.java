package org.buranakan.hub.intake;

import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

import org.springframework.stereotype.Component;

/**
 * Claims logs: checks that Kafka's topic is the recorded one and still has the position,
 * then takes the next owner epoch.
 */
@Component
class Claims {

	private final Logs logs;

	private final Inspection inspection;

	Claims(Logs logs, Inspection inspection) {
		this.logs = logs;
		this.inspection = inspection;
	}

	/** Claims the log of a partition that Kafka assigned to this consumer. */
	Result claim(Consumer<?, ?> consumer, TopicPartition partition) {
		Topic topic = Topic.parse(partition.topic()).orElseThrow();
		if (topic.family().isEmpty()) {
			registerAsFound(topic, partition);
		}
		Optional<Logs.Recorded> recorded = this.logs.find(partition);
		if (recorded.isEmpty()) {
			return new Result.Unregistered();
		}
		long from = recorded.get().nextOffset();
		if (topic.kind() == Topics.REFUSED) {
			from = Math.max(from, this.inspection.beginning(consumer, partition));
		}
		Optional<Parking> parking = this.inspection.of(consumer, partition, recorded.get(), from);
		if (parking.isPresent()) {
			this.logs.park(partition, parking.get());
			return new Result.Parked(parking.get());
		}
		return new Result.Claimed(this.logs.claim(topic, partition.partition(), from));
	}

	/** Parks a log that is being read. */
	void park(TopicPartition partition, Parking parking) {
		this.logs.park(partition, parking);
	}

	/** Where a log stands; empty if it is another process's by now. */
	Optional<Long> standing(Log log) {
		return this.logs.standing(log);
	}

	/** No reference data names the hub's own topics, and what is refused ends nowhere. */
	private void registerAsFound(Topic topic, TopicPartition partition) {
		if (this.logs.find(partition).isEmpty()) {
			this.inspection.topicId(topic.name())
				.ifPresent((id) -> this.logs.register(topic, partition.partition(), id));
		}
	}

	/** What became of a claim. */
	sealed interface Result {

		/** This process owns the log. */
		record Claimed(Logs.Claim claim) implements Result {

		}

		/** Reference data does not name the log yet. */
		record Unregistered() implements Result {

		}

		/** The log must not be read. */
		record Parked(Parking parking) implements Result {

		}

	}

}
