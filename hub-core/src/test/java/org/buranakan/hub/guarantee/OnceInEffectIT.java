package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.buranakan.hub.oracle.Oracle;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant 2: whatever happens to the hub, every record has its effect once. */
class OnceInEffectIT {

	private static final int KILLS = 3;

	private static final int EVENTS = 6_000;

	/** A whole start of a process, on a machine that is busy with other tests. */
	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private final long seed = Long.getLong("buranakan.seed", System.nanoTime());

	private final Random chance = new Random(this.seed);

	@Test
	void aHubThatIsKilledInTheMiddleOfIngestEndsWhereTheOracleEnds() throws IOException {
		LoggerFactory.getLogger(OnceInEffectIT.class).info("Kills follow -Dburanakan.seed={}", this.seed);
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "killed");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			hub.with("spring.kafka.consumer.max-poll-records", 20);
			Renamed.events(agencies.names().getFirst(), EVENTS, 21, new Disturbance(20, 20, 20))
				.forEach(agencies::publish);
			agencies.flush();
			long alreadyRead = 0;
			for (int kill = 1; kill <= KILLS; kill++) {
				try (HubProcess process = HubProcess.start(hub.properties())) {
					alreadyRead = reads(hub, process, alreadyRead + 1 + this.chance.nextInt(EVENTS / KILLS));
				}
			}
			assertThat(alreadyRead).as("killed before the end").isLessThan(EVENTS);
			// When
			hub.with("spring.kafka.consumer.max-poll-records", 5_000).start().catchesUp();
			// Then
			hub.isTheOracles();
		}
	}

	@Test
	void aCopyOfOldRecordsResurrectsNothing() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "copied");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			List<SpecificRecord> events = new ArrayList<>();
			Renamed.events(agencies.names().getFirst(), 600, 22, Disturbance.NONE).forEach(events::add);
			events.forEach(agencies::publish);
			agencies.flush();
			hub.start().catchesUp();
			hub.drains();
			Map<String, List<List<@Nullable String>>> before = hub.derived();
			// When
			events.forEach(agencies::publish);
			agencies.flush();
			hub.catchesUp();
			// Then
			hub.drains();
			assertThat(hub.derived()).isEqualTo(before);
			assertThat(hub.counts().values().stream().mapToLong(Oracle.Count::stale).sum())
				.isGreaterThanOrEqualTo(events.size());
			hub.isTheOracles();
		}
	}

	/** Waits until the process has read that many of the agency's records. */
	private static long reads(HubUnderTest hub, HubProcess process, long wanted) {
		return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(() -> {
			assertThat(process.isAlive()).isTrue();
			return ofAgencies(hub.positions());
		}, (read) -> read >= wanted);
	}

	private static long ofAgencies(Map<String, Long> positions) {
		return positions.entrySet()
			.stream()
			.filter((position) -> position.getKey().startsWith("agency."))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

}
