package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A snapshot beside the stream that Debezium was asked for, as far as it has told. */
final class AskedSnapshot {

	/** Tells ours from those that an operator asked for. */
	private static final String PREFIX = "buranakan-";

	/** Debezium tells of every thousand rows, and may be starting. */
	private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

	private final String id = PREFIX + UUID.randomUUID();

	private final Map<String, Long> since;

	/** How many rows were read, by table. */
	private final Map<String, Long> read = new HashMap<>();

	private final Set<String> keyless = new HashSet<>();

	/** Why, by table. */
	private final Map<String, String> unread = new TreeMap<>();

	private Instant heard = Instant.now();

	private @Nullable Instant completed;

	private @Nullable Map<String, Long> due;

	private boolean outdated;

	/**
	 * @param since where the tables' topics ended when it was asked for
	 */
	AskedSnapshot(Map<String, Long> since) {
		this.since = Map.copyOf(since);
	}

	static boolean isOurs(String id) {
		return id.startsWith(PREFIX);
	}

	String id() {
		return this.id;
	}

	Map<String, Long> since() {
		return this.since;
	}

	/** When all was read, by Debezium's clock. */
	Optional<Instant> completed() {
		return Optional.ofNullable(this.completed);
	}

	/**
	 * A doubt came up after it was asked for, which it cannot settle. Debezium is left to
	 * finish it all the same: two at once disturb one another.
	 */
	void outdate() {
		this.outdated = true;
	}

	boolean isOutdated() {
		return this.outdated;
	}

	/** Whether Debezium has not spoken of it for long, and may never again. */
	boolean isForgotten() {
		return this.completed == null && this.heard.plus(LONGEST_SILENCE).isBefore(Instant.now());
	}

	/**
	 * Until where the tables' topics are to be read before it can be judged: where they
	 * end when this is asked first.
	 */
	Map<String, Long> due(Supplier<Map<String, Long>> ends) {
		Map<String, Long> known = this.due;
		if (known == null) {
			known = Map.copyOf(ends.get());
			this.due = known;
		}
		return known;
	}

	/** Whether fewer different rows arrived than Debezium counted. */
	boolean isShort(String table, Standing standing) {
		return standing.told(table) < this.read.getOrDefault(table, 0L);
	}

	/** Whether the table had no row at all; it may have no topic then. */
	boolean foundEmpty(String table) {
		return this.read.getOrDefault(table, -1L) == 0;
	}

	/** The tables without a primary key: their rows cannot be told apart. */
	Set<String> keyless() {
		return this.keyless;
	}

	/**
	 * What Debezium tells of it.
	 * @param tables with their schemas
	 */
	void hear(String type, JsonNode told, Set<String> tables) {
		this.heard = Instant.now();
		if (type.equals("TABLE_SCAN_COMPLETED")) {
			JsonNode more = told.path("additional_data");
			String scanned = more.path("scanned_collection").asString("");
			tables.stream()
				// PostgreSQL's identifier may begin with the database.
				.filter((table) -> scanned.equals(table) || scanned.endsWith("." + table))
				.forEach((table) -> scanned(table, more.path("status").asString(""),
						more.path("total_rows_scanned").asLong(0)));
		}
		if (type.equals("COMPLETED")) {
			this.completed = Instant.ofEpochMilli(told.path("timestamp").asLong(0));
		}
	}

	private void scanned(String table, String status, long rows) {
		switch (status) {
			case "EMPTY" -> this.read.put(table, 0L);
			case "SUCCEEDED" -> this.read.put(table, Math.max(1, rows));
			case "NO_PRIMARY_KEY" -> this.keyless.add(table);
			default -> this.unread.put(table, status);
		}
	}

	/**
	 * The tables of which not every row was read, or not every row that was read arrived,
	 * and why. Debezium counts a row twice that it has to read twice: as many different
	 * rows as the time before may be all of them, which is enough to publish what was
	 * missed, but not to withdraw.
	 * @param tables those that should have been
	 * @param parked those that nobody reads at present
	 * @param before how many different rows of a table arrived the time before
	 */
	Map<String, String> unread(Set<String> tables, Set<String> parked, Standing standing, Map<String, Integer> before) {
		Map<String, String> all = new TreeMap<>(this.unread);
		Set<String> silent = new TreeSet<>(tables);
		silent.removeAll(this.read.keySet());
		silent.removeAll(this.keyless);
		silent.forEach((table) -> all.putIfAbsent(table, "not told of"));
		this.read.forEach((table, rows) -> {
			if (rows > 0 && !tables.contains(table) && !parked.contains(table)) {
				all.putIfAbsent(table, "its topic is not read yet");
			}
			int told = standing.told(table);
			if (tables.contains(table) && told < rows && (told == 0 || before.getOrDefault(table, -1) != told)) {
				all.putIfAbsent(table, rows + " rows read, " + told + " arrived");
			}
			if (standing.wasEmptied(table)) {
				all.putIfAbsent(table, "emptied meanwhile");
			}
		});
		return all;
	}

}
