package org.buranakan.connectors.source.push;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pushes are taken.
 *
 * @param largestRequest the most bytes of a body; more is answered with 413
 * @param mostItems the most items of a body
 */
@ConfigurationProperties("buranakan.push")
record PushSettings(DataSize largestRequest, @DefaultValue("10000") int mostItems) {

	PushSettings {
		if (mostItems < 1) {
			throw new IllegalArgumentException("buranakan.push.most-items cannot be " + mostItems);
		}
		if (largestRequest.toBytes() < 1 || largestRequest.toBytes() > Integer.MAX_VALUE - 8) {
			throw new IllegalArgumentException("buranakan.push.largest-request cannot be " + largestRequest);
		}
	}

}
