package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Compares the source whole with what was published, by content: Debezium reads every row
 * once more beside the stream of changes, at watermarks of its own. Nothing of that is
 * published as it comes, for it may overtake changes that are still on their way. Once
 * the stream has come past it, a row of which nothing later tells is held against what
 * the topics say; one that yields an event had been missed. An entity of which no row
 * speaks any more is withdrawn, but only where all of that is certain.
 */
final class Verification {

	private static final Logger log = LoggerFactory.getLogger(Verification.class);

	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	/** Reading everything is dear, and a table that nobody may read stays so. */
	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final int BATCH = 500;

	private final Capture capture;

	private final HostedAgency agency;

	private final Map<String, TableSource> tables;

	private final CaptureMetrics metrics;

	private final Signals signals;

	private final Set<Doubt> doubts = new LinkedHashSet<>();

	private @Nullable AskedSnapshot asked;

	private Map<String, String> unread = Map.of();

	private Instant raised = Instant.EPOCH;

	/** How long tables that could not be read are left alone before the next time. */
	private Duration pause = SHORTEST_PAUSE;

	private Instant nextTime = Instant.EPOCH;

	/** How many different rows of each table arrived the last time. */
	private Map<String, Integer> arrived = Map.of();

	/**
	 * @param tables by name
	 */
	Verification(Capture capture, HostedAgency agency, Map<String, TableSource> tables, CaptureMetrics metrics) {
		this.capture = capture;
		this.agency = agency;
		this.tables = Map.copyOf(tables);
		this.metrics = metrics;
		this.signals = new Signals(capture, agency.client().properties());
	}

	/**
	 * What is read again from now on settles the doubt; what was read before does not.
	 */
	void raise(Doubt doubt) {
		log.atLevel(doubt.isGrave() ? Level.WARN : Level.INFO).log("{}: {}", this.capture.name(), doubt.reason());
		this.doubts.add(doubt);
		this.raised = Instant.now();
		if (this.asked != null) {
			this.asked.outdate();
		}
	}

	/** The tables that could not be read again the last time, and why. */
	Map<String, String> unread() {
		return this.unread;
	}

	/** The doubts that are not settled. */
	List<Doubt> doubts() {
		return List.copyOf(this.doubts);
	}

	/** What Debezium tells of itself. */
	void hear(ConsumerRecord<byte[], byte[]> record) {
		try {
			JsonNode told = ChangeReader.JSON.readTree(record.value());
			String type = told.path("type").asString("");
			String id = told.path("id").asString("");
			if (told.path("aggregate_type").asString("").equals("Initial Snapshot")) {
				if (type.equals("SKIPPED") || type.equals("COMPLETED")) {
					raise(Doubt.began(record.topic(), record.offset()));
					// Whoever was asked may be dead, and is not waited for.
					this.asked = null;
				}
			}
			else if (this.asked != null && id.equals(this.asked.id())) {
				this.asked.hear(type, told, this.tables.keySet());
			}
			else if (type.equals("COMPLETED") && !AskedSnapshot.isOurs(id)) {
				raise(Doubt.requested(record.topic(), record.offset()));
			}
		}
		catch (JacksonException ex) {
			log.warn("{} told what cannot be read: {}", record.topic(), ex.getOriginalMessage());
		}
	}

	/**
	 * Asks, waits, compares; never for long. All that was polled is published.
	 * @param committed until when the stream of changes has come
	 */
	void goOn(RawLogs reading, Instant committed) {
		AskedSnapshot open = this.asked;
		if (this.doubts.isEmpty()) {
			if (reading.verified().at().plus(this.capture.settings().verify()).isBefore(Instant.now())) {
				raise(Doubt.routine());
			}
		}
		else if (open == null) {
			// What is read again while old changes are on their way is read too soon.
			if (committed.isAfter(this.raised) && Instant.now().isAfter(this.nextTime)) {
				this.asked = ask(reading);
			}
		}
		else if (open.isForgotten()) {
			this.asked = null;
			// Debezium may be away: it is asked once it was heard of again.
			this.raised = Instant.now();
		}
		else if (open.isOutdated() && open.completed().isPresent()) {
			this.asked = null;
		}
		else if (open.completed().filter(committed::isAfter).isPresent() && reading.reached(open.due(reading::ends))) {
			// Every table was read as far as the stream had come by then.
			this.asked = null;
			conclude(open, reading);
		}
	}

	/** Who cannot be asked is asked again later; changes go on meanwhile. */
	private AskedSnapshot ask(RawLogs reading) {
		AskedSnapshot next = new AskedSnapshot(reading.ends());
		try {
			this.signals.snapshot(next.id(), this.capture.tables());
		}
		catch (InterruptException ex) {
			throw ex;
		}
		catch (KafkaException ex) {
			log.warn("{}: {}", this.capture.name(), ex.toString());
			this.doubts.add(Doubt.unasked(this.capture.signals()));
		}
		return next;
	}

	private void conclude(AskedSnapshot open, RawLogs reading) {
		Map<String, Long> settled = reading.positions();
		Standing standing = new Standing();
		reread(open, settled, reading, standing::see);
		this.unread = open.unread(settled.keySet(), reading.parked().keySet(), standing, this.arrived);
		this.arrived = settled.keySet().stream().collect(Collectors.toMap((table) -> table, standing::told));
		if (!this.unread.isEmpty()) {
			log.warn("{}: not read again whole: {}", this.capture.name(), this.unread);
			this.nextTime = Instant.now().plus(this.pause);
			Duration twice = this.pause.multipliedBy(2);
			this.pause = (twice.compareTo(LONGEST_PAUSE) < 0) ? twice : LONGEST_PAUSE;
			return;
		}
		int missed = publishMissed(open, settled, reading, standing);
		int withdrawn = withdraw(open, settled, reading, standing);
		log.atLevel((withdrawn + missed > 0) ? Level.WARN : Level.INFO)
			.log("{} is verified: {} rows had been missed, {} deletions too", this.capture.name(), missed, withdrawn);
		this.metrics.mended(missed + withdrawn);
		reading.verified().isAt(Instant.now());
		this.pause = SHORTEST_PAUSE;
		this.doubts.clear();
	}

	private void reread(AskedSnapshot open, Map<String, Long> settled, RawLogs reading,
			BiConsumer<TableSource, Change> reader) {
		TransactionCounts counts = new TransactionCounts();
		reading.reread(open.since(), settled, (table, record) -> Optional.ofNullable(this.tables.get(table))
			.ifPresent((source) -> reader.accept(source, source.reader(reading.id(record), counts).read(record))));
	}

	/** Publishes what rows say that were read again and never told of since. */
	private int publishMissed(AskedSnapshot open, Map<String, Long> settled, RawLogs reading, Standing standing) {
		List<Submission> batch = new ArrayList<>();
		int[] missed = { 0 };
		reread(open, settled, reading, (source, change) -> {
			if (change.place().again() && standing.isLast(change.place())) {
				source.translation().submission(change, List.of()).ifPresent(batch::add);
			}
			if (batch.size() == BATCH) {
				missed[0] += settle(batch);
				batch.clear();
			}
		});
		return missed[0] + settle(batch);
	}

	/** Withdraws what no row speaks of any more. */
	private int withdraw(AskedSnapshot open, Map<String, Long> settled, RawLogs reading, Standing standing) {
		PublishedTraces published = PublishedTraces.read(this.agency.client(), this.capture.profile().agency());
		Set<Family> uncertain = uncertain(open, settled, standing);
		int withdrawn = 0;
		for (String table : settled.keySet()) {
			TableSource source = this.tables.get(table);
			if (source == null || open.keyless().contains(table)) {
				continue;
			}
			RawPosition since = new RawPosition(reading.id(table), open.since().getOrDefault(table, 0L));
			List<Outcome.Identity> gone = published.gone(table, since, standing)
				.stream()
				.filter((identity) -> !uncertain.contains(identity.family()))
				.toList();
			ChangePlace place = new ChangePlace(table, "snapshot=" + open.id(), new LogPosition(0), since,
					Instant.now(), true);
			withdrawn += source.translation()
				.submission(new Change.Emptied(place), gone)
				.map((submission) -> this.agency.publisher().settle(List.of(submission)).getFirst())
				.map((receipt) -> (receipt instanceof Receipt.Applied applied) ? applied.events() : 0)
				.orElse(0);
		}
		return withdrawn;
	}

	/**
	 * The families of which rows may speak that were not read, or do not tell whom they
	 * are of.
	 */
	private Set<Family> uncertain(AskedSnapshot open, Map<String, Long> settled, Standing standing) {
		Set<Family> uncertain = new HashSet<>();
		this.tables.forEach((table, source) -> {
			boolean whole = settled.containsKey(table) && !open.keyless().contains(table) && standing.isClear(table)
					&& !open.isShort(table, standing);
			if (!whole && !open.foundEmpty(table)) {
				uncertain.addAll(source.translation().source().families());
			}
		});
		if (!uncertain.isEmpty()) {
			log.warn("{}: nothing of {} is withdrawn, for not all rows tell what they are of", this.capture.name(),
					uncertain);
		}
		return uncertain;
	}

	private int settle(List<Submission> batch) {
		return batch.isEmpty() ? 0
				: (int) this.agency.publisher()
					.settle(batch)
					.stream()
					.filter(Receipt.Applied.class::isInstance)
					.count();
	}

}
