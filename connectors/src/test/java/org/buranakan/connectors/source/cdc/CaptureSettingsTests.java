package org.buranakan.connectors.source.cdc;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class CaptureSettingsTests {

	private static final URI CONNECT = URI.create("http://connect:8083");

	private static final URI DATABASE = URI.create("postgresql://codi:5432/projects");

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of("codi.connect", CONNECT.toString(), "codi.database", DATABASE.toString(),
				"codi.credentials", "/secrets/codi", "codi.publication", "hub", "codi.slot", "hub_codi",
				"codi.heartbeat", "3s", "codi.patience", "2s", "codi.verify", "4h")))
			.isEqualTo(new CaptureSettings(CONNECT, DATABASE, "/secrets/codi", "hub", "hub_codi", Duration.ofSeconds(3),
					Duration.ofSeconds(2), Duration.ofHours(4)));
	}

	@Test
	void whatIsNotSetHasItsDefault() {
		assertThat(bind(Map.of("codi.connect", CONNECT.toString(), "codi.database", DATABASE.toString(),
				"codi.credentials", "/secrets/codi")))
			.isEqualTo(new CaptureSettings(CONNECT, DATABASE, "/secrets/codi", "buranakan", null,
					Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofDays(1)));
	}

	private static CaptureSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bind("codi", CaptureSettings.class).get();
	}

}
