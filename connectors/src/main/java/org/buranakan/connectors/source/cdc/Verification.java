package org.buranakan.connectors.source.cdc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.publish.Provenance;
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
 * Compares the source whole with what was published, by content, while writes go on. A
 * snapshot of the database is held open until the stream of changes has come past it;
 * then each of its rows of which no later change tells is held against what the topics
 * say: one that yields an event had been missed. An entity of which no row speaks any
 * more is withdrawn, but only where all of that is certain.
 */
final class Verification implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Verification.class);

	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	/** Reading everything is dear, and a table that nobody may read stays so. */
	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	/** A snapshot keeps the database from cleaning up behind it. */
	private static final Duration LONGEST_SNAPSHOT = Duration.ofMinutes(10);

	private static final int BATCH = 500;

	private final Capture capture;

	private final HostedAgency agency;

	private final Map<String, TableSource> tables;

	private final CaptureMetrics metrics;

	private final Set<Doubt> doubts = new LinkedHashSet<>();

	private @Nullable Comparison comparison;

	private Map<String, String> unread = Map.of();

	/** How long what could not be read is left alone before the next time. */
	private Duration pause = SHORTEST_PAUSE;

	private Instant nextTime = Instant.EPOCH;

	/** How often somebody has asked, and nothing was compared since. */
	private final AtomicInteger requests;

	private final TransactionCounts counts;

	/** A comparison under way. */
	private static final class Comparison {

		private final Map<String, Long> since;

		private final SourceSnapshot snapshot;

		private final Instant opened = Instant.now();

		private final long transactions;

		private final int requests;

		private Map<String, Long> due = Map.of();

		/**
		 * @param since where the tables' topics ended before the snapshot
		 * @param transactions where the one in which Debezium counts did
		 * @param requests that it answers
		 */
		Comparison(Map<String, Long> since, long transactions, int requests, SourceSnapshot snapshot) {
			this.since = since;
			this.transactions = transactions;
			this.requests = requests;
			this.snapshot = snapshot;
		}

		/**
		 * Whether all that the snapshot shows was read, as far as it arrived at all.
		 * @param committed how far the stream has come, by the database's clock
		 */
		boolean isReached(RawLogs reading, Instant committed) {
			if (!committed.isAfter(this.snapshot.at())) {
				return false;
			}
			if (this.due.isEmpty()) {
				this.due = Map.copyOf(reading.ends());
			}
			return reading.reached(this.due);
		}

		/**
		 * A commit may be sent to the stream before the database shows it, for as long as
		 * it waits for a standby. What came of it before is not read again.
		 */
		boolean isTooEarly(TransactionCounts counts) {
			return this.snapshot.open()
				.stream()
				.anyMatch((transaction) -> counts.endedBefore(transaction, this.transactions));
		}

	}

	/**
	 * @param tables by name
	 */
	Verification(Capture capture, HostedAgency agency, Map<String, TableSource> tables, TransactionCounts counts,
			AtomicInteger requests, CaptureMetrics metrics) {
		this.capture = capture;
		this.agency = agency;
		this.tables = Map.copyOf(tables);
		this.counts = counts;
		this.requests = requests;
		this.metrics = metrics;
	}

	/** Only a snapshot that is opened from now on settles the doubt. */
	void raise(Doubt doubt) {
		log.atLevel(doubt.isGrave() ? Level.WARN : Level.INFO).log("{}: {}", this.capture.name(), doubt.reason());
		this.doubts.add(doubt);
		this.nextTime = Instant.EPOCH;
		this.pause = SHORTEST_PAUSE;
		close();
	}

	/** What could not be read the last time, and why. */
	Map<String, String> unread() {
		return this.unread;
	}

	/** The doubts that are not settled. */
	List<Doubt> doubts() {
		return List.copyOf(this.doubts);
	}

	/** What Debezium tells of itself. */
	void hear(ConsumerRecord<byte[], byte[]> record) {
		byte @Nullable [] value = record.value();
		try {
			JsonNode told = (value != null) ? ChangeReader.JSON.readTree(value) : ChangeReader.JSON.missingNode();
			String type = told.path("type").asString("");
			if (told.path("aggregate_type").asString("").equals("Initial Snapshot")
					&& (type.equals("SKIPPED") || type.equals("COMPLETED"))) {
				raise(Doubt.began(record.topic(), record.offset()));
			}
		}
		catch (JacksonException ex) {
			log.warn("{} told what cannot be read: {}", record.topic(), ex.getOriginalMessage());
		}
	}

	/**
	 * Opens a snapshot, waits, compares. All that was polled is published.
	 * @param committed how far the stream of changes has come, by the database's clock
	 */
	void goOn(RawLogs reading, Instant committed) {
		Comparison open = this.comparison;
		if (open == null && this.requests.get() > 0 && !this.doubts.contains(Doubt.requested())) {
			raise(Doubt.requested());
		}
		if (this.doubts.isEmpty()) {
			if (reading.verified().at().plus(this.capture.settings().verify()).isBefore(Instant.now())) {
				raise(Doubt.routine());
			}
		}
		else if (open == null) {
			if (Instant.now().isAfter(this.nextTime)) {
				open(reading);
			}
		}
		else if (open.isReached(reading, committed)) {
			try (this) {
				if (open.isTooEarly(this.counts)) {
					later(Map.of("transactions", "some were told of that the database does not show yet"));
				}
				else {
					compare(open, reading);
				}
			}
		}
		else if (open.opened.plus(LONGEST_SNAPSHOT).isBefore(Instant.now())) {
			close();
			later(Map.of("changes", "none came for " + LONGEST_SNAPSHOT.toMinutes() + " minutes"));
		}
	}

	/** Ends a comparison that is under way. */
	@Override
	public void close() {
		Comparison open = this.comparison;
		this.comparison = null;
		if (open != null) {
			open.snapshot.close();
		}
	}

	private void open(RawLogs reading) {
		int answered = this.requests.get();
		long transactions = reading.transactionsEnd();
		Map<String, Long> since = reading.ends();
		try {
			this.comparison = new Comparison(since, transactions, answered,
					SourceSnapshot.open(this.capture.settings(), this.tables.keySet()));
		}
		catch (SQLException ex) {
			later(Map.of("database", String.valueOf(ex.getMessage())));
		}
	}

	private void later(Map<String, String> reasons) {
		this.unread = Map.copyOf(reasons);
		log.warn("{}: not compared: {}", this.capture.name(), reasons);
		this.nextTime = Instant.now().plus(this.pause);
		Duration twice = this.pause.multipliedBy(2);
		this.pause = (twice.compareTo(LONGEST_PAUSE) < 0) ? twice : LONGEST_PAUSE;
	}

	private void compare(Comparison open, RawLogs reading) {
		Map<String, Long> positions = reading.positions();
		Standing standing = new Standing();
		Set<Provenance> refused = new HashSet<>();
		TransactionCounts uncounted = new TransactionCounts();
		reading.reread(open.since, positions,
				(name, record) -> Optional.ofNullable(this.tables.get(name)).ifPresent((table) -> {
					Change change = table.reader(reading.id(record), uncounted).read(record);
					if (!open.snapshot.contains(change.place()) && !(change instanceof Change.Marker)) {
						standing.later(table, change);
						table.translation().submission(change, List.of()).ifPresent((told) -> note(told, refused));
					}
				}));
		Map<String, String> unread = new TreeMap<>();
		Set<String> empty = new HashSet<>();
		int missed = 0;
		for (TableSource table : this.tables.values()) {
			try {
				if (!open.snapshot.isPublished(table.name())) {
					unread.put(table.name(), "not in the publication " + this.capture.settings().publication());
				}
				else if (positions.containsKey(table.name()) && !open.due.containsKey(table.name())) {
					unread.put(table.name(), "its topic has only just come into being");
				}
				else if (standing.isOutOfDate(table)) {
					unread.put(table.name(), "a change of a row that nobody can tell apart cannot be read");
				}
				else if (positions.containsKey(table.name())) {
					RawPosition raw = new RawPosition(reading.id(table.name()),
							positions.getOrDefault(table.name(), 0L));
					missed += publishMissed(table, raw, open.snapshot, standing, refused);
				}
				else if (open.snapshot.isEmpty(table.name())) {
					empty.add(table.name());
				}
				else if (!reading.parked().containsKey(table.name())) {
					unread.put(table.name(), "its topic is not read yet");
				}
			}
			catch (SQLException ex) {
				unread.put(table.name(), String.valueOf(ex.getMessage()));
			}
		}
		this.metrics.mended(missed);
		if (!unread.isEmpty()) {
			later(unread);
			return;
		}
		this.unread = Map.of();
		resolve(standing, refused);
		int withdrawn = withdraw(open.snapshot, positions, empty, reading, standing);
		this.metrics.mended(withdrawn);
		log.atLevel((withdrawn + missed > 0) ? Level.WARN : Level.INFO)
			.log("{} is verified: {} rows had been missed, {} deletions too", this.capture.name(), missed, withdrawn);
		reading.verified().isAt(open.opened);
		this.requests.addAndGet(-open.requests);
		this.pause = SHORTEST_PAUSE;
		this.doubts.clear();
	}

	private static void note(Submission told, Set<Provenance> refused) {
		if (told.outcome() instanceof Outcome.Refused) {
			refused.add(told.provenance());
		}
	}

	/** Refusals of rows that are gone, or of records, are nobody's to mend any more. */
	private void resolve(Standing standing, Set<Provenance> refused) {
		this.tables.values()
			.stream()
			.filter((table) -> !standing.isKeyless(table))
			.forEach(
					(table) -> this.agency.publisher().resolveOthers(table.translation().source().name(), "", refused));
	}

	/** Publishes what rows say that the topics do not say. */
	private int publishMissed(TableSource table, RawPosition raw, SourceSnapshot snapshot, Standing standing,
			Set<Provenance> refused) throws SQLException {
		ChangeReader reader = table.reader(raw.log(), new TransactionCounts());
		List<Submission> batch = new ArrayList<>();
		int[] missed = { 0 };
		snapshot.read(table.name(), table.columns(), (key, columns) -> {
			Change change = reader.read(key, columns, snapshot, raw);
			standing.row(table, change);
			table.translation()
				.submission(change, List.of())
				.filter((submission) -> !standing.isOutOfDate(table, change))
				// A refusal of a row that cannot be told apart is told by the stream
				// alone.
				.filter((submission) -> !key.isEmpty() || submission.outcome() instanceof Outcome.Mapped)
				.ifPresent((submission) -> {
					batch.add(submission);
					note(submission, refused);
				});
			if (batch.size() == BATCH) {
				missed[0] += settle(batch);
				batch.clear();
			}
		});
		return missed[0] + settle(batch);
	}

	/** Withdraws what no row speaks of any more. */
	private int withdraw(SourceSnapshot snapshot, Map<String, Long> positions, Set<String> empty, RawLogs reading,
			Standing standing) {
		PublishedTraces published = PublishedTraces.read(this.agency.client(), this.capture.profile().agency());
		Set<Family> uncertain = uncertain(positions.keySet(), empty, standing);
		int withdrawn = 0;
		for (Map.Entry<String, Long> read : positions.entrySet()) {
			TableSource table = this.tables.get(read.getKey());
			if (table == null) {
				continue;
			}
			List<Outcome.Identity> gone = published.gone(table.name(), standing)
				.stream()
				.filter((identity) -> !uncertain.contains(identity.family()))
				.toList();
			ChangePlace place = new ChangePlace(table.name(), "snapshot", snapshot.log(),
					new RawPosition(reading.id(table.name()), read.getValue()), snapshot.at(), 0);
			withdrawn += table.translation()
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
	private Set<Family> uncertain(Set<String> read, Set<String> empty, Standing standing) {
		Set<Family> uncertain = new HashSet<>();
		this.tables.forEach((name, table) -> {
			boolean certain = empty.contains(name) || (read.contains(name) && standing.isClear(name));
			if (!certain) {
				uncertain.addAll(table.translation().source().families());
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
