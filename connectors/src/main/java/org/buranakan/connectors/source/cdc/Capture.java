package org.buranakan.connectors.source.cdc;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.schemas.topic.ConnectCluster;
import org.buranakan.schemas.topic.Topics;

/**
 * What Debezium is asked to do for one agency: to write every committed change of the
 * tables that the profile names to the agency's raw topics, each once, beginning with a
 * snapshot.
 */
record Capture(Profile profile, CaptureSettings settings) {

	private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

	/**
	 * Something is written to the log now and then, or a quiet database beside a busy one
	 * keeps the log of both for ever. Every role may call it, and nobody is told. It is a
	 * transaction, because the time of its commit tells how far the stream has come.
	 */
	private static final String HEARTBEAT = "buranakan.heartbeat";

	/** A regular expression that matches no text. */
	private static final String NOTHING = "(?!)";

	/** With both images of a row an update is twice as large. */
	private static final int LARGEST_RECORD = 16 * 1024 * 1024;

	/** The connector's name in Kafka Connect. */
	String name() {
		return this.profile.agency().value();
	}

	/** The tables, with their schemas. */
	List<String> tables() {
		return this.profile.sources()
			.stream()
			.map((source) -> source.origin())
			.filter(Origin.Table.class::isInstance)
			.map((origin) -> ((Origin.Table) origin).table())
			.distinct()
			.toList();
	}

	/**
	 * The columns that the profile reads, under all of their names, as the regular
	 * expressions that Debezium wants. A primary key has to be among them:
	 * {@link ChangeReader} refuses rows by the name of a part that is not.
	 */
	private List<String> columns() {
		return this.profile.sources()
			.stream()
			.filter((source) -> source.origin() instanceof Origin.Table)
			.flatMap((source) -> source.captured()
				.stream()
				.flatMap((column) -> source.names(column).stream())
				.map((name) -> literal(((Origin.Table) source.origin()).table()) + "\\." + literal(name)))
			.distinct()
			.sorted()
			.toList();
	}

	/** A comma would end the expression. */
	private static String literal(String name) {
		return name.codePoints()
			.mapToObj((letter) -> Character.isLetterOrDigit(letter) || letter == '_' ? Character.toString(letter)
					: "\\x{%x}".formatted(letter))
			.collect(Collectors.joining());
	}

	/** The raw topic of a table. */
	String topic(String table) {
		return cluster().rawPrefix() + "." + table;
	}

	/** Where Debezium tells how many records each transaction had. */
	String transactions() {
		return cluster().rawPrefix() + ".transaction";
	}

	/** Where Debezium tells that it began, and how its snapshots go on. */
	String notifications() {
		return cluster().rawPrefix() + ".notification";
	}

	/** Debezium's {@code topic.prefix}. */
	String prefix() {
		return cluster().rawPrefix();
	}

	/** The connector's whole configuration. */
	Map<String, String> configuration() {
		Map<String, String> all = new TreeMap<>();
		all.put("name", name());
		all.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
		all.put("tasks.max", "1");
		all.put("exactly.once.support", "required");
		source(all);
		reading(all);
		writing(all);
		conversing(all);
		return all;
	}

	private void source(Map<String, String> all) {
		URI database = this.settings.database();
		String slot = this.settings.slot();
		all.put("database.hostname", database.getHost());
		all.put("database.port", String.valueOf(database.getPort()));
		all.put("database.dbname", database.getPath().substring(1));
		all.put("database.user", secret("username"));
		all.put("database.password", secret("password"));
		all.put("table.include.list",
				String.join(",", tables().stream().map((table) -> table.replace(".", "\\.")).toList()));
		// Whatever else stands in a table stays in the agency's database.
		all.put("column.include.list", String.join(",", columns()));
		all.put("plugin.name", "pgoutput");
		all.put("slot.name", (slot != null) ? slot : "buranakan_" + name().replace('-', '_'));
		all.put("publication.name", this.settings.publication());
		all.put("publication.autocreate.mode", "disabled");
		// A slot that is gone does not come back; one that is held is tried for again
		// when the failed task is started again.
		all.put("slot.retry.delay.ms", "2000");
	}

	private void reading(Map<String, String> all) {
		all.put("snapshot.mode", "initial");
		// The default would resume in silence behind a slot that was made anew.
		all.put("offset.mismatch.strategy", "trust_offset");
		// Officers wait for seconds, and a worker at rest takes what its polls take.
		all.put("poll.interval.ms", "100");
		all.put("heartbeat.interval.ms", String.valueOf(this.settings.heartbeat().toMillis()));
		all.put("heartbeat.action.query", "SELECT pg_logical_emit_message(true, '" + HEARTBEAT + "', '')");
		// Messages belong to no publication: those of other programs are not ours to
		// read.
		all.put("message.prefix.include.list", NOTHING);
		all.put("skipped.operations", "none");
		all.put("decimal.handling.mode", "string");
		all.put("time.precision.mode", "structured");
		all.put("binary.handling.mode", "base64");
		all.put("hstore.handling.mode", "json");
	}

	private void writing(Map<String, String> all) {
		all.put("topic.prefix", prefix());
		all.put("topic.heartbeat.prefix", cluster().heartbeatPrefix());
		all.put("provide.transaction.metadata", "true");
		for (String side : List.of("key", "value")) {
			all.put(side + ".converter", JSON);
			all.put(side + ".converter.schemas.enable", "false");
		}
		// A row that is larger than Kafka's default would hold back all that come after.
		all.put("producer.override.max.request.size", String.valueOf(LARGEST_RECORD));
		all.put("producer.override.buffer.memory", String.valueOf(2 * LARGEST_RECORD));
		all.put("producer.override.compression.type", "gzip");
		all.put("topic.creation.default.max.message.bytes", String.valueOf(LARGEST_RECORD));
		// What a killed worker left open is not waited for longer than that.
		all.put("producer.override.transaction.timeout.ms", "10000");
		all.put("topic.creation.default.partitions", "1");
		all.put("topic.creation.default.replication.factor", "-1");
		Topics.RAW.configuration().forEach((name, value) -> all.put("topic.creation.default." + name, value));
	}

	/** It is never asked anything: a snapshot beside the stream mixes up values. */
	private void conversing(Map<String, String> all) {
		all.put("notification.enabled.channels", "sink");
		all.put("notification.sink.topic.name", notifications());
	}

	/** Connect reads it from a file of its own, so that no configuration holds it. */
	private String secret(String property) {
		return "${file:" + this.settings.credentials() + ":" + property + "}";
	}

	private ConnectCluster cluster() {
		return ConnectCluster.of(this.profile.agency());
	}

}
