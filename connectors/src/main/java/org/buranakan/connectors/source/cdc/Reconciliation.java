package org.buranakan.connectors.source.cdc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.buranakan.connectors.hosting.HostedAgency;

/**
 * Notices what an agency's source holds and never arrived: by Debezium's own counts, and
 * by reading every row again whenever there is a doubt.
 */
final class Reconciliation implements AutoCloseable {

	/** Thousands of losses have one remedy. */
	private static final int TOLD = 5;

	/** Heartbeats are transactions too. */
	private static final int REMEMBERED = 2_000;

	private final Capture capture;

	private final Map<String, TableSource> tables;

	private final TransactionCounts counts = new TransactionCounts();

	private final Verification verification;

	private boolean recalled;

	/**
	 * @param tables by name
	 */
	Reconciliation(Capture capture, HostedAgency agency, Map<String, TableSource> tables, AtomicInteger requests,
			CaptureMetrics metrics) {
		this.capture = capture;
		this.tables = Map.copyOf(tables);
		this.verification = new Verification(capture, agency, tables, this.counts, requests, metrics);
	}

	TransactionCounts counts() {
		return this.counts;
	}

	/** Whether the record tells of changes rather than being one; then it is heard. */
	boolean hears(ConsumerRecord<byte[], byte[]> record) {
		if (record.topic().equals(this.capture.transactions())) {
			if (!this.counts.hear(record)) {
				this.verification.raise(Doubt.unreadable(record.topic(), record.offset()));
			}
			return true;
		}
		if (record.topic().equals(this.capture.notifications())) {
			this.verification.hear(record);
			return true;
		}
		return false;
	}

	/** A reason to compare every row, of whoever reads the changes. */
	void doubt(Doubt doubt) {
		this.verification.raise(doubt);
	}

	/** Once all that was polled is published. */
	void goOn(RawLogs reading) {
		reading.takeDoubts().forEach(this.verification::raise);
		if (!this.recalled) {
			this.recalled = reading.recall(REMEMBERED, this.counts::recall);
		}
		this.counts.settle();
		if (this.counts.isUndated()) {
			Map<String, Long> ends = reading.ends();
			Set<String> awaited = new HashSet<>(this.tables.keySet());
			awaited.removeAll(ends.keySet());
			this.counts.date(ends, awaited);
		}
		Map<String, Long> overdue = this.counts.overdue(reading.positions());
		overdue.keySet().retainAll(reading.positions().keySet());
		if (!overdue.isEmpty()) {
			this.counts.readAgain(true);
			reading.reread(Map.of(), overdue, (table, record) -> Optional.ofNullable(this.tables.get(table))
				.ifPresent((source) -> source.reader(reading.id(record), this.counts).read(record)));
			this.counts.readAgain(false);
		}
		this.counts.lost(reading.positions(), overdue.keySet())
			.forEach((loss) -> this.verification.raise(Doubt.lost(loss, this.capture.transactions())));
		this.verification.goOn(reading, this.counts.committed());
	}

	@Override
	public void close() {
		this.verification.close();
	}

	Optional<IntakeState.Verified> verified() {
		return this.verification.verified();
	}

	/** The reasons to doubt that everything arrived. */
	List<String> doubts() {
		Stream<String> unread = Stream.of(this.verification.unread())
			.filter((tables) -> !tables.isEmpty())
			.map((tables) -> "เทียบไม่สำเร็จ จะลองอีก / could not be compared, and will be tried once more: " + tables);
		List<String> doubts = this.verification.doubts()
			.stream()
			.filter(Doubt::isGrave)
			.map(Doubt::reason)
			.distinct()
			.limit(TOLD)
			.toList();
		return Stream.concat(doubts.stream(), unread).toList();
	}

	/** What must be read again if we end now: the first offset, by topic. */
	Map<String, Long> held() {
		Map<String, Long> held = new HashMap<>();
		this.counts.oldest().ifPresent((offset) -> held.put(this.capture.transactions(), offset));
		this.verification.doubts()
			.stream()
			.filter((doubt) -> !doubt.topic().isEmpty())
			.forEach((doubt) -> held.merge(doubt.topic(), doubt.offset(), Math::min));
		return held;
	}

}
