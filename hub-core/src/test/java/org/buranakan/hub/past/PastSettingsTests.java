package org.buranakan.hub.past;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class PastSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of("hub.past.kept", "1", "hub.past.builds", "2", "hub.past.all-builds", "4")))
			.isEqualTo(new PastSettings(1, 2, 4));
	}

	@Test
	void nothingMustBeSet() {
		assertThat(bind(Map.of())).isEqualTo(new PastSettings(3, 20, 60));
	}

	private static PastSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("hub.past", PastSettings.class);
	}

}
