package org.buranakan.connectors.source.cdc;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class CapturePropertiesTests {

	private static final String CODI = "buranakan.capture.agencies.codi.";

	@Test
	void everythingCanBeSet() {
		// When
		CaptureProperties properties = bound(Map.of(CODI + "connect", "http://127.0.0.1:8083", CODI + "database",
				"postgresql://127.0.0.1:15432/codi", CODI + "credentials", "/credentials/codi.properties",
				CODI + "publication", "shared", CODI + "slot", "slot_1", CODI + "heartbeat", "3s", CODI + "patience",
				"4s"));
		// Then
		assertThat(properties.agencies()).containsExactly(Map.entry("codi",
				new CaptureSettings(URI.create("http://127.0.0.1:8083"),
						URI.create("postgresql://127.0.0.1:15432/codi"), "/credentials/codi.properties", "shared",
						"slot_1", Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofDays(1))));
	}

	@Test
	void addressesAndCredentialsAreEnough() {
		// When
		CaptureProperties properties = bound(Map.of(CODI + "connect", "http://127.0.0.1:8083", CODI + "database",
				"postgresql://127.0.0.1:15432/codi", CODI + "credentials", "/credentials/codi.properties"));
		// Then
		assertThat(properties.agencies().values()).singleElement().satisfies((codi) -> {
			assertThat(codi.publication()).isEqualTo("buranakan");
			assertThat(codi.slot()).isNull();
			assertThat(codi.heartbeat()).isEqualTo(Duration.ofSeconds(10));
			assertThat(codi.patience()).isEqualTo(Duration.ofSeconds(1));
		});
	}

	@Test
	void nothingIsCapturedUnlessSaid() {
		assertThat(bound(Map.of()).agencies()).isEmpty();
	}

	private static CaptureProperties bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("buranakan.capture",
				CaptureProperties.class);
	}

}
