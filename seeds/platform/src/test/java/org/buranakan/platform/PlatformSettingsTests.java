package org.buranakan.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlatformSettingsTests {

	@Test
	void defaultsAreThoseThatOthersRelyOn() {
		// When
		PlatformSettings settings = bind(Map.of());
		// Then
		assertThat(settings).isEqualTo(PlatformSettings.of(Path.of(".buranakan"), Ports.DEFAULT, List.of()));
		assertThat(settings.data()).isAbsolute();
	}

	@Test
	void everythingCanBeSet() {
		// When
		PlatformSettings settings = bind(Map.ofEntries(Map.entry("buranakan.platform.data", "/tmp/elsewhere"),
				Map.entry("buranakan.platform.ports.registry", "1001"),
				Map.entry("buranakan.platform.ports.registry-health", "1002"),
				Map.entry("buranakan.platform.ports.kafka", "1003"),
				Map.entry("buranakan.platform.ports.kafka-controller", "1004"),
				Map.entry("buranakan.platform.ports.postgresql", "1005"),
				Map.entry("buranakan.platform.ports.connect", "1006"),
				Map.entry("buranakan.platform.ports.hub-connect", "1007"),
				Map.entry("buranakan.platform.databases", "one,two"),
				Map.entry("buranakan.platform.principals", "three"),
				Map.entry("buranakan.platform.limits.patience", "7s"),
				Map.entry("buranakan.platform.limits.minimum-free", "8MB")));
		// Then
		assertThat(settings).isEqualTo(new PlatformSettings(Path.of("/tmp/elsewhere"),
				new Ports(1001, 1002, 1003, 1004, 1005, 1006, 1007), List.of("one", "two"), List.of("three"),
				new Limits(Duration.ofSeconds(7), DataSize.ofMegabytes(8))));
	}

	@Test
	void twoPartsCannotShareAPort() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Ports(8081, 8081, 1, 2, 3, 4, 5))
			.withMessageContaining("8081");
	}

	private static PlatformSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("buranakan.platform",
				PlatformSettings.class);
	}

}
