package org.buranakan.hub.intake;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class IntakeSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of("hub.intake.registry", "http://registry:8081", "hub.intake.group", "hub.second",
				"hub.intake.agencies", "codi", "hub.intake.actors", "auditor", "hub.intake.inspect-every", "5m",
				"hub.intake.replay-memory", "8MB")))
			.isEqualTo(new IntakeSettings(URI.create("http://registry:8081"), "hub.second", "codi", "auditor",
					Duration.ofMinutes(5), DataSize.ofMegabytes(8)));
	}

	@Test
	void onlyTheRegistryMustBeSet() {
		assertThat(bind(Map.of("hub.intake.registry", "http://registry:8081")).group()).isEqualTo("hub-intake");
	}

	private static IntakeSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bind("hub.intake", IntakeSettings.class)
			.get();
	}

}
