package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

import org.springframework.stereotype.Component;

/**
 * Claims logs: checks that Kafka's topics are the recorded ones and still have the
 * positions, then takes the next owner epoch of each.
 */
@Component
class Claims {

	private final Logs logs;

	private final Inspection inspection;

	Claims(Logs logs, Inspection inspection) {
		this.logs = logs;
		this.inspection = inspection;
	}

	/**
	 * Claims the logs of partitions that Kafka assigned to this consumer.
	 * @return what became of each; nothing of one that somebody else claimed meanwhile
	 */
	Map<TopicPartition, Result> claim(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		Map<TopicPartition, Logs.Recorded> recorded = this.logs.find(partitions);
		Map<TopicPartition, Result> results = new HashMap<>();
		for (TopicPartition partition : partitions) {
			if (!recorded.containsKey(partition)) {
				results.put(partition, new Result.Unregistered());
				registerAsFound(partition);
			}
		}
		if (!recorded.isEmpty()) {
			Inspection.Inspected inspected = this.inspection.of(consumer, recorded);
			inspected.accept(recorded, this.logs.accepted(partitions));
			inspected.parked().forEach((partition, parking) -> {
				long epoch = Objects.requireNonNull(recorded.get(partition)).epoch();
				if (this.logs.park(partition, epoch, parking)) {
					results.put(partition, new Result.Parked(parking));
				}
			});
			this.logs.claim(inspected.readable())
				.forEach((partition, claim) -> results.put(partition, new Result.Claimed(claim)));
		}
		return results;
	}

	/**
	 * Parks a log that is being read.
	 * @return false if it is another process's by now, and stays as it is
	 */
	boolean park(Log log, Parking parking) {
		return this.logs.park(log.topicPartition(), log.epoch(), parking);
	}

	/** Whether an operator accepted the gap that a log was found to have. */
	boolean isGapAccepted(TopicPartition partition) {
		List<Gap> accepted = this.logs.accepted(List.of(partition));
		return this.logs.find(List.of(partition))
			.values()
			.stream()
			.anyMatch((log) -> log.gapUpto() != null && accepted.stream()
				.anyMatch((gap) -> gap.covers(partition.topic(), log.topicId(), log.nextOffset(), log.gapUpto())));
	}

	/**
	 * Lets a log stand behind records that Kafka did not show, if an operator accepted
	 * that these are gone.
	 */
	boolean passes(Logs.Claim claim, long from, long upto) {
		TopicPartition partition = claim.log().topicPartition();
		return this.logs.find(List.of(partition))
			.values()
			.stream()
			.anyMatch((log) -> this.logs.accepted(List.of(partition))
				.stream()
				.anyMatch((gap) -> gap.covers(partition.topic(), log.topicId(), from, upto)))
				&& this.logs.pass(claim.log(), from, upto);
	}

	/** Where a log stands; empty if it is another process's by now. */
	Optional<Long> standing(Log log) {
		return this.logs.standing(log);
	}

	/**
	 * {@code hub.reference} names all logs, itself too; to be read it must be known
	 * before.
	 */
	private void registerAsFound(TopicPartition partition) {
		Topic reference = Topics.REFERENCE.topic();
		if (partition.topic().equals(reference.name())) {
			this.inspection.topicIds(Set.of(reference.name()))
				.values()
				.forEach((id) -> this.logs.register(reference, partition.partition(), id));
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
