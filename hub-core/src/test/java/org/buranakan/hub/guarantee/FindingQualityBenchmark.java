package org.buranakan.hub.guarantee;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.awaitility.Awaitility;
import org.buranakan.hub.finding.FindingQuality;
import org.buranakan.pilot.nation.Nation;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each rule finds of what is so in a generated nation of 77 provinces, and what it
 * finds that is not so: agencies publish to Kafka, a hub reads and derives, and its
 * findings are compared with what was planted. <pre>
 * mvn test -pl hub-core -am -Dtest=FindingQualityBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre> Other nations: {@code -Dseed=}, {@code -Dprovinces=} (1 to 77),
 * {@code -Devents=}.
 */
class FindingQualityBenchmark {

	private static final int EVENTS = Integer.getInteger("events", 60_000);

	private static final int PROVINCES = Integer.getInteger("provinces", 77);

	private static final long SEED = Long.getLong("seed", new Random().nextInt(1_000_000));

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	@Test
	void whatIsSoIsFoundAndLittleElse() {
		try (Agencies agencies = new Agencies(SharedPlatform.get());
				HubUnderTest hub = new HubUnderTest(agencies).with("hub.intake.inspect-every", "30s")) {
			Nation nation = new Nation(agencies.prefix(), PROVINCES, EVENTS, SEED, agencies::publish);
			long start = System.nanoTime();
			agencies.join(nation.agencies());
			agencies.record(nation.reference(), nation.today());
			nation.tell();
			agencies.flush();
			double told = seconds(start);
			hub.start();
			Awaitility.await().atMost(PATIENCE).ignoreExceptions().pollInterval(Duration.ofSeconds(1)).until(() -> {
				hub.catchesUp();
				return true;
			});
			double read = seconds(start) - told;
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> hub.sql().sql("SELECT NOT EXISTS (SELECT FROM dirty)").query(Boolean.class).single());
			FindingQuality quality = FindingQuality.of(nation, hub.sql());
			System.out.printf(
					"= seed %d, %d provinces, %d agencies, %,d events; published in %.0f s, read in %.0f s, derived in %.0f s more%n",
					SEED, PROVINCES, nation.agencies().size(), published(hub), told, read,
					seconds(start) - told - read);
			System.out.println(quality.table() + quality.examples(4));
			for (String rule : List.of("join-up", "left-out")) {
				assertThat(quality.precision(rule)).as("precision of " + rule).isGreaterThanOrEqualTo(0.95);
				assertThat(quality.recall(rule)).as("recall of " + rule).isGreaterThanOrEqualTo(0.95);
			}
		}
	}

	private static long published(HubUnderTest hub) {
		return hub.counts()
			.entrySet()
			.stream()
			.filter((count) -> count.getKey().startsWith("agency."))
			.mapToLong((count) -> count.getValue().received())
			.sum();
	}

	private static double seconds(long since) {
		return (System.nanoTime() - since) / 1e9;
	}

}
