package org.buranakan.hub.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the stream of changes.
 *
 * @param poll how often the hub's own table is looked at for new changes
 * @param heartbeat how often a quiet stream says that it is alive
 * @param clients how many streams may be open at once; the next is told to come back
 * later
 * @param kept how many of the newest changes a client may be behind before it is told to
 * read anew; after a restart of the hub an equal share of each log
 */
@ConfigurationProperties("hub.stream")
record StreamSettings(@DefaultValue("200ms") Duration poll, @DefaultValue("15s") Duration heartbeat,
		@DefaultValue("2000") int clients, @DefaultValue("24000") int kept) {

	StreamSettings {
		if (poll.toMillis() < 1 || heartbeat.toMillis() < 1 || clients < 1 || kept < 1) {
			throw new IllegalArgumentException("hub.stream: poll, heartbeat, clients and kept must be positive");
		}
	}

}
