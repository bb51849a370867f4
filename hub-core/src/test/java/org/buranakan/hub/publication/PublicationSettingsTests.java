package org.buranakan.hub.publication;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class PublicationSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of("hub.publication.connect", "http://connect:8084", "hub.publication.credentials",
				"/etc/hub.properties")))
			.isEqualTo(new PublicationSettings(URI.create("http://connect:8084"), "/etc/hub.properties"));
	}

	@Test
	void nothingNeedsToBeSet() {
		assertThat(bind(Map.of())).isEqualTo(new PublicationSettings(null, null));
	}

	@Test
	void aWorkerWithoutALoginIsRefused() {
		assertThatException().isThrownBy(() -> bind(Map.of("hub.publication.connect", "http://connect:8084")))
			.satisfies((ex) -> assertThat(NestedExceptionUtils.getMostSpecificCause(ex))
				.hasMessageContaining("go together"));
	}

	private static PublicationSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("hub.publication",
				PublicationSettings.class);
	}

}
