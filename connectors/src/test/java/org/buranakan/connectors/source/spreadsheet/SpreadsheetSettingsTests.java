package org.buranakan.connectors.source.spreadsheet;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetSettingsTests {

	@Test
	void everyPropertyCanBeSet() {
		assertThat(new Binder(new MapConfigurationPropertySource(
				Map.of("buranakan.spreadsheet.look-every", "250ms", "buranakan.spreadsheet.largest-upload", "3MB")))
			.bind("buranakan.spreadsheet", SpreadsheetSettings.class)
			.get()).isEqualTo(new SpreadsheetSettings(Duration.ofMillis(250), DataSize.ofMegabytes(3)));
	}

}
