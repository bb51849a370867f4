package org.buranakan.connectors.source.spreadsheet;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How inboxes are watched.
 *
 * @param lookEvery between two looks; a file that two looks find unchanged is complete
 */
@ConfigurationProperties("buranakan.spreadsheet")
record SpreadsheetSettings(Duration lookEvery) {

	SpreadsheetSettings {
		if (!lookEvery.isPositive()) {
			throw new IllegalArgumentException("buranakan.spreadsheet.look-every is longer than nothing");
		}
	}

}
