package org.buranakan.hub.guarantee;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.buranakan.platform.Database;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast the hub takes a backlog of postings to committed facts, beside a loop written
 * by hand for nothing else, in turns, each in a JVM of its own that has not warmed up.
 * Same topic, same PostgreSQL. The hub also judges, hashes, derives and tells readers. No
 * test: its figures are for people. <pre>
 * mvn test -pl hub-core -am -Dtest=IntakeBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class IntakeBenchmark {

	private static final int EVENTS = Integer.getInteger("events", 1_000_000);

	private static final int KEYS = Integer.getInteger("keys", EVENTS);

	private static final int ROUNDS = Integer.getInteger("rounds", 5);

	private static final List<String> OPTIONS = List.of(System.getProperty("hub.options", "-Xmx1g").split(" "));

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@Test
	void aBacklogIsRead() throws Exception {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "one")) {
			String agency = agencies.names().getFirst();
			long bytes = new FlatPostings(agencies, agency).publish(EVENTS, KEYS);
			System.out.printf("= %,d records of %d bytes, of %,d postings%n", EVENTS, bytes / EVENTS, KEYS);
			String topic = "agency." + agency + ".budget";
			List<Double> ours = new ArrayList<>();
			List<Double> bare = new ArrayList<>();
			for (int round = 1; round <= ROUNDS; round++) {
				bare.add(bare(agencies, topic));
				ours.add(hub(agencies, topic));
				System.out.printf("= round %d: bare loop with history %,.0f events/s, hub %,.0f events/s, ratio %.2f%n",
						round, bare.getLast(), ours.getLast(), ours.getLast() / bare.getLast());
			}
			System.out.printf("= medians: bare loop %,.0f events/s, hub %,.0f events/s, ratio %.2f%n", median(bare),
					median(ours), median(ours) / median(bare));
		}
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

	private static double hub(Agencies agencies, String topic) throws IOException {
		try (HubUnderTest hub = new HubUnderTest(agencies);
				HubProcess process = HubProcess.start(hub.properties(), OPTIONS)) {
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
				.pollInterval(Duration.ofMillis(100))
				.until(() -> hub.positions().getOrDefault(topic, 0L) >= EVENTS || !process.isAlive());
			double seconds = (System.nanoTime() - start) / 1e9;
			hub.drains();
			double drained = (System.nanoTime() - start) / 1e9;
			System.out.printf("= hub: facts after %.1f s, all derived after %.1f s%n", seconds, drained);
			assertThat(hub.sql().sql("SELECT count(*) FROM posting").query(Long.class).single()).isEqualTo(KEYS);
			process.stop();
			return EVENTS / seconds;
		}
	}

	private static double bare(Agencies agencies, String topic) throws IOException, InterruptedException {
		Database database = agencies.platform().newDatabase();
		Map<String, Object> client = agencies.superuser();
		Process loop = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
				"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				BareLoop.class.getName(), JsonMapper.shared().writeValueAsString(client), database.url(),
				database.owner().user(), database.owner().password(), topic, String.valueOf(EVENTS), "20000")
			.redirectError(ProcessBuilder.Redirect.appendTo(new File("target/bare-loop.log")))
			.start();
		String said = loop.inputReader(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.startsWith("= "))
			.findFirst()
			.orElse("");
		assertThat(loop.waitFor()).as("the bare loop: see target/bare-loop.log").isZero();
		return Double.parseDouble(said.substring(2));
	}

}
