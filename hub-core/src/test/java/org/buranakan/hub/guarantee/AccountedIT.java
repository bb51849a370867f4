package org.buranakan.hub.guarantee;

import java.util.Map;
import java.util.TreeMap;

import org.buranakan.hub.oracle.Oracle;
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
			Oracle oracle = Oracle.read(agencies.superuser(), agencies.registry(), agencies.pattern());
			assertThat(counts(hub)).isEqualTo(oracle.counts());
			assertThat(oracle.counts().values()).anySatisfy((count) -> assertThat(count.stale()).isPositive())
				.anySatisfy((count) -> assertThat(count.rejected()).isPositive());
			assertThat(hub.fingerprint().facts()).isEqualTo(oracle.fingerprint());
		}
	}

	static Map<String, Oracle.Count> counts(HubUnderTest hub) {
		Map<String, Oracle.Count> counts = new TreeMap<>();
		hub.sql()
			.sql("SELECT topic, received, applied, stale, rejected FROM hub.log WHERE received > 0")
			.query((row) -> {
				counts.put(row.getString(1),
						new Oracle.Count(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
			});
		return counts;
	}

}
