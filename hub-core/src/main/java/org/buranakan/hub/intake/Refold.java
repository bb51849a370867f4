package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds logs once more from their beginning, into another copy of the fact tables and
 * beside live traffic: by the same judge, fold and statements, but no log is owned or
 * moved on, and nothing durable is written.
 */
@Component
public class Refold {

	private static final Duration POLL = Duration.ofMillis(500);

	/** How long Kafka may show nothing of what it has. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final Inspection inspection;

	private final SchemaRegistry registry;

	private final List<Projection<?>> projections;

	Refold(ConsumerFactory<byte[], byte[]> consumers, Inspection inspection, SchemaRegistry registry,
			List<Projection<?>> projections) {
		this.consumers = consumers;
		this.inspection = inspection;
		this.registry = registry;
		this.projections = List.copyOf(projections);
	}

	/** Whether the records of a topic are facts: others are kept for a while only. */
	public static boolean covers(String topic) {
		return Topic.parse(topic).filter((known) -> known.kind() != Topics.REFUSED).isPresent();
	}

	/**
	 * Folds logs up to given offsets.
	 * @param copy whose search path leads to empty fact tables, then to those of
	 * {@code hub}
	 * @param until where to end, exclusive, by topic
	 * @param progress told after each batch how many records are folded
	 * @return what became of the records of each log that has any, by topic
	 * @throws Unrepeatable if Kafka does not have all that was read live any more, or is
	 * not reached
	 */
	public Map<String, Account> into(DataSource copy, Map<String, Long> until, LongConsumer progress) {
		try (Consumer<byte[], byte[]> consumer = this.consumers.createConsumer()) {
			Map<TopicPartition, Log> logs = logs(new Logs(JdbcClient.create(copy)), consumer, until);
			consumer.assign(logs.keySet());
			consumer.seekToBeginning(logs.keySet());
			ReplayLedger ledger = new ReplayLedger();
			fold(consumer, logs, until, batches(copy, ledger), ledger, progress);
			return ledger.accounts();
		}
		catch (KafkaException ex) {
			throw new Unrepeatable("Kafka was not reached (" + ex.getClass().getSimpleName() + "); ask again later");
		}
	}

	private Batches batches(DataSource copy, ReplayLedger ledger) {
		JdbcTemplate tables = new JdbcTemplate(copy);
		Commit commit = new Commit(new TransactionTemplate(new JdbcTransactionManager(copy)),
				new Facts(tables, new Statements(tables)), ledger);
		return new Batches(new Judge(this.registry, this.projections), commit);
	}

	/** The logs with anything to read, if all of it is still there. */
	private Map<TopicPartition, Log> logs(Logs known, Consumer<?, ?> consumer, Map<String, Long> until) {
		List<TopicPartition> wanted = until.entrySet()
			.stream()
			.filter((end) -> end.getValue() > 0)
			.map((end) -> new TopicPartition(end.getKey(), 0))
			.toList();
		Map<TopicPartition, Logs.Recorded> recorded = known.find(wanted);
		Map<TopicPartition, Logs.Recorded> fromTheStart = new HashMap<>();
		recorded.forEach((partition, log) -> fromTheStart.put(partition,
				new Logs.Recorded(log.id(), log.topicId(), 0, log.epoch())));
		List<String> changed = new ArrayList<>();
		if (!fromTheStart.isEmpty()) {
			this.inspection.of(consumer, fromTheStart).parked().values().forEach((why) -> changed.add(why.why()));
		}
		Map<TopicPartition, Long> ends = consumer.endOffsets(wanted);
		for (TopicPartition partition : wanted) {
			long end = ends.getOrDefault(partition, 0L);
			if (end < until.getOrDefault(partition.topic(), 0L)) {
				changed.add("%s ends at %d, but was read up to %d".formatted(partition.topic(), end,
						until.get(partition.topic())));
			}
		}
		if (!changed.isEmpty()) {
			throw new Unrepeatable(String.join("; ", changed));
		}
		return recorded.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(log) -> new Log(log.getValue().id(), Topic.parse(log.getKey().topic()).orElseThrow(),
							log.getKey().partition(), log.getValue().epoch())));
	}

	private static void fold(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Log> logs, Map<String, Long> until,
			Batches batches, ReplayLedger ledger, LongConsumer progress) {
		Map<TopicPartition, Long> next = new HashMap<>();
		long heard = System.nanoTime();
		while (!consumer.paused().containsAll(consumer.assignment())) {
			List<Arrival> arrivals = new ArrayList<>();
			for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
				TopicPartition partition = new TopicPartition(record.topic(), record.partition());
				if (record.offset() < until.getOrDefault(record.topic(), 0L)) {
					long expected = next.getOrDefault(partition, 0L);
					if (record.offset() != expected) {
						throw new Unrepeatable("Where offset %d of %s was there is %d".formatted(expected,
								record.topic(), record.offset()));
					}
					arrivals.add(new Arrival(Objects.requireNonNull(logs.get(partition)), record));
					next.put(partition, expected + 1);
				}
			}
			if (!arrivals.isEmpty()) {
				batches.take(arrivals, ledger::committed).forEach(Refold::complain);
				progress.accept(ledger.accounts().values().stream().mapToLong(Account::received).sum());
				heard = System.nanoTime();
			}
			else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
				throw new Unrepeatable("Kafka showed no more records for " + PATIENCE.toSeconds() + " s");
			}
			consumer.pause(done(logs, until, ledger));
		}
	}

	private static Collection<TopicPartition> done(Map<TopicPartition, Log> logs, Map<String, Long> until,
			ReplayLedger ledger) {
		return logs.entrySet()
			.stream()
			.filter((log) -> ledger.position(log.getValue()) >= until.getOrDefault(log.getKey().topic(), 0L))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static void complain(Log log, Stuck at) {
		throw new IllegalStateException("Offset %d of %s cannot be judged".formatted(at.offset(), log.topic()),
				at.cause());
	}

}
