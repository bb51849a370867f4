package org.buranakan.hub.guarantee;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.buranakan.platform.Database;
import org.buranakan.platform.Ports;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Debezium's JDBC sink in a Connect worker of its own: one table, no history, and no
 * guard against older revisions. Counted from its first commit, which spares it its
 * start.
 *
 * @param settings of the connector, beside those that it needs
 */
record SinkContender(String name, Map<String, String> settings) implements Contender {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final String LEFT_OUT = "source,lineTitle,note,filledIn";

	/** As it comes. */
	static SinkContender asItComes() {
		return new SinkContender("JDBC sink as it comes", Map.of("tasks.max", "1"));
	}

	/** As somebody tunes it who knows it well. */
	static SinkContender tuned() {
		return new SinkContender("JDBC sink, tuned",
				Map.of("tasks.max", "2", "batch.size", "10000", "use.reduction.buffer", "true",
						"dialect.postgres.unnest.insert.enabled", "true", "consumer.override.max.poll.records", "10000",
						"consumer.override.max.partition.fetch.bytes", "8388608"));
	}

	@Override
	public Effort take(Backlog backlog) throws IOException {
		Database database = backlog.agencies().platform().newDatabase();
		String id = "sink-" + UUID.randomUUID();
		int port = Ports.unused();
		Process worker = worker(backlog.agencies(), id, port);
		try (Admin admin = Admin.create(backlog.agencies().superuser())) {
			URI connectors = URI.create("http://127.0.0.1:" + port + "/connectors");
			Awaitility.await()
				.atMost(PATIENCE)
				.ignoreExceptions()
				.until(() -> send(HttpRequest.newBuilder(connectors).build()).statusCode() == 200);
			HttpResponse<String> made = send(HttpRequest.newBuilder(URI.create(connectors + "/" + id + "/config"))
				.header("Content-Type", "application/json")
				.PUT(HttpRequest.BodyPublishers
					.ofString(JsonMapper.shared().writeValueAsString(configuration(backlog, database))))
				.build());
			assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
			JdbcClient sql = JdbcClient.create(
					new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password()));
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(10))
				.ignoreExceptions()
				.until(() -> sql.sql("SELECT EXISTS (SELECT FROM posting)").query(Boolean.class).single());
			Effortmeter meter = new Effortmeter(database, worker.toHandle());
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(100))
				.until(() -> isRead(admin, "connect-" + id, backlog) || !worker.isAlive());
			Effort effort = meter.of(backlog.all());
			backlog.isIn(database, "posting", "\"entityId\"", "\"amountSatang\"");
			return effort;
		}
		finally {
			worker.destroy();
			worker.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally((ex) -> worker.destroyForcibly()).join();
		}
	}

	private static boolean isRead(Admin admin, String group, Backlog backlog) {
		var offsets = admin.listConsumerGroupOffsets(group)
			.partitionsToOffsetAndMetadata()
			.toCompletionStage()
			.toCompletableFuture()
			.join();
		return backlog.ends().entrySet().stream().allMatch((end) -> {
			var offset = offsets.get(new TopicPartition(end.getKey(), 0));
			return offset != null && offset.offset() >= end.getValue();
		});
	}

	private Map<String, String> configuration(Backlog backlog, Database database) {
		Map<String, String> configuration = new HashMap<>(this.settings);
		configuration.put("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector");
		configuration.put("topics", String.join(",", backlog.topics()));
		configuration.put("connection.url", database.url());
		configuration.put("connection.username", database.owner().user());
		configuration.put("connection.password", database.owner().password());
		configuration.put("insert.mode", "upsert");
		configuration.put("schema.evolution", "basic");
		configuration.put("collection.name.format", "posting");
		configuration.put("primary.key.mode", "record_value");
		configuration.put("primary.key.fields", "entityId");
		configuration.put("quote.identifiers", "true");
		configuration.put("field.exclude.list", excluded(backlog));
		configuration.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
		configuration.put("value.converter", "io.apicurio.registry.utils.converter.AvroConverter");
		configuration.put("value.converter.apicurio.registry.url",
				backlog.agencies().platform().registry().resolve("/apis/registry/v2").toString());
		configuration.put("value.converter.apicurio.registry.as-confluent", "true");
		configuration.put("value.converter.apicurio.registry.use-id", "contentId");
		return configuration;
	}

	private static String excluded(Backlog backlog) {
		return String.join(",",
				backlog.topics()
					.stream()
					.flatMap((topic) -> List.of(LEFT_OUT.split(",", -1)).stream().map((field) -> topic + ":" + field))
					.toList());
	}

	private static Process worker(Agencies agencies, String id, int port) throws IOException {
		Path classPath = Path.of("..", "seeds", "contenders", "target", "contenders", "sink.classpath");
		assertThat(classPath).as("run with -Pcontenders").exists();
		Properties properties = new Properties();
		agencies.platform().superuser().forEach((name, value) -> {
			properties.put(name, value.toString());
			if (!name.equals("bootstrap.servers")) {
				List.of("producer.", "consumer.", "admin.")
					.forEach((client) -> properties.put(client + name, value.toString()));
			}
		});
		properties.put("group.id", id + "-worker");
		List.of("config", "offset", "status").forEach((storage) -> {
			properties.put(storage + ".storage.topic", id + "." + storage);
			properties.put(storage + ".storage.replication.factor", "1");
		});
		properties.put("offset.storage.partitions", "1");
		properties.put("status.storage.partitions", "1");
		properties.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
		properties.put("value.converter", "org.apache.kafka.connect.storage.StringConverter");
		properties.put("plugin.discovery", "service_load");
		properties.put("listeners", "http://127.0.0.1:" + port);
		properties.put("rest.advertised.host.name", "127.0.0.1");
		properties.put("connector.client.config.override.policy", "All");
		// How late its end is noticed.
		properties.put("offset.flush.interval.ms", "200");
		Path file = Files.createDirectories(Path.of("target", "contenders")).resolve(id + ".properties");
		try (var out = Files.newBufferedWriter(file)) {
			properties.store(out, null);
		}
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
				"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", Files.readString(classPath).strip(),
				"org.apache.kafka.connect.cli.ConnectDistributed", file.toString())
			.redirectErrorStream(true)
			.redirectOutput(new File(file + ".log"))
			.start();
	}

	private static HttpResponse<String> send(HttpRequest request) {
		return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
	}

}
