package org.buranakan.hub.command;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UuidV7Tests {

	@Test
	void itCarriesItsMillisecondAndIsUnlikeAnother() {
		Instant at = Instant.parse("2026-01-24T09:00:00.123Z");
		UUID one = UuidV7.random(at);
		assertThat(UuidV7.instant(one)).isEqualTo(at);
		assertThat(one.version()).isEqualTo(7);
		assertThat(one.variant()).isEqualTo(2);
		assertThat(UuidV7.random(at)).isNotEqualTo(one);
	}

	@Test
	void anIdWithoutATimeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> UuidV7.instant(UUID.randomUUID()));
	}

}
