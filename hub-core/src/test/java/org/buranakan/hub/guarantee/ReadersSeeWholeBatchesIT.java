package org.buranakan.hub.guarantee;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.awaitility.Awaitility;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant 7: whoever reads sees facts, positions and history of the same batches. */
class ReadersSeeWholeBatchesIT {

	private static final int EVENTS = 3_000;

	/** What one statement, hence one snapshot, sees. */
	private static final String SIGHT = """
			SELECT (SELECT coalesce(sum(received), 0) FROM hub.log) AS received, (SELECT count(*) FROM hub.history) AS history,
				(SELECT coalesce(sum(rejected), 0) FROM hub.log) = (SELECT count(*) FROM hub.rejection) AS rejections,
				(SELECT count(*) FROM plan) + (SELECT count(*) FROM activity) + (SELECT count(*) FROM posting) AS rows,
				(SELECT count(DISTINCT entity_id) FROM hub.history JOIN hub.log ON log.id = log_id
					WHERE family IN ('plan', 'activity', 'budget') AND outcome = 'APPLIED') AS entities
			""";

	@Test
	void noReaderEverSeesHalfABatch() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "watched");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			hub.with("spring.kafka.consumer.max-poll-records", 50);
			Renamed.events(agencies.names().getFirst(), EVENTS, 51, new Disturbance(20, 20, 20))
				.forEach(agencies::publish);
			agencies.flush();
			Set<Long> seen = new HashSet<>();
			// When
			hub.start();
			// Then
			Awaitility.await()
				.atMost(HubUnderTest.PATIENCE)
				.pollInterval(Duration.ofMillis(5))
				.until(() -> sees(hub, seen) >= EVENTS);
			assertThat(seen).as("different moments").hasSizeGreaterThan(3);
		}
	}

	private static long sees(HubUnderTest hub, Set<Long> seen) {
		return hub.sql().sql(SIGHT).query((row, number) -> {
			assertThat(row.getLong("history")).isEqualTo(row.getLong("received"));
			assertThat(row.getBoolean("rejections")).isTrue();
			assertThat(row.getLong("rows")).isEqualTo(row.getLong("entities"));
			seen.add(row.getLong("received"));
			return row.getLong("received");
		}).single();
	}

}
