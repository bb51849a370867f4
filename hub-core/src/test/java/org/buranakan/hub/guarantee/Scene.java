package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.buranakan.platform.Platform;
import org.buranakan.platform.PartName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hub of one or more processes of its own, with everything around it that can be made
 * to fail: it reads several agencies, and somebody reads it all the time.
 */
final class Scene implements AutoCloseable {

	/** A whole start of a process, on a machine that is busy with other things. */
	static final Duration PATIENCE = Duration.ofMinutes(4);

	private final Random chance;

	private final Duration minute;

	private final Map<String, Object> settings;

	private final Agencies agencies;

	private final HubUnderTest hub;

	private final DatabaseInFront line;

	private final RegistryInFront registry;

	private final Gates gates;

	private final Workload workload;

	private final Map<String, HubProcess> processes = new LinkedHashMap<>();

	private final SnapshotReader reader;

	private @Nullable Parked parked;

	private int started;

	/**
	 * A scene with one process that is up.
	 * @param minute how long what is to last a minute lasts
	 */
	Scene(Platform platform, long seed, Duration minute) throws IOException {
		this.chance = new Random(seed);
		this.minute = minute;
		this.agencies = new Agencies(platform, "one", "two", "three");
		this.agencies.commonGround();
		this.hub = new HubUnderTest(this.agencies);
		this.line = new DatabaseInFront(this.hub.database().url());
		this.registry = new RegistryInFront(platform.registry(), "");
		this.hub.with("spring.datasource.url", this.line.url())
			.with("hub.intake.registry", this.registry.address())
			.with("spring.kafka.consumer.max-poll-records", 50);
		this.settings = this.hub.properties();
		this.gates = new Gates(this.hub, this.line);
		this.workload = new Workload(this.agencies, seed);
		start();
		until("the first process is up", () -> alive().getFirst().isUp());
		this.gates.install();
		this.reader = new SnapshotReader(this.hub.sql());
	}

	/** One more process. */
	HubProcess start() throws IOException {
		return start(Map.of(), Map.of());
	}

	/** One more process, with these properties and in this environment. */
	HubProcess start(Map<String, Object> properties, Map<String, String> environment) throws IOException {
		String name = "hub-" + ++this.started;
		Map<String, Object> all = new HashMap<>(this.settings);
		all.put("spring.datasource.hikari.data-source-properties.ApplicationName", name);
		all.putAll(properties);
		HubProcess process = HubProcess.start(all, environment);
		this.processes.put(name, process);
		return process;
	}

	/** The processes that live, the oldest first. */
	List<HubProcess> alive() {
		return this.processes.values().stream().filter(HubProcess::isAlive).toList();
	}

	/** What a process calls itself in the database. */
	String name(HubProcess process) {
		return this.processes.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == process)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow();
	}

	/** Starts a process if none lives, waits until it is up, and says which it is. */
	HubProcess running() throws IOException {
		HubProcess process = alive().isEmpty() ? start() : alive().getFirst();
		awaitUp(process);
		return process;
	}

	/** Waits until a process says that all is well, but for a log that must be parked. */
	void awaitUp(HubProcess process) {
		Parked alone = this.parked;
		if (alone != null) {
			until(alone.topic() + " alone is not well", () -> isAllWellBut(alone.topic(), process.health()));
			return;
		}
		Awaitility.await("a process is up").atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
			assertThat(process.isAlive()).isTrue();
			assertThat(process.isUp()).as(process.health()).isTrue();
		});
	}

	private static boolean isAllWellBut(String topic, String health) {
		JsonNode intake = JsonMapper.shared().readTree(health).path("components").path("intake");
		JsonNode told = intake.path("details");
		return intake.path("status").asString().equals("DOWN") && told.path("notRead").size() == 1
				&& told.path("notRead").has(topic + "-0") && told.path("notClaimed").isEmpty()
				&& told.path("heldBackAt").isEmpty() && !told.has("heldBack") && !told.has("notPublished");
	}

	/** Waits until a process says that it is not well, and why. */
	void awaitDown(HubProcess process, String... why) {
		Awaitility.await("a process says why it is down")
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.untilAsserted(() -> assertThat(process.health()).contains("\"status\":\"DOWN\"").containsAnyOf(why));
	}

	void until(String what, Callable<Boolean> holds) {
		Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).ignoreExceptions().until(holds);
	}

	/** Lets time pass. */
	void pass(Duration time) {
		Awaitility.await().pollDelay(time).atMost(time.plus(PATIENCE)).until(() -> true);
	}

	/**
	 * Waits until everything is read and derived, and everybody says that all is well.
	 */
	void rest() throws IOException {
		running();
		this.hub.catchesUp(parked().stream().map(Parked::topic).toArray(String[]::new));
		until("no dirty key is left", () -> number("SELECT count(*) FROM view.dirty") == 0);
		until("every rejection is published",
				() -> number("SELECT count(*) FROM hub.rejection WHERE published_offset IS NULL") == 0);
		alive().forEach(this::awaitUp);
	}

	/** From now on this log is not what it was. */
	void parks(Parked log) {
		this.parked = log;
	}

	/** The log that must not be read on. */
	Optional<Parked> parked() {
		return Optional.ofNullable(this.parked);
	}

	/** Records read of the agencies' logs so far. */
	long read() {
		return number("SELECT coalesce(sum(next_offset), 0) FROM hub.log WHERE agency IS NOT NULL");
	}

	/** How often logs were claimed. */
	long claims() {
		return number("SELECT coalesce(sum(epoch), 0) FROM hub.log");
	}

	long number(String query) {
		return sql().sql(query).query(Long.class).single();
	}

	/** Kills all processes. */
	void killAll() {
		alive().forEach(HubProcess::kill);
	}

	/** Ends all processes in order. */
	void stopAll() {
		alive().forEach(HubProcess::stop);
	}

	Duration minute() {
		return this.minute;
	}

	Platform platform() {
		return this.agencies.platform();
	}

	Random chance() {
		return this.chance;
	}

	Agencies agencies() {
		return this.agencies;
	}

	HubUnderTest hub() {
		return this.hub;
	}

	DatabaseInFront line() {
		return this.line;
	}

	RegistryInFront registry() {
		return this.registry;
	}

	Gates gates() {
		return this.gates;
	}

	Workload workload() {
		return this.workload;
	}

	SnapshotReader reader() {
		return this.reader;
	}

	JdbcClient sql() {
		return this.hub.sql();
	}

	/** Whatever became of them, all parts run afterwards: the next scene needs them. */
	@Override
	public void close() throws SQLException {
		killAll();
		this.gates.close();
		this.registry.isBack();
		List.of(PartName.POSTGRESQL, PartName.KAFKA, PartName.REGISTRY).forEach((part) -> {
			this.agencies.platform().part(part).thaw();
			this.agencies.platform().part(part).start();
		});
		this.reader.close();
		this.hub.close();
		this.line.close();
		this.registry.close();
		this.agencies.close();
	}

}
