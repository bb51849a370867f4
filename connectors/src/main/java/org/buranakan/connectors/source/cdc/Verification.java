package org.buranakan.connectors.source.cdc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.buranakan.connectors.hosting.HostedAgency;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Has the source compared whole with what was published whenever there is a doubt, and
 * now and then.
 */
final class Verification implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Verification.class);

	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	/** Reading everything is dear, and a table that nobody may read stays so. */
	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	/** A snapshot keeps the database from cleaning up behind it. */
	private static final Duration LONGEST_SNAPSHOT = Duration.ofMinutes(10);

	private final Capture capture;

	private final HostedAgency agency;

	private final Map<String, TableSource> tables;

	private final CaptureMetrics metrics;

	private final Set<Doubt> doubts = new LinkedHashSet<>();

	private @Nullable Comparison comparison;

	private Map<String, String> unread = Map.of();

	private Optional<IntakeState.Verified> verified = Optional.empty();

	/** How long what could not be read is left alone before the next time. */
	private Duration pause = SHORTEST_PAUSE;

	private Instant nextTime = Instant.EPOCH;

	/** How often somebody has asked, and nothing was compared since. */
	private final AtomicInteger requests;

	/** How many of them the comparison answers that is under way. */
	private int answered;

	private final TransactionCounts counts;

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

	Optional<IntakeState.Verified> verified() {
		return this.verified;
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
		else if (open.opened().plus(LONGEST_SNAPSHOT).isBefore(Instant.now())) {
			close();
			// It has kept the database from cleaning up for long enough.
			this.pause = LONGEST_SNAPSHOT;
			later(Map.of("changes", "none came for " + LONGEST_SNAPSHOT.toMinutes() + " minutes"));
		}
	}

	/** Ends a comparison that is under way. */
	@Override
	public void close() {
		Comparison open = this.comparison;
		this.comparison = null;
		if (open != null) {
			open.close();
		}
	}

	private void open(RawLogs reading) {
		this.answered = this.requests.get();
		try {
			this.comparison = Comparison.open(this.capture, this.agency, this.tables, reading);
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
		Comparison.Result result = open.compare(reading);
		this.metrics.mended(result.missed() + result.withdrawn());
		if (!result.unread().isEmpty()) {
			later(result.unread());
			return;
		}
		this.unread = Map.of();
		log.atLevel(result.isNothing() ? Level.INFO : Level.WARN)
			.log("{} is verified: {} rows had been missed, {} deletions too", this.capture.name(), result.missed(),
					result.withdrawn());
		reading.verified().isAt(open.opened());
		this.verified = Optional.of(new IntakeState.Verified(open.opened(), result.missed(), result.withdrawn()));
		this.requests.addAndGet(-this.answered);
		this.pause = SHORTEST_PAUSE;
		this.doubts.clear();
	}

}
