package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invariant 2 with two processes of one hub: whichever dies, the other ends where the
 * oracle ends.
 */
class TakeoverIT {

	private static final int EVENTS = 2_000;

	/** A whole start of a process, on a machine that is busy with other tests. */
	private static final Duration PATIENCE = Duration.ofMinutes(4);

	@Test
	void theLogsOfAKilledProcessGoToTheOtherAndEveryRecordHasItsEffectOnce() throws IOException {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "one", "two");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			hub.with("spring.kafka.consumer.max-poll-records", 10);
			try (HubProcess first = HubProcess.start(hub.properties())) {
				awaits(first, () -> epochs(hub) >= logs(hub) && logs(hub) > 14);
				long claimedByFirst = epochs(hub);
				try (HubProcess second = HubProcess.start(hub.properties())) {
					awaits(second, () -> epochs(hub) > claimedByFirst + 5);
					publish(agencies);
					awaits(second, () -> read(hub) > 100);
					// When
					first.kill();
					assertThat(read(hub)).as("killed before the end").isLessThan(2 * EVENTS);
					// Then
					hub.catchesUp();
					assertThat(second.isAlive()).isTrue();
				}
			}
			hub.start().catchesUp();
			hub.drains();
			hub.isTheOracles();
		}
	}

	private static void publish(Agencies agencies) {
		for (String agency : agencies.names()) {
			List<SpecificRecord> events = Renamed.events(agency, EVENTS, 51, new Disturbance(20, 20, 20)).toList();
			events.forEach(agencies::publish);
		}
		agencies.flush();
	}

	private static void awaits(HubProcess process, BooleanSupplier condition) {
		Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(() -> {
			assertThat(process.isAlive()).isTrue();
			return condition.getAsBoolean();
		});
	}

	private static long read(HubUnderTest hub) {
		return hub.positions()
			.entrySet()
			.stream()
			.filter((position) -> position.getKey().startsWith("agency."))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	/** How often logs were claimed. */
	private static long epochs(HubUnderTest hub) {
		return number(hub, "SELECT sum(epoch) FROM hub.log WHERE epoch > 0");
	}

	private static long logs(HubUnderTest hub) {
		return number(hub, "SELECT count(*) FROM hub.log WHERE epoch > 0");
	}

	private static long number(HubUnderTest hub, String statement) {
		return hub.sql().sql(statement).query(Long.class).single();
	}

}
