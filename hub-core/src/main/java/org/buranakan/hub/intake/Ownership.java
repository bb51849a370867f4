package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * (parked, or claimed by another process). All but held ones are paused, and held ones
 * with a record that hits a bug. For the consumer's thread.
 */
@Component
class Ownership implements ConsumerAwareRebalanceListener {

	private final Claims claims;

	private final Condition condition;

	private final Map<TopicPartition, Logs.Claim> held = new HashMap<>();

	private final Set<TopicPartition> waiting = new HashSet<>();

	/** Parked logs whose row does not say so yet. */
	private final Map<Log, Parking> unwritten = new LinkedHashMap<>();

	/** Logs that are parked for a gap: looking at them shows no more. */
	private final Set<TopicPartition> gapped = new HashSet<>();

	private final Alarms<TopicPartition> inspections;

	private final Alarms<TopicPartition> rests = new Alarms<>(Duration.ofSeconds(5));

	/** One outage is one attempt: the consumer's thread has others to read. */
	private final Alarms<String> outages = new Alarms<>(Duration.ofSeconds(5));

	Ownership(Claims claims, Condition condition, IntakeSettings settings) {
		this.claims = claims;
		this.condition = condition;
		this.inspections = new Alarms<>(settings.inspectEvery());
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
			this.gapped.remove(partition);
			this.unwritten.keySet().removeIf((log) -> log.topicPartition().equals(partition));
			this.inspections.cancel(partition);
			this.rests.cancel(partition);
			this.condition.released(partition);
		});
	}

	/** Does what was to be done later: parks, inspects, resumes and claims. */
	void claimWaiting(Consumer<?, ?> consumer) {
		this.rests.due()
			.stream()
			.filter(this.held::containsKey)
			.forEach((partition) -> consumer.resume(Set.of(partition)));
		this.outages.due();
		if (!this.outages.isEmpty()) {
			return;
		}
		try {
			writeParked();
			List<TopicPartition> due = this.inspections.due();
			// Also where nobody can be asked now.
			due.forEach(this.inspections::set);
			due.forEach(this::inspect);
			if (!this.waiting.isEmpty()) {
				this.claims.claim(consumer, Set.copyOf(this.waiting))
					.forEach((partition, result) -> settle(consumer, partition, result));
			}
		}
		// An outage here must not cost the consumer its life; the partitions wait.
		catch (RuntimeException ex) {
			this.outages.set("claim");
			this.unwritten.forEach((log, parking) -> this.condition.parkedUnwritten(log.topicPartition(), parking, ex));
			this.waiting.forEach((partition) -> this.condition.unclaimed(partition, ex));
		}
	}

	/** Reading a gap again would find it again: somebody must have accepted it. */
	private void inspect(TopicPartition partition) {
		if (!this.gapped.contains(partition) || this.claims.isGapAccepted(partition)) {
			this.inspections.cancel(partition);
			this.waiting.add(partition);
		}
	}

	private void writeParked() {
		for (Map.Entry<Log, Parking> parked : Map.copyOf(this.unwritten).entrySet()) {
			TopicPartition partition = parked.getKey().topicPartition();
			if (this.claims.park(parked.getKey(), parked.getValue())) {
				this.condition.parked(partition, parked.getValue());
			}
			else {
				this.inspections.cancel(partition);
				this.condition.fenced(partition);
			}
			this.unwritten.remove(parked.getKey());
		}
	}

	private void settle(Consumer<?, ?> consumer, TopicPartition partition, Claims.Result result) {
		switch (result) {
			case Claims.Result.Unregistered() -> this.condition.awaits(partition);
			case Claims.Result.Parked(Parking parking) -> {
				this.waiting.remove(partition);
				leaveAlone(partition, parking);
			}
			case Claims.Result.Claimed(Logs.Claim claim) -> {
				this.waiting.remove(partition);
				this.gapped.remove(partition);
				this.held.put(partition, claim);
				this.condition.released(partition);
				consumer.seek(partition, claim.nextOffset());
				consumer.resume(List.of(partition));
			}
		}
	}

	private void leaveAlone(TopicPartition partition, Parking parking) {
		this.condition.parked(partition, parking);
		if (parking.code().isFoundByReading()) {
			this.gapped.add(partition);
		}
		else {
			this.gapped.remove(partition);
		}
		this.inspections.set(partition);
	}

	/**
	 * The records that are next in logs of this process, in the order of each log. A log
	 * that is not dense is parked, at the first record behind the gap, unless an operator
	 * accepted that the records between are gone.
	 */
	List<Arrival> admit(Consumer<?, ?> consumer, List<ConsumerRecord<byte[], byte[]>> records) {
		Map<TopicPartition, Long> next = new HashMap<>();
		Set<TopicPartition> gapsAhead = new HashSet<>();
		List<Arrival> arrivals = new ArrayList<>(records.size());
		for (ConsumerRecord<byte[], byte[]> record : records) {
			TopicPartition partition = new TopicPartition(record.topic(), record.partition());
			Logs.Claim claim = this.held.get(partition);
			if (claim == null || gapsAhead.contains(partition)) {
				continue;
			}
			long expected = next.getOrDefault(partition, claim.nextOffset());
			if (record.offset() == expected) {
				arrivals.add(new Arrival(claim.log(), record));
				next.put(partition, expected + 1);
			}
			else if (record.offset() > expected && next.containsKey(partition)) {
				// What came before the gap is committed first: the gap begins behind it.
				consumer.seek(partition, expected);
				gapsAhead.add(partition);
			}
			else if (record.offset() > expected && this.claims.passes(claim, expected, record.offset())) {
				this.held.put(partition, new Logs.Claim(claim.log(), record.offset()));
				arrivals.add(new Arrival(claim.log(), record));
				next.put(partition, record.offset() + 1);
			}
			else if (record.offset() > expected) {
				park(consumer, partition, new Parking(Parking.Code.OFFSET_GAP,
						"After offset %d of %s came %d".formatted(expected - 1, partition.topic(), record.offset()),
						record.offset()));
			}
		}
		return arrivals;
	}

	/** Notes how far logs were read. */
	void moved(Collection<Tally> tallies) {
		for (Tally tally : tallies) {
			this.held.computeIfPresent(tally.log().topicPartition(), (partition, claim) -> {
				this.condition.released(partition);
				return new Logs.Claim(claim.log(), tally.next());
			});
		}
	}

	/** Leaves a log at the record that hits a bug, and tries that again later. */
	void holdBack(Consumer<?, ?> consumer, Log log, Stuck at) {
		TopicPartition partition = log.topicPartition();
		consumer.seek(partition, at.offset());
		consumer.pause(List.of(partition));
		this.rests.set(partition);
		this.condition.stuck(partition, at);
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

	/**
	 * Stops reading a partition at once; that it is parked is written when the database
	 * is there.
	 */
	void park(Consumer<?, ?> consumer, TopicPartition partition, Parking parking) {
		leaveAlone(partition, parking);
		Logs.Claim claim = this.held.remove(partition);
		if (claim != null) {
			this.unwritten.put(claim.log(), parking);
		}
		consumer.pause(List.of(partition));
	}

	/** The logs that are read. */
	Collection<Log> held() {
		return this.held.values().stream().map(Logs.Claim::log).toList();
	}

}
