package org.buranakan.connectors.access;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccessSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of("buranakan.access.body-grace", "2s", "buranakan.access.items-per-minute", "7",
				"buranakan.access.requests-per-minute", "60", "buranakan.access.token-life", "3s")))
			.isEqualTo(new AccessSettings(Duration.ofSeconds(2), 7, 60, Duration.ofSeconds(3)));
	}

	@Test
	void nothingMustBeSet() {
		assertThat(bind(Map.of()))
			.isEqualTo(new AccessSettings(Duration.ofSeconds(30), 60_000, 3_000, Duration.ofMinutes(10)));
	}

	@Test
	void noTimeAndNoItemsAtAllAreNoLimits() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new AccessSettings(Duration.ZERO, 7, 60, Duration.ofSeconds(3)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new AccessSettings(Duration.ofSeconds(2), 0, 60, Duration.ofSeconds(3)));
	}

	@Test
	void aTokenThatNeverLivesIsNone() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new AccessSettings(Duration.ofSeconds(2), 7, 60, Duration.ZERO));
	}

	private static AccessSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("buranakan.access",
				AccessSettings.class);
	}

}
