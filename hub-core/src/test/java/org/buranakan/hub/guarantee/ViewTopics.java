package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.buranakan.platform.Database;
import org.buranakan.platform.Platform;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The topics {@code hub.view.*} as a dashboard reads them, from where they stood when one
 * hub began to publish: of the hubs under test only one does at a time.
 */
final class ViewTopics implements AutoCloseable {

	static final List<String> FAMILIES = List.of("plan", "activity", "budget", "area", "finding");

	private final HubUnderTest hub;

	private final Platform platform;

	private final Database database;

	private final KafkaConsumer<String, SpecificRecord> consumer;

	private final List<ConsumerRecord<String, SpecificRecord>> records = new ArrayList<>();

	ViewTopics(HubUnderTest hub) {
		this.hub = hub;
		this.platform = hub.agencies().platform();
		this.database = hub.database();
		Map<String, Object> reader = new HashMap<>(this.platform.client("auditor"));
		reader.put("isolation.level", "read_committed");
		this.consumer = new KafkaConsumer<>(reader, new StringDeserializer(),
				new ContractDeserializer(new SchemaRegistry(RegistryAddress.of(this.platform.registry().toString()))));
		List<TopicPartition> topics = FAMILIES.stream()
			.map((family) -> new TopicPartition("hub.view." + family, 0))
			.toList();
		this.consumer.assign(topics);
		this.consumer.seekToEnd(topics);
		topics.forEach(this.consumer::position);
		hub.with("hub.publication.connect", this.platform.hubConnect())
			.with("hub.publication.credentials", this.platform.captureCredentials(this.database.name()).toString());
	}

	/** Waits until the topics, compacted, are the tables of a hub at rest. */
	void becomeTheTables() {
		Awaitility.await("the topics are the tables")
			.atMost(HubUnderTest.PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.untilAsserted(() -> {
				read();
				for (String family : FAMILIES) {
					assertThat(compacted(family)).as(family)
						.containsExactlyInAnyOrderEntriesOf(ViewRows.ofTable(this.hub.sql(), family));
				}
			});
	}

	/** Waits for a record. */
	ConsumerRecord<String, SpecificRecord> shows(String family, String key) {
		Awaitility.await(family + " " + key).atMost(HubUnderTest.PATIENCE).until(() -> {
			read();
			return of(family).stream().anyMatch((record) -> record.key().equals(key));
		});
		return of(family).stream()
			.filter((record) -> record.key().equals(key))
			.reduce((first, last) -> last)
			.orElseThrow();
	}

	/** All that was read so far, in the order of each topic. */
	List<ConsumerRecord<String, SpecificRecord>> records() {
		return List.copyOf(this.records);
	}

	List<ConsumerRecord<String, SpecificRecord>> of(String family) {
		return this.records.stream().filter((record) -> record.topic().equals("hub.view." + family)).toList();
	}

	/** Every record is new: no batch has a key twice, and none repeats what was shown. */
	void repeatNothing() {
		Map<String, Long> batches = new HashMap<>();
		Map<String, String> shown = new HashMap<>();
		for (ConsumerRecord<String, SpecificRecord> record : this.records) {
			String row = record.topic() + " " + record.key();
			long batch = Long.parseLong(header(record, "batch"));
			assertThat(batches.put(row, batch)).as("batches of " + row)
				.satisfiesAnyOf((before) -> assertThat(before).isNull(),
						(before) -> assertThat(before).isLessThan(batch));
			String now = content(record);
			assertThat(shown.put(row, now)).as("what %s showed before", row).isNotEqualTo(now);
		}
	}

	private Map<String, String> compacted(String family) {
		Map<String, String> rows = new TreeMap<>();
		for (ConsumerRecord<String, SpecificRecord> record : of(family)) {
			if (record.value() == null) {
				rows.remove(record.key());
			}
			else {
				rows.put(record.key(), ViewRows.of(record.value()));
			}
		}
		return rows;
	}

	private static String content(ConsumerRecord<String, SpecificRecord> record) {
		@Nullable SpecificRecord value = record.value();
		return (value == null) ? "gone" : ViewRows.of(value);
	}

	static String header(ConsumerRecord<String, SpecificRecord> record, String name) {
		Header header = Objects.requireNonNull(record.headers().lastHeader(name), name);
		return new String(header.value(), StandardCharsets.UTF_8);
	}

	void read() {
		this.consumer.poll(Duration.ofMillis(100)).forEach(this.records::add);
	}

	/** Has Connect do something with the hub's connector. */
	void connector(String method, String path) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.platform.hubConnect() + "/connectors/" + this.database.name() + "-view" + path))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
			assertThat(status).as(method + " " + path).isIn(200, 202, 204, 404);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Drops the slot however often the hub has the connector go on. */
	void stopAndDropSlot() {
		JdbcClient capture = capture();
		Awaitility.await("the slot is dropped").atMost(HubUnderTest.PATIENCE).ignoreExceptions().until(() -> {
			connector("PUT", "/stop");
			return dropped(capture);
		});
	}

	/** Writes more to PostgreSQL's log than may be kept for a slot that nobody reads. */
	void outgrowTheSlot() {
		JdbcClient superuser = superuser();
		String kept = superuser.sql("SHOW max_slot_wal_keep_size").query(String.class).single();
		assertThat(kept).as("a worker that stays away does not fill the disk").isEqualTo("4GB");
		superuser.sql("ALTER SYSTEM SET max_slot_wal_keep_size = '16MB'").update();
		superuser.sql("SELECT pg_reload_conf()").query().listOfRows();
		try {
			Awaitility.await("the slot is lost").atMost(HubUnderTest.PATIENCE).until(() -> {
				superuser.sql("SELECT pg_logical_emit_message(false, 'test', 'x')").query().listOfRows();
				superuser.sql("SELECT pg_switch_wal()").query().listOfRows();
				superuser.sql("CHECKPOINT").update();
				return superuser
					.sql("SELECT wal_status FROM pg_replication_slots WHERE database = :name AND NOT active")
					.param("name", this.database.name())
					.query(String.class)
					.list()
					.contains("lost");
			});
		}
		finally {
			superuser.sql("ALTER SYSTEM SET max_slot_wal_keep_size = '" + kept + "'").update();
			superuser.sql("SELECT pg_reload_conf()").query().listOfRows();
		}
	}

	private JdbcClient superuser() {
		Properties passwords = new Properties();
		try (InputStream in = Files.newInputStream(this.platform.credentials("passwords"))) {
			passwords.load(in);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return JdbcClient.create(new DriverManagerDataSource(this.database.url(), "postgres",
				passwords.getProperty("postgresql.postgres")));
	}

	private JdbcClient capture() {
		return JdbcClient.create(new DriverManagerDataSource(this.database.url(), this.database.capture().user(),
				this.database.capture().password()));
	}

	private boolean dropped(JdbcClient capture) {
		capture.sql("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = :name")
			.param("name", this.database.name())
			.query()
			.listOfRows();
		return true;
	}

	/** Drops the slots as soon as nobody reads them. */
	private void dropSlots() {
		JdbcClient capture = capture();
		Awaitility.await("the slots are dropped")
			.atMost(HubUnderTest.PATIENCE)
			.ignoreExceptions()
			.until(() -> dropped(capture));
	}

	@Override
	public void close() {
		this.hub.stop();
		this.consumer.close();
		connector("DELETE", "");
		dropSlots();
	}

}
