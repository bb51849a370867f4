package org.buranakan.hub.publication;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.buranakan.schemas.topic.ConnectCluster;

/**
 * What Debezium is asked to do for the hub: to write every row that is committed to
 * {@code hub.outbox} to the topic that it names, once, its value and key as they are.
 *
 * @param database as {@code postgresql://host:port/name}; the names of connector and slot
 * follow from its own
 * @param credentials where the Connect worker finds {@code username} and {@code password}
 */
record OutboxConnector(URI database, String credentials) {

	/**
	 * Something is written to the log now and then, or a quiet hub beside a busy database
	 * keeps the log of both for ever. It is a transaction, because the time of its commit
	 * tells how far the stream has come.
	 */
	private static final String HEARTBEAT = "SELECT pg_logical_emit_message(true, 'buranakan.heartbeat', '')";

	private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(10);

	/** A regular expression that matches no text. */
	private static final String NOTHING = "(?!)";

	/** Its port, where an address names none. */
	private static final int POSTGRESQL = 5432;

	/** Never reached: see Outbox. */
	private static final int LARGEST_RECORD = 16 * 1024 * 1024;

	/** Under which Connect knows it. */
	String name() {
		return databaseName() + "-view";
	}

	/** Under which PostgreSQL knows its first reader. */
	String firstSlot() {
		return databaseName().replaceAll("[^a-z0-9_]", "_") + "_view";
	}

	/**
	 * The connector's whole configuration.
	 * @param slot under which PostgreSQL knows its reader
	 */
	Map<String, String> configuration(String slot) {
		Map<String, String> all = new TreeMap<>();
		all.put("name", name());
		all.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
		all.put("tasks.max", "1");
		all.put("exactly.once.support", "required");
		source(all, slot);
		reading(all);
		writing(all);
		routing(all);
		return all;
	}

	private void source(Map<String, String> all, String slot) {
		all.put("database.hostname", this.database.getHost());
		all.put("database.port", String.valueOf((this.database.getPort() < 0) ? POSTGRESQL : this.database.getPort()));
		all.put("database.dbname", databaseName());
		all.put("database.user", secret("username"));
		all.put("database.password", secret("password"));
		all.put("table.include.list", "hub\\.outbox");
		all.put("plugin.name", "pgoutput");
		all.put("slot.name", slot);
		all.put("slot.drop.on.stop", "false");
		all.put("slot.retry.delay.ms", "2000");
		all.put("publication.name", "hub_view");
		all.put("publication.autocreate.mode", "disabled");
	}

	/** From where the slot begins: the table is always empty. */
	private static void reading(Map<String, String> all) {
		all.put("snapshot.mode", "no_data");
		// The default would resume in silence behind a slot that was made anew.
		all.put("offset.mismatch.strategy", "trust_offset");
		// Each poll reads the offsets anew: at 10 ms a worker at rest takes a fifth of a
		// core.
		all.put("poll.interval.ms", "30");
		all.put("heartbeat.interval.ms", String.valueOf(HEARTBEAT_INTERVAL.toMillis()));
		all.put("heartbeat.action.query", HEARTBEAT);
		all.put("message.prefix.include.list", NOTHING);
		all.put("binary.handling.mode", "bytes");
		// Headers are the hub's to say.
		all.put("extended.headers.enabled", "false");
	}

	/** Only heartbeats are not bytes. */
	private static void writing(Map<String, String> all) {
		all.put("topic.prefix", ConnectCluster.HUB.outboxPrefix());
		all.put("topic.heartbeat.prefix", ConnectCluster.HUB.heartbeatPrefix());
		all.put("topic.creation.default.partitions", "1");
		all.put("topic.creation.default.replication.factor", "-1");
		all.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
		all.put("value.converter", "io.debezium.converters.BinaryDataConverter");
		all.put("value.converter.delegate.converter.type", "org.apache.kafka.connect.json.JsonConverter");
		all.put("value.converter.delegate.converter.type.schemas.enable", "false");
		all.put("producer.override.max.request.size", String.valueOf(LARGEST_RECORD));
		all.put("producer.override.buffer.memory", String.valueOf(2 * LARGEST_RECORD));
		// The one codec that pure JavaScript clients read.
		all.put("producer.override.compression.type", "gzip");
		// What a killed worker left open is not waited for longer than that.
		all.put("producer.override.transaction.timeout.ms", "10000");
	}

	private static void routing(Map<String, String> all) {
		all.put("transforms", "outbox,unnamed");
		all.put("transforms.outbox.type", "io.debezium.transforms.outbox.EventRouter");
		all.put("transforms.outbox.table.field.event.id", "id");
		all.put("transforms.outbox.table.field.event.key", "key");
		all.put("transforms.outbox.table.field.event.payload", "value");
		all.put("transforms.outbox.table.fields.additional.placement",
				"specversion:header:ce_specversion,id:header:ce_id,source:header:ce_source,type:header:ce_type,"
						+ "at:header:ce_time,content_type:header:content-type,batch:header:batch");
		all.put("transforms.outbox.route.by.field", "topic");
		all.put("transforms.outbox.route.topic.replacement", "${routedByValue}");
		all.put("transforms.outbox.route.tombstone.on.empty.payload", "true");
		// The router names the id once more, without the prefix of CloudEvents.
		all.put("transforms.unnamed.type", "org.apache.kafka.connect.transforms.DropHeaders");
		all.put("transforms.unnamed.headers", "id");
	}

	private String databaseName() {
		return this.database.getPath().substring(1);
	}

	/** Connect reads it from a file of its own, so that no configuration holds it. */
	private String secret(String property) {
		return "${file:" + this.credentials + ":" + property + "}";
	}

}
