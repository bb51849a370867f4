package org.buranakan.hub.finding;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiringTests {

	@ParameterizedTest
	@CsvSource({ "100, 50, 0.5, false", "100, 51, 0.51, true", "19, 19, 1, false", "20, 60, 1, true",
			"0, 0, 0, false" })
	void aRuleThatObjectsToMoreThanHalfOfEnoughIsSuspect(long lookedAt, long found, double share, boolean suspect) {
		Firing firing = new Firing("join-up", lookedAt, found, 7, Instant.EPOCH);
		assertThat(firing.share()).isEqualTo(share);
		assertThat(firing.suspect()).isEqualTo(suspect);
	}

}
