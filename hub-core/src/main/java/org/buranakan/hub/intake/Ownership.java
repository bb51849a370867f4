package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/**
 * The partitions that Kafka assigned to this process's consumer, and what it may do with
 * each: read it (held), wait until it is registered or can be claimed, or leave it alone
 * (parked, or claimed by another process). All but held ones are paused. For the
 * consumer's thread.
 */
@Component
class Ownership implements ConsumerAwareRebalanceListener {

	private final Claims claims;

	private final Condition condition;

	private final Map<TopicPartition, Logs.Claim> held = new HashMap<>();

	private final Set<TopicPartition> waiting = new HashSet<>();

	Ownership(Claims claims, Condition condition) {
		this.claims = claims;
		this.condition = condition;
	}

	@Override
	public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		for (TopicPartition partition : partitions) {
			// Without any position the next poll would fail for all partitions.
			consumer.seek(partition, 0);
			consumer.pause(List.of(partition));
			this.waiting.add(partition);
		}
		claimWaiting(consumer);
	}

	@Override
	public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		onPartitionsLost(consumer, partitions);
	}

	@Override
	public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach((partition) -> {
			this.held.remove(partition);
			this.waiting.remove(partition);
			this.condition.released(partition);
		});
	}

	/** Claims what could not be claimed so far. */
	void claimWaiting(Consumer<?, ?> consumer) {
		for (TopicPartition partition : List.copyOf(this.waiting)) {
			try {
				claim(consumer, partition);
			}
			// An outage here must not cost the consumer its life; the partition waits.
			catch (RuntimeException ex) {
				this.condition.heldBack(ex);
			}
		}
	}

	private void claim(Consumer<?, ?> consumer, TopicPartition partition) {
		switch (this.claims.claim(consumer, partition)) {
			case Claims.Result.Unregistered() -> this.condition.awaits(partition);
			case Claims.Result.Parked(Parking parking) -> {
				this.waiting.remove(partition);
				this.condition.parked(partition, parking);
			}
			case Claims.Result.Claimed(Logs.Claim claim) -> {
				this.waiting.remove(partition);
				this.held.put(partition, claim);
				this.condition.released(partition);
				consumer.seek(partition, claim.nextOffset());
				consumer.resume(List.of(partition));
			}
		}
	}

	/**
	 * The records that are next in logs of this process, in the order of each log. A log
	 * that is not dense is parked.
	 */
	List<Arrival> admit(Consumer<?, ?> consumer, List<ConsumerRecord<byte[], byte[]>> records) {
		Map<TopicPartition, Long> next = new HashMap<>();
		List<Arrival> arrivals = new ArrayList<>(records.size());
		for (ConsumerRecord<byte[], byte[]> record : records) {
			TopicPartition partition = new TopicPartition(record.topic(), record.partition());
			Logs.Claim claim = this.held.get(partition);
			if (claim == null) {
				continue;
			}
			long expected = next.getOrDefault(partition, claim.nextOffset());
			if (record.offset() == expected) {
				arrivals.add(new Arrival(claim.log(), record));
				next.put(partition, expected + 1);
			}
			else if (record.offset() > expected) {
				park(consumer, partition, new Parking(Parking.Code.OFFSET_GAP,
						"After offset %d of %s came %d".formatted(expected - 1, partition.topic(), record.offset())));
				arrivals.removeIf((arrival) -> arrival.log().equals(claim.log()));
			}
		}
		return arrivals;
	}

	/** Notes how far logs were read. */
	void moved(Collection<Tally> tallies) {
		tallies.forEach((tally) -> this.held.computeIfPresent(tally.log().topicPartition(),
				(partition, claim) -> new Logs.Claim(claim.log(), tally.next())));
	}

	/** Lets the next poll return again what was not committed. */
	void rewind(Consumer<?, ?> consumer) {
		this.held.forEach((partition, claim) -> consumer.seek(partition, claim.nextOffset()));
	}

	/** Asks the database where the logs stand, and leaves alone what is another's. */
	void reconcile(Consumer<?, ?> consumer) {
		for (Map.Entry<TopicPartition, Logs.Claim> entry : Map.copyOf(this.held).entrySet()) {
			Log log = entry.getValue().log();
			Optional<Long> next = this.claims.standing(log);
			if (next.isPresent()) {
				this.held.put(entry.getKey(), new Logs.Claim(log, next.get()));
			}
			else {
				this.held.remove(entry.getKey());
				consumer.pause(List.of(entry.getKey()));
				this.condition.fenced(entry.getKey());
			}
		}
		rewind(consumer);
	}

	/** Stops reading a partition until it is assigned again. */
	void park(Consumer<?, ?> consumer, TopicPartition partition, Parking parking) {
		this.held.remove(partition);
		consumer.pause(List.of(partition));
		this.claims.park(partition, parking);
		this.condition.parked(partition, parking);
	}

	/** The logs that are read. */
	Collection<Log> held() {
		return this.held.values().stream().map(Logs.Claim::log).toList();
	}

}
