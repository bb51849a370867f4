package org.buranakan.hub.guarantee;

import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant 1: every record that a log holds was applied, stale or rejected. */
class AccountedIT {

	@Test
	void everyRecordIsAccountedForAndTheFactsAreTheOracles() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "one", "two");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			for (String agency : agencies.names()) {
				Renamed.events(agency, 2_000, 11, new Disturbance(30, 30, 30)).forEach(agencies::publish);
			}
			agencies.flush();
			// When
			hub.start().catchesUp();
			// Then
			hub.isTheOracles();
			assertThat(hub.counts().values()).anySatisfy((count) -> assertThat(count.stale()).isPositive())
				.anySatisfy((count) -> assertThat(count.rejected()).isPositive());
		}
	}

}
