package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.topic.Topic;

/** Logs that are being folded once more. For one thread. */
public final class Refolding implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(500);

	/** How long Kafka may show nothing of what it has. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Consumer<byte[], byte[]> consumer;

	private final Logs known;

	private final Inspection inspection;

	private final Batches batches;

	private final Gathering gathering;

	private final Reached reached = new Reached();

	/** Of the logs that are folded. */
	private List<Gap> accepted = List.of();

	Refolding(Consumer<byte[], byte[]> consumer, Logs known, Inspection inspection, Batches batches,
			Gathering gathering) {
		this.consumer = consumer;
		this.known = known;
		this.inspection = inspection;
		this.batches = batches;
		this.gathering = gathering;
	}

	/**
	 * Folds the logs on, up to given offsets.
	 * @param ends where to end, exclusive, by topic
	 * @param progress told after each batch how many records are folded
	 * @return what became of the records of each log that has any, by topic
	 * @throws Unrepeatable if Kafka does not have all that was read live any more, or is
	 * not reached
	 */
	public Map<String, Account> until(Map<String, Long> ends, LongConsumer progress) {
		try {
			Map<TopicPartition, Log> logs = logs(ends);
			this.gathering.learn();
			this.consumer.assign(logs.keySet());
			this.consumer.resume(logs.keySet());
			logs.forEach((partition, log) -> this.consumer.seek(partition, this.reached.position(log)));
			fold(logs, ends, progress);
			this.gathering.write();
			return Map.copyOf(this.reached.accounts());
		}
		catch (KafkaException | RegistryException ex) {
			throw new Unrepeatable("Broken off by Kafka or the registry (" + ex.getClass().getSimpleName() + ": "
					+ ex.getMessage() + ")");
		}
	}

	/** The logs with anything to read, if all of it is still there. */
	private Map<TopicPartition, Log> logs(Map<String, Long> ends) {
		List<TopicPartition> wanted = ends.entrySet()
			.stream()
			.filter((end) -> end.getValue() > 0)
			.map((end) -> new TopicPartition(end.getKey(), 0))
			.toList();
		Map<TopicPartition, Logs.Recorded> recorded = this.known.find(wanted);
		this.accepted = this.known.accepted(wanted);
		Map<TopicPartition, Logs.Recorded> fromTheStart = new HashMap<>();
		recorded.forEach((partition, log) -> fromTheStart.put(partition,
				new Logs.Recorded(log.id(), log.topicId(), 0, log.epoch(), null)));
		Map<TopicPartition, Long> begins = new HashMap<>();
		if (!fromTheStart.isEmpty()) {
			Inspection.Inspected inspected = this.inspection.of(this.consumer, fromTheStart);
			inspected.accept(fromTheStart, this.accepted);
			demandNone(inspected.parked().entrySet().stream().map((log) -> why(log.getKey(), log.getValue())).toList());
			begins.putAll(inspected.readable());
		}
		Map<TopicPartition, Long> there = this.consumer.endOffsets(wanted);
		demandNone(wanted.stream()
			.filter((log) -> there.getOrDefault(log, 0L) < end(ends, log.topic()))
			.map((log) -> "%s ends at %d, but was read up to %d".formatted(log.topic(), there.get(log),
					end(ends, log.topic())))
			.toList());
		Map<TopicPartition, Log> logs = new HashMap<>();
		recorded.forEach((partition, log) -> {
			Log known = new Log(log.id(), Topic.parse(partition.topic()).orElseThrow(), partition.partition(),
					log.epoch());
			logs.put(partition, known);
			this.reached.skip(known, begins.getOrDefault(partition, 0L));
		});
		return logs;
	}

	/** Also that somebody accepted it: then what was read before it is gone too. */
	private String why(TopicPartition partition, Parking parking) {
		return this.accepted.stream()
			.filter((gap) -> gap.topic().equals(partition.topic()))
			.map((gap) -> "; " + gap.told())
			.collect(Collectors.joining("", parking.why(), ""));
	}

	private boolean isAccepted(TopicPartition partition, long from, long upto) {
		return this.accepted.stream().anyMatch((gap) -> gap.covers(partition.topic(), gap.topicId(), from, upto));
	}

	private static void demandNone(List<String> changed) {
		if (!changed.isEmpty()) {
			throw new Unrepeatable(String.join("; ", changed));
		}
	}

	private void fold(Map<TopicPartition, Log> logs, Map<String, Long> ends, LongConsumer progress) {
		long heard = System.nanoTime();
		this.consumer.pause(done(logs, ends));
		while (!this.consumer.paused().containsAll(this.consumer.assignment())) {
			List<Arrival> arrivals = arrivals(logs, ends);
			if (!arrivals.isEmpty()) {
				this.batches.take(arrivals, this.reached::moved).forEach(Refolding::complain);
				if (this.gathering.isFull()) {
					this.gathering.write();
				}
				progress.accept(this.reached.accounts().values().stream().mapToLong(Account::received).sum());
				heard = System.nanoTime();
			}
			else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
				throw new Unrepeatable("Kafka showed no more records for " + PATIENCE.toSeconds() + " s");
			}
			this.consumer.pause(done(logs, ends));
		}
	}

	private List<Arrival> arrivals(Map<TopicPartition, Log> logs, Map<String, Long> ends) {
		Map<Log, Long> next = new HashMap<>();
		List<Arrival> arrivals = new ArrayList<>();
		Set<TopicPartition> later = new HashSet<>();
		for (ConsumerRecord<byte[], byte[]> record : this.consumer.poll(POLL)) {
			TopicPartition partition = new TopicPartition(record.topic(), record.partition());
			if (record.offset() < end(ends, record.topic()) && !later.contains(partition)) {
				Log log = Objects.requireNonNull(logs.get(partition));
				long expected = next.getOrDefault(log, this.reached.position(log));
				if (record.offset() != expected) {
					if (!isAccepted(partition, expected, record.offset())) {
						throw new Unrepeatable("Where offset %d of %s was there is %d".formatted(expected,
								record.topic(), record.offset()));
					}
					if (next.containsKey(log)) {
						// A batch is dense: what follows the gap is another one.
						this.consumer.seek(partition, record.offset());
						later.add(partition);
						continue;
					}
					this.reached.skip(log, record.offset());
				}
				arrivals.add(new Arrival(log, record));
				next.put(log, record.offset() + 1);
			}
		}
		return arrivals;
	}

	private Collection<TopicPartition> done(Map<TopicPartition, Log> logs, Map<String, Long> ends) {
		return logs.entrySet()
			.stream()
			.filter((log) -> this.reached.position(log.getValue()) >= end(ends, log.getKey().topic())
					|| isAccepted(log.getKey(), this.reached.position(log.getValue()), end(ends, log.getKey().topic())))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static long end(Map<String, Long> ends, String topic) {
		return ends.getOrDefault(topic, 0L);
	}

	private static void complain(Log log, Stuck at) {
		throw new IllegalStateException("Offset %d of %s cannot be judged".formatted(at.offset(), log.topic()),
				at.cause());
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
