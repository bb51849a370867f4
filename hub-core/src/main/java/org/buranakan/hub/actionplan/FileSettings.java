package org.buranakan.hub.actionplan;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the files that people take away.
 *
 * @param atOnce how many are written at a time; each takes one of the readers'
 * connections
 * @param patience how long whoever comes then waits before being told to come back later
 * @param longest how long writing one may take, however slowly it is read
 */
@ConfigurationProperties("hub.files")
record FileSettings(@DefaultValue("3") int atOnce, @DefaultValue("5s") Duration patience,
		@DefaultValue("10m") Duration longest) {

	FileSettings {
		if (atOnce < 1 || patience.isNegative() || longest.toMillis() < 1) {
			throw new IllegalArgumentException("hub.files: at-once and longest must be positive");
		}
	}

}
