package org.buranakan.hub.guarantee;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

/** The hub: history, ownership and guards, and what is derived. */
final class HubContender implements Contender {

	private static final List<String> OPTIONS = List.of(System.getProperty("hub.options", "-Xmx1g").split(" "));

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
				.until(() -> isRead(hub.positions(), backlog) || !process.isAlive());
			Effort effort = meter.of(backlog.all());
			hub.drains();
			System.out.printf("= hub: all derived after %.2f times as long%n",
					effort.rate() / meter.of(backlog.all()).rate());
			backlog.isIn(hub.database(), "view.posting", "id", "amount_satang");
			process.stop();
			return effort;
		}
	}

	private static boolean isRead(Map<String, Long> positions, Backlog backlog) {
		return backlog.topics().stream().allMatch((topic) -> positions.getOrDefault(topic, 0L) >= backlog.events());
	}

}
