package org.buranakan.connectors.source.push;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How pushes are taken.
 *
 * @param largestRequest the most bytes of a body; more is answered with 413
 */
@ConfigurationProperties("buranakan.push")
record PushSettings(DataSize largestRequest) {

	PushSettings {
		if (largestRequest.toBytes() < 1 || largestRequest.toBytes() > Integer.MAX_VALUE - 8) {
			throw new IllegalArgumentException("buranakan.push.largest-request cannot be " + largestRequest);
		}
	}

}
