package org.buranakan.hub.overview;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the stream of changes.
 *
 * @param poll how often new changes are looked for
 * @param heartbeat how often a quiet stream says that it is alive
 * @param clients how many streams may be open at once; the next is told to come back
 * later
 */
@ConfigurationProperties("hub.stream")
record StreamSettings(@DefaultValue("200ms") Duration poll, @DefaultValue("15s") Duration heartbeat,
		@DefaultValue("200") int clients) {

	StreamSettings {
		if (poll.toMillis() < 1 || heartbeat.toMillis() < 1 || clients < 1) {
			throw new IllegalArgumentException("hub.stream: poll, heartbeat and clients must be positive");
		}
	}

}
