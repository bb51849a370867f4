package org.buranakan.hub.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.oracle.Oracle;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant 2: whatever happens to the hub, every record has its effect once. */
class OnceInEffectIT {

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

}
