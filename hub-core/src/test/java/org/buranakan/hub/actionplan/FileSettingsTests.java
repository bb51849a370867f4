package org.buranakan.hub.actionplan;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class FileSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of("hub.files.at-once", "2", "hub.files.patience", "1s", "hub.files.longest", "1m")))
			.isEqualTo(new FileSettings(2, Duration.ofSeconds(1), Duration.ofMinutes(1)));
	}

	@Test
	void nothingMustBeSet() {
		assertThat(bind(Map.of())).isEqualTo(new FileSettings(3, Duration.ofSeconds(5), Duration.ofMinutes(10)));
	}

	private static FileSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("hub.files", FileSettings.class);
	}

}
