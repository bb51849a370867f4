package org.buranakan.hub.stream;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StreamSettingsTests {

	@Test
	void everyPropertyIsMapped() {
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("hub.stream.poll", "1s",
				"hub.stream.heartbeat", "2s", "hub.stream.clients", "3", "hub.stream.kept", "4")));
		assertThat(binder.bind("hub.stream", StreamSettings.class).get())
			.isEqualTo(new StreamSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), 3, 4));
	}

	@Test
	void whatWouldNeverWorkIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new StreamSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 0));
	}

}
