package org.buranakan.connectors.hosting;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectorsSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		// When
		ConnectorsSettings.Agency agency = new Binder(new MapConfigurationPropertySource(Map.of("it.agencies[0].id",
				"codi", "it.agencies[0].profile", "classpath:profiles/codi.yml", "it.agencies[0].credentials", "/c",
				"it.agencies[0].inbox", "/i", "it.agencies[0].token", "/t")))
			.bind("it", ConnectorsSettings.class)
			.get()
			.agencies()
			.getFirst();
		// Then
		assertThat(agency.agency().value()).isEqualTo("codi");
		assertThat(agency.profile().getFilename()).isEqualTo("codi.yml");
		assertThat(List.of(agency.credentials(), String.valueOf(agency.inbox()), String.valueOf(agency.token())))
			.hasToString("[/c, /i, /t]");
	}

	@Test
	void anAgencyIsNamedOnceAndOneIsNamed() {
		// Given
		ConnectorsSettings.Agency codi = new ConnectorsSettings.Agency("codi", new ByteArrayResource(new byte[0]),
				Path.of("/c"), null, null);
		// When, Then
		assertThatThrownBy(() -> new ConnectorsSettings(List.of(codi, codi)))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new ConnectorsSettings(List.of())).isInstanceOf(IllegalArgumentException.class);
	}

}
