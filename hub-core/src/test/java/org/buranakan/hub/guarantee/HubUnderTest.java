package org.buranakan.hub.guarantee;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.buranakan.hub.HubApplication;
import org.buranakan.hub.audit.CanonicalTable;
import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.Fingerprints;
import org.buranakan.hub.oracle.Oracle;
import org.buranakan.platform.Database;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** A hub with a database of its own, which shows the agencies of one test. */
final class HubUnderTest implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	/** Others may be busy beside it. */
	static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Agencies agencies;

	private final Database database;

	private final String group = "hub." + UUID.randomUUID();

	private final JdbcClient sql;

	private final Map<String, Object> overrides = new HashMap<>();

	private @Nullable ConfigurableApplicationContext context;

	HubUnderTest(Agencies agencies) {
		this.agencies = agencies;
		this.database = agencies.platform().newDatabase();
		this.sql = JdbcClient.create(new DriverManagerDataSource(this.database.url() + "?currentSchema=view",
				this.database.owner().user(), this.database.owner().password()));
	}

	HubUnderTest with(String property, Object value) {
		this.overrides.put(property, value);
		return this;
	}

	Database database() {
		return this.database;
	}

	HubUnderTest start() {
		this.context = HubApplication.start(properties());
		return this;
	}

	/** What {@code hub.yml} needs to be told here. */
	Map<String, Object> properties() {
		Map<String, Object> properties = new HashMap<>();
		this.agencies.platform().client("hub").forEach((name, value) -> {
			if (name.equals("bootstrap.servers")) {
				properties.put("spring.kafka.bootstrap-servers", value);
			}
			else {
				properties.put("spring.kafka.properties[" + name + "]", value);
			}
		});
		properties.put("spring.datasource.url", this.database.url());
		properties.put("spring.datasource.username", this.database.owner().user());
		properties.put("spring.datasource.password", this.database.owner().password());
		properties.put("hub.intake.registry", this.agencies.platform().registry());
		properties.put("hub.intake.group", this.group);
		properties.put("hub.intake.agencies", this.agencies.pattern());
		properties.put("hub.intake.actors", "(auditor|operator)-" + this.agencies.pattern());
		properties.put("hub.intake.inspect-every", "1s");
		properties.put("server.port", 0);
		properties.put("spring.kafka.consumer.properties[session.timeout.ms]", 6000);
		properties.put("spring.kafka.consumer.properties[heartbeat.interval.ms]", 1000);
		properties.putAll(this.overrides);
		return properties;
	}

	/** Waits until every record of its logs, but those, is accounted for. */
	void catchesUp(String... parked) {
		Map<String, Long> ends = ends();
		ends.keySet().removeAll(Set.of(parked));
		Awaitility.await("the hub reads " + ends)
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.ignoreExceptions()
			.until(() -> {
				Map<String, Long> positions = positions();
				// Others who join meanwhile add to the reference data.
				return ends.entrySet()
					.stream()
					.allMatch((end) -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue());
			});
	}

	/** Waits until what is derived is that of the facts. */
	void drains() {
		Awaitility.await("no dirty key is left")
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> this.sql.sql("SELECT NOT EXISTS (SELECT FROM dirty)").query(Boolean.class).single());
	}

	/**
	 * Fails unless the facts, and what was accounted for, are the oracle's. Others who
	 * join meanwhile add to the reference data, so of the hub's own logs the oracle reads
	 * as much as this hub has.
	 */
	void isTheOracles() {
		AtomicReference<Moment> moment = new AtomicReference<>();
		Awaitility.await("nothing is read meanwhile").atMost(PATIENCE).until(() -> {
			Map<String, Long> positions = positions();
			moment.set(new Moment(positions, fingerprint().facts(), counts()));
			return positions.equals(positions());
		});
		Moment now = moment.get();
		Map<String, Long> shared = new HashMap<>(now.positions());
		shared.keySet().removeIf((topic) -> topic.startsWith("agency."));
		Oracle oracle = this.agencies.oracle(shared);
		assertThat(now.counts()).isEqualTo(oracle.counts());
		if (!now.facts().equals(oracle.fingerprint())) {
			fail("The facts are not the oracle's. Rows that one has alone, as far as they still show it: %s",
					differences(oracle.tables()));
		}
	}

	/** What is read at one moment. */
	private record Moment(Map<String, Long> positions, String facts, Map<String, Oracle.Count> counts) {

	}

	private List<String> differences(Map<String, List<List<@Nullable String>>> theirs) {
		List<String> differences = new ArrayList<>();
		for (Map.Entry<String, List<List<@Nullable String>>> ours : rows(false).entrySet()) {
			List<List<@Nullable String>> other = theirs.getOrDefault(ours.getKey(), List.of());
			alone(ours.getValue(), other).forEach((row) -> differences.add("hub " + ours.getKey() + row));
			alone(other, ours.getValue()).forEach((row) -> differences.add("oracle " + ours.getKey() + row));
		}
		return differences;
	}

	/** The canonical rows of what is derived, by table. */
	Map<String, List<List<@Nullable String>>> derived() {
		return rows(true);
	}

	private Map<String, List<List<@Nullable String>>> rows(boolean derived) {
		Map<String, List<List<@Nullable String>>> rows = new TreeMap<>();
		running().getBeansOfType(CanonicalTable.class)
			.values()
			.stream()
			.filter((table) -> table.derived() == derived)
			.forEach((table) -> rows.put(table.name(),
					this.sql.sql(table.query())
						.query((row, number) -> Arrays.<@Nullable String>asList((String[]) row.getArray(1).getArray()))
						.list()));
		return rows;
	}

	private static List<List<@Nullable String>> alone(List<List<@Nullable String>> some,
			List<List<@Nullable String>> others) {
		Set<List<@Nullable String>> known = new HashSet<>(others);
		return some.stream().filter((row) -> !known.contains(row)).toList();
	}

	Fingerprint fingerprint() {
		return bean(Fingerprints.class).take();
	}

	<T> T bean(Class<T> type) {
		return running().getBean(type);
	}

	private ConfigurableApplicationContext running() {
		return Objects.requireNonNull(this.context);
	}

	/** What {@code /actuator/health} says of intake. */
	String health() {
		HealthIndicator intake = (HealthIndicator) running().getBean("intakeHealthIndicator");
		Health health = Objects.requireNonNull(intake.health());
		return health.getStatus() + " " + health.getDetails();
	}

	/** What it answers over HTTP. */
	HttpResponse<String> asks(String path) {
		return HTTP.sendAsync(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString())
			.join();
	}

	/** Where it serves a path. */
	URI address(String path) {
		String port = Objects.requireNonNull(bean(Environment.class).getProperty("local.server.port"));
		return URI.create("http://127.0.0.1:" + port + path);
	}

	JdbcClient sql() {
		return this.sql;
	}

	String group() {
		return this.group;
	}

	Agencies agencies() {
		return this.agencies;
	}

	boolean isRunning() {
		return this.context != null && this.context.isActive();
	}

	void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Override
	public void close() {
		stop();
	}

	/** Drops the view, and what is remembered of what was read. */
	void forgets() {
		for (String statement : List.of("DROP SCHEMA view CASCADE", "TRUNCATE hub.history, hub.rejection, hub.change",
				"UPDATE hub.log SET next_offset = 0, received = 0, applied = 0, stale = 0, rejected = 0")) {
			this.sql.sql(statement).update();
		}
	}

	Map<String, Long> positions() {
		Map<String, Long> positions = new HashMap<>();
		this.sql.sql("SELECT topic, next_offset FROM hub.log").query((row) -> {
			positions.put(row.getString(1), row.getLong(2));
		});
		return positions;
	}

	/** What became of the records of each log that has any, by topic. */
	Map<String, Oracle.Count> counts() {
		Map<String, Oracle.Count> counts = new TreeMap<>();
		this.sql.sql("SELECT topic, received, applied, stale, rejected FROM hub.log WHERE received > 0")
			.query((row) -> {
				counts.put(row.getString(1),
						new Oracle.Count(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
			});
		return counts;
	}

	private Map<String, Long> ends() {
		Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
		for (String log : this.agencies.logs()) {
			wanted.put(new TopicPartition(log, 0), OffsetSpec.latest());
		}
		try (Admin admin = Admin.create(this.agencies.platform().superuser())) {
			Map<String, Long> ends = new HashMap<>();
			admin.listOffsets(wanted)
				.all()
				.toCompletionStage()
				.toCompletableFuture()
				.join()
				.forEach((partition, result) -> ends.put(partition.topic(), result.offset()));
			return ends;
		}
	}

}
