package org.buranakan.connectors.source.cdc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.schemas.topic.Family;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the source whole with what was published, by content, while writes go on. A
 * snapshot of the database is held open until the stream of changes has come past it;
 * then each of its rows of which no later change tells is held against what the topics
 * say: one that yields an event had been missed. An entity of which no row speaks any
 * more is withdrawn, but only where all of that is certain.
 */
final class Comparison implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Comparison.class);

	private static final int BATCH = 500;

	private final Capture capture;

	private final HostedAgency agency;

	private final Map<String, TableSource> tables;

	private final SourceSnapshot snapshot;

	private final Instant opened = Instant.now();

	/** Where the tables' topics ended before the snapshot. */
	private final Map<String, Long> since;

	/** Where the one ended in which Debezium counts. */
	private final long transactions;

	private Map<String, Long> due = Map.of();

	/**
	 * What came of it.
	 *
	 * @param missed rows that yielded an event
	 * @param withdrawn entities of which no row spoke any more
	 * @param unread tables that could not be compared, and why; then nothing is withdrawn
	 */
	record Result(int missed, int withdrawn, Map<String, String> unread) {

		/** Whether all was as it should be. */
		boolean isNothing() {
			return this.missed + this.withdrawn == 0;
		}

	}

	private Comparison(Capture capture, HostedAgency agency, Map<String, TableSource> tables, Map<String, Long> since,
			long transactions, SourceSnapshot snapshot) {
		this.capture = capture;
		this.agency = agency;
		this.tables = tables;
		this.since = since;
		this.transactions = transactions;
		this.snapshot = snapshot;
	}

	/**
	 * Opens the snapshot.
	 * @param tables by name
	 * @throws SQLException if the database or the credentials cannot be read
	 */
	static Comparison open(Capture capture, HostedAgency agency, Map<String, TableSource> tables, RawLogs reading)
			throws SQLException {
		long transactions = reading.transactionsEnd();
		Map<String, Long> since = reading.ends();
		return new Comparison(capture, agency, tables, since, transactions,
				SourceSnapshot.open(capture.settings(), tables.keySet()));
	}

	Instant opened() {
		return this.opened;
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
	 * A commit may be sent to the stream before the database shows it, for as long as it
	 * waits for a standby. What came of it before is not read again.
	 */
	boolean isTooEarly(TransactionCounts counts) {
		return this.snapshot.open()
			.stream()
			.anyMatch((transaction) -> counts.endedBefore(transaction, this.transactions));
	}

	@Override
	public void close() {
		this.snapshot.close();
	}

	/** Compares, publishes what was missed, and withdraws what is gone. */
	Result compare(RawLogs reading) {
		Map<String, Long> positions = reading.positions();
		Standing standing = new Standing();
		Set<Provenance> refused = new HashSet<>();
		TransactionCounts uncounted = new TransactionCounts();
		reading.reread(this.since, positions,
				(name, record) -> Optional.ofNullable(this.tables.get(name)).ifPresent((table) -> {
					Change change = table.reader(reading.id(record), uncounted).read(record);
					if (!this.snapshot.contains(change.place()) && !(change instanceof Change.Marker)) {
						standing.later(table, change);
						table.translation().submission(change, List.of()).ifPresent((told) -> note(told, refused));
					}
				}));
		Map<String, String> unread = new TreeMap<>();
		Set<String> empty = new HashSet<>();
		int missed = 0;
		for (TableSource table : this.tables.values()) {
			try {
				if (!this.snapshot.isPublished(table.name())) {
					unread.put(table.name(),
							"not, or not whole, in the publication " + this.capture.settings().publication());
				}
				else if (positions.containsKey(table.name()) && !this.due.containsKey(table.name())) {
					unread.put(table.name(), "its topic has only just come into being");
				}
				else if (standing.isOutOfDate(table)) {
					unread.put(table.name(), "a change of a row that nobody can tell apart cannot be read");
				}
				else if (positions.containsKey(table.name())) {
					RawPosition raw = new RawPosition(reading.id(table.name()),
							positions.getOrDefault(table.name(), 0L));
					missed += publishMissed(table, raw, standing, refused);
				}
				else if (this.snapshot.isEmpty(table.name())) {
					empty.add(table.name());
				}
				else {
					unread.put(table.name(),
							"Debezium has told of none of its rows yet; if it is quiet, update any row of it"
									+ " / ยังไม่มีแถวใดถูกส่งมา หากตารางไม่มีการแก้ไข ให้แก้ไขแถวใดแถวหนึ่ง");
				}
			}
			catch (SQLException ex) {
				unread.put(table.name(), String.valueOf(ex.getMessage()));
			}
		}
		if (!unread.isEmpty()) {
			return new Result(missed, 0, unread);
		}
		Set<String> compared = new HashSet<>(empty);
		compared.addAll(positions.keySet());
		resolve(compared, standing, refused);
		return new Result(missed, withdraw(positions, empty, reading, standing), Map.of());
	}

	private static void note(Submission told, Set<Provenance> refused) {
		if (told.outcome() instanceof Outcome.Refused) {
			refused.add(told.provenance());
		}
	}

	/** Refusals of rows that are gone, or of records, are nobody's to mend any more. */
	private void resolve(Set<String> compared, Standing standing, Set<Provenance> refused) {
		this.tables.values()
			.stream()
			.filter((table) -> compared.contains(table.name()) && !standing.isKeyless(table))
			.forEach(
					(table) -> this.agency.publisher().resolveOthers(table.translation().source().name(), "", refused));
	}

	/** Publishes what rows say that the topics do not say. */
	private int publishMissed(TableSource table, RawPosition raw, Standing standing, Set<Provenance> refused)
			throws SQLException {
		ChangeReader reader = table.reader(raw.log(), new TransactionCounts());
		List<Submission> batch = new ArrayList<>();
		int[] missed = { 0 };
		this.snapshot.read(table.name(), table.columns(), (key, columns) -> {
			Change change = reader.read(key, columns, this.snapshot, raw);
			standing.row(table, change);
			Optional<Submission> said = table.translation().submission(change, List.of());
			said.ifPresent((submission) -> note(submission, refused));
			said.filter((submission) -> !standing.isOutOfDate(table, change))
				// A refusal of a row that cannot be told apart is told by the stream
				// alone.
				.filter((submission) -> !key.isEmpty() || submission.outcome() instanceof Outcome.Mapped)
				.ifPresent(batch::add);
			if (batch.size() == BATCH) {
				missed[0] += settle(batch);
				batch.clear();
			}
		});
		return missed[0] + settle(batch);
	}

	/** Withdraws what no row speaks of any more. */
	private int withdraw(Map<String, Long> positions, Set<String> empty, RawLogs reading, Standing standing) {
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
			ChangePlace place = new ChangePlace(table.name(), "snapshot", this.snapshot.log(),
					new RawPosition(reading.id(table.name()), read.getValue()), this.snapshot.at(), 0);
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
