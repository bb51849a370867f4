package org.buranakan.connectors.source.push;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PushSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of("buranakan.push.largest-request", "2KB", "buranakan.push.most-items", "7")))
			.isEqualTo(new PushSettings(DataSize.ofKilobytes(2), 7));
	}

	@Test
	void onlyTheLargestRequestMustBeSet() {
		assertThat(bind(Map.of("buranakan.push.largest-request", "2KB")).mostItems()).isEqualTo(10_000);
	}

	@Test
	void noItemsAtAllAreNoLimit() {
		assertThatThrownBy(() -> new PushSettings(DataSize.ofKilobytes(2), 0))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private static PushSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bind("buranakan.push", PushSettings.class)
			.get();
	}

}
