package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.buranakan.hub.intake.Duty;
import org.buranakan.hub.intake.Without;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The hub.
 *
 * @param without what was taken from it
 */
record HubContender(String name, Set<Duty> without) implements Contender {

	private static final List<String> OPTIONS = List.of(System.getProperty("hub.options", "-Xmx1g").split(" ", -1));

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/** As it is: until everything is derived, then also a replay. */
	static HubContender whole() {
		return new HubContender("hub, all derived", EnumSet.noneOf(Duty.class));
	}

	/** Its intake: history, positions, ownership and guards. */
	static HubContender intake() {
		return new HubContender("hub", EnumSet.of(Duty.DERIVATION));
	}

	/** Its intake without something else as well. */
	static HubContender without(Duty duty) {
		return new HubContender("hub without " + duty, EnumSet.of(Duty.DERIVATION, duty));
	}

	@Override
	public Effort take(Backlog backlog) throws Exception {
		try (HubUnderTest hub = new HubUnderTest(backlog.agencies())
			.with("spring.main.sources", Without.class.getName())
			.with("without", this.without.stream().map(Duty::name).collect(Collectors.joining(",")));
				HubProcess process = HubProcess.startCold(hub.properties(), OPTIONS)) {
			JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(hub.database().url(),
					hub.database().owner().user(), hub.database().owner().password(), true));
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(10))
				.ignoreExceptions()
				.until(() -> sql.sql("SELECT count(*) FROM hub.log WHERE topic = ANY (:topics) AND epoch > 0")
					.param("topics", backlog.topics().toArray(String[]::new))
					.query(Long.class)
					.single() == backlog.topics().size());
			Effortmeter meter = new Effortmeter(hub.database(), process.handle());
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(100))
				.until(() -> meter.isRead(backlog) || !process.isAlive());
			Effort read = meter.of(backlog.all());
			assertThat(meter.isRead(backlog)).isTrue();
			if (backlog.postings() > 0) {
				backlog.isIn(hub.database(), "view.posting", "id", "amount_satang");
			}
			if (this.without.contains(Duty.DERIVATION)) {
				process.stop();
				return read;
			}
			hub.drains();
			Effort derived = meter.of(backlog.all());
			System.out.printf(
					"= hub: all was read after %.2f of the time; a replay folds %.2f times as fast as it was read%n",
					derived.rate() / read.rate(), backlog.all() / replay(process) / read.rate());
			process.stop();
			return derived;
		}
	}

	/** How many seconds a replay of everything folds. */
	private static double replay(HubProcess process) throws IOException {
		String id = JsonMapper.shared().readTree(process.ask("POST", "/api/v1/replays").body()).path("id").asString();
		JsonNode ended = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> JsonMapper.shared().readTree(process.ask("GET", "/api/v1/replays/" + id).body()),
					(state) -> !state.path("endedAt").isMissingNode());
		assertThat(ended.path("state").asString()).isEqualTo("EQUAL");
		return Duration.parse(ended.path("result").path("folding").asString()).toNanos() / 1e9;
	}

}
