package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;

/**
 * How fast the hub takes a backlog of postings to committed facts. No test: its figures
 * are for people. <pre>
 * mvn test -pl hub-core -am -Dtest=IntakeBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class IntakeBenchmark {

	private static final int EVENTS = Integer.getInteger("events", 500_000);

	private static final int ROUNDS = Integer.getInteger("rounds", 3);

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@Test
	void aBacklogIsRead() throws IOException {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "one")) {
			String agency = agencies.names().getFirst();
			long bytes = new FlatPostings(agencies, agency).publish(EVENTS);
			System.out.printf("= %,d postings of %d bytes%n", EVENTS, bytes / EVENTS);
			for (int round = 1; round <= ROUNDS; round++) {
				System.out.printf("= hub, cold: %,.0f events/s%n", hub(agencies, "agency." + agency + ".budget"));
			}
		}
	}

	private static double hub(Agencies agencies, String topic) throws IOException {
		try (HubUnderTest hub = new HubUnderTest(agencies);
				HubProcess process = HubProcess.start(hub.properties(),
						List.of(System.getProperty("options", "-Xmx1g").split(",", -1)))) {
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(10))
				.ignoreExceptions()
				.until(() -> hub.sql()
					.sql("SELECT epoch FROM hub.log WHERE topic = :topic")
					.param("topic", topic)
					.query(Long.class)
					.single() > 0);
			long start = System.nanoTime();
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(20))
				.until(() -> hub.positions().getOrDefault(topic, 0L) >= EVENTS || !process.isAlive());
			return EVENTS / (Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
		}
	}

}
