package org.buranakan.connectors.source.spreadsheet;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How inboxes are watched.
 *
 * @param lookEvery between two looks; a file that two looks find unchanged is complete
 * @param largestUpload the most bytes of a file that is handed in over HTTP
 */
@ConfigurationProperties("buranakan.spreadsheet")
record SpreadsheetSettings(Duration lookEvery, @DefaultValue("64MB") DataSize largestUpload) {

	SpreadsheetSettings {
		if (!lookEvery.isPositive()) {
			throw new IllegalArgumentException("buranakan.spreadsheet.look-every is longer than nothing");
		}
		if (largestUpload.toBytes() < 1) {
			throw new IllegalArgumentException("buranakan.spreadsheet.largest-upload cannot be " + largestUpload);
		}
	}

}
