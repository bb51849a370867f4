package org.buranakan.connectors.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of whom is taken.
 *
 * @param bodyGrace the time before which no pace is asked of a body
 * @param itemsPerMinute what an agency may send in a minute, a sixth of it at once (but
 * 10,000 where that is less); a request counts as one item at least
 * @param requestsPerMinute how often it may hand something in, a sixtieth of that at once
 * @param tokenLife how long an access token is valid
 */
@ConfigurationProperties("buranakan.access")
record AccessSettings(@DefaultValue("30s") Duration bodyGrace, @DefaultValue("60000") int itemsPerMinute,
		@DefaultValue("3000") int requestsPerMinute, @DefaultValue("10m") Duration tokenLife) {

	AccessSettings {
		if (!bodyGrace.isPositive()) {
			throw new IllegalArgumentException("buranakan.access.body-grace cannot be " + bodyGrace);
		}
		if (!tokenLife.isPositive()) {
			throw new IllegalArgumentException("buranakan.access.token-life cannot be " + tokenLife);
		}
		if (itemsPerMinute < 1) {
			throw new IllegalArgumentException("buranakan.access.items-per-minute cannot be " + itemsPerMinute);
		}
		if (requestsPerMinute < 60) {
			throw new IllegalArgumentException("buranakan.access.requests-per-minute cannot be " + requestsPerMinute);
		}
	}

}
