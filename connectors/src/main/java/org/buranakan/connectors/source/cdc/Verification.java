package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.publish.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Compares the source whole with what was published, by content: Debezium reads every row
 * once more beside the stream of changes, at watermarks of its own, and the publisher
 * holds each against what its topics say. A row of which they say the same yields
 * nothing; one that yields an event had been missed. An entity of which no row speaks any
 * more is withdrawn.
 */
final class Verification {

	private static final Logger log = LoggerFactory.getLogger(Verification.class);

	/** Debezium tells of every thousand rows, and may be starting. */
	private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

	/** Two requests that meet may be one too many for Debezium. */
	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	private final Capture capture;

	private final HostedAgency agency;

	private final Map<String, TableSource> tables;

	private final CaptureMetrics metrics;

	private final Signals signals;

	private final List<Doubt> doubts = new ArrayList<>();

	private final Set<String> missed = new HashSet<>();

	private @Nullable Asked asked;

	/** How long a table that could not be read is left alone before the next time. */
	private Duration pause = SHORTEST_PAUSE;

	private Instant nextTime = Instant.EPOCH;

	private Instant verified = Instant.now();

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
		log.atLevel(doubt.isGrave() ? org.slf4j.event.Level.WARN : org.slf4j.event.Level.INFO)
			.log("{}: {}", this.capture.name(), doubt.reason());
		this.doubts.add(doubt);
		this.asked = null;
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
			if (told.path("aggregate_type").asString("").equals("Initial Snapshot")) {
				if (type.equals("SKIPPED") || type.equals("COMPLETED")) {
					raise(Doubt.began(record.topic(), record.offset()));
				}
			}
			else if (this.asked != null && told.path("id").asString("").equals(this.asked.id())) {
				this.asked.hear(type, Instant.ofEpochMilli(told.path("timestamp").asLong(0)),
						told.path("additional_data"), this.tables.keySet());
			}
		}
		catch (JacksonException ex) {
			log.warn("{} told what cannot be read: {}", record.topic(), ex.getOriginalMessage());
		}
	}

	/** A row was settled. */
	void settled(ChangePlace place, Receipt receipt) {
		String row = place.table() + " " + place.key();
		if (!place.again()) {
			// It was on its way, and only read again before it came.
			this.missed.remove(row);
		}
		else if (receipt instanceof Receipt.Applied) {
			this.missed.add(row);
		}
	}

	/**
	 * Asks, waits, compares; never for long. All that was polled is published.
	 * @param committed until when the stream of changes has come: a row may be read again
	 * before its change arrives, and is not missed then
	 */
	void goOn(RawLogs reading, Instant committed) {
		Asked open = this.asked;
		if (this.doubts.isEmpty()) {
			if (this.verified.plus(this.capture.settings().verify()).isBefore(Instant.now())) {
				raise(Doubt.routine());
			}
		}
		else if (open == null || open.isForgotten()) {
			if (Instant.now().isAfter(this.nextTime)) {
				this.asked = ask(reading);
			}
		}
		else if (open.completed != null && committed.isAfter(open.completed)) {
			if (open.due.isEmpty()) {
				open.due = reading.ends();
			}
			if (reading.reached(open.due)) {
				conclude(open, reading);
			}
		}
	}

	/** Who cannot be asked is asked again later; changes go on meanwhile. */
	private Asked ask(RawLogs reading) {
		Asked next = new Asked(reading.ends());
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

	private void conclude(Asked open, RawLogs reading) {
		int withdrawn = withdraw(open, reading);
		if (!open.unread.isEmpty()) {
			log.warn("{}: Debezium could not read {} again", this.capture.name(), open.unread);
			this.asked = null;
			this.nextTime = Instant.now().plus(this.pause);
			Duration twice = this.pause.multipliedBy(2);
			this.pause = (twice.compareTo(LONGEST_SILENCE) < 0) ? twice : LONGEST_SILENCE;
			return;
		}
		log.atLevel((withdrawn + this.missed.size() > 0) ? org.slf4j.event.Level.WARN : org.slf4j.event.Level.INFO)
			.log("{} is verified: {} rows had been missed, {} deletions too", this.capture.name(), this.missed.size(),
					withdrawn);
		this.metrics.mended(this.missed.size() + withdrawn);
		this.verified = Instant.now();
		this.pause = SHORTEST_PAUSE;
		this.missed.clear();
		this.doubts.clear();
		this.asked = null;
	}

	/** Withdraws what no row speaks of any more. */
	private int withdraw(Asked open, RawLogs reading) {
		Standing standing = new Standing();
		TransactionCounts counts = new TransactionCounts();
		reading.reread(open.since, open.due, (table, record) -> Optional.ofNullable(this.tables.get(table))
			.ifPresent((source) -> standing.see(source, source.reader(reading.id(record), counts).read(record))));
		PublishedTraces published = PublishedTraces.read(this.agency.client(), this.capture.profile().agency());
		int withdrawn = 0;
		for (String table : open.read) {
			TableSource source = this.tables.get(table);
			if (source == null || !open.due.containsKey(table)) {
				continue;
			}
			RawPosition since = new RawPosition(reading.id(table), open.since.getOrDefault(table, 0L));
			List<Outcome.Identity> gone = published.gone(table, since, standing);
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

	/** A snapshot that Debezium was asked for. */
	private static final class Asked {

		private final String id = UUID.randomUUID().toString();

		private final Map<String, Long> since;

		private final Set<String> read = new HashSet<>();

		/** Why, by table. */
		private final Map<String, String> unread = new TreeMap<>();

		private Instant heard = Instant.now();

		private @Nullable Instant completed;

		private Map<String, Long> due = new HashMap<>();

		/**
		 * @param since where the tables' topics ended when it was asked for
		 */
		Asked(Map<String, Long> since) {
			this.since = since;
		}

		String id() {
			return this.id;
		}

		void hear(String type, Instant at, JsonNode more, Set<String> tables) {
			this.heard = Instant.now();
			if (type.equals("TABLE_SCAN_COMPLETED")) {
				String scanned = more.path("scanned_collection").asString("");
				String status = more.path("status").asString("");
				tables.stream()
					.filter((table) -> scanned.equals(table) || scanned.endsWith("." + table))
					.forEach((table) -> scanned(table, status));
			}
			if (type.equals("COMPLETED")) {
				this.completed = at;
			}
		}

		private void scanned(String table, String status) {
			switch (status) {
				case "SUCCEEDED", "EMPTY" -> this.read.add(table);
				case "NO_PRIMARY_KEY" ->
					log.debug("{} has no primary key: its rows cannot be told apart, so nothing is compared", table);
				default -> this.unread.put(table, status);
			}
		}

		boolean isForgotten() {
			return this.completed == null && this.heard.plus(LONGEST_SILENCE).isBefore(Instant.now());
		}

	}

}
