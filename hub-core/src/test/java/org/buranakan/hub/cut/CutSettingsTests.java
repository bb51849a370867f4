package org.buranakan.hub.cut;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class CutSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of("hub.cuts.cadence", "1d", "hub.cuts.on-demand", "2", "hub.cuts.all-on-demand", "4")))
			.isEqualTo(new CutSettings(Duration.ofDays(1), 2, 4));
	}

	@Test
	void nothingMustBeSet() {
		assertThat(bind(Map.of())).isEqualTo(new CutSettings(Duration.ofHours(1), 20, 60));
	}

	private static CutSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("hub.cuts", CutSettings.class);
	}

}
