package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The hub: history, ownership and guards, and what is derived. */
final class HubContender implements Contender {

	private static final List<String> OPTIONS = List.of(System.getProperty("hub.options", "-Xmx1g").split(" ", -1));

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@Override
	public String name() {
		return "hub";
	}

	@Override
	public Effort take(Backlog backlog) throws Exception {
		try (HubUnderTest hub = new HubUnderTest(backlog.agencies());
				HubProcess process = HubProcess.start(hub.properties(), OPTIONS)) {
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(10))
				.ignoreExceptions()
				.until(() -> hub.sql()
					.sql("SELECT count(*) FROM hub.log WHERE topic = ANY (:topics) AND epoch > 0")
					.param("topics", backlog.topics().toArray(String[]::new))
					.query(Long.class)
					.single() == backlog.topics().size());
			Effortmeter meter = new Effortmeter(hub.database(), process.handle());
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(100))
				.until(() -> meter.isRead(backlog) || !process.isAlive());
			Effort effort = meter.of(backlog.all());
			hub.drains();
			System.out.printf("= hub: all derived after %.2f times as long%n",
					effort.rate() / meter.of(backlog.all()).rate());
			backlog.isIn(hub.database(), "view.posting", "id", "amount_satang");
			System.out.printf("= hub: a replay folds %.2f times as fast%n",
					backlog.all() / replay(process) / effort.rate());
			process.stop();
			return effort;
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
