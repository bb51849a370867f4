package org.buranakan.hub.past;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is read as it was.
 *
 * @param kept of how many cuts the view is kept; each takes as much of the disk as the
 * live view
 * @param builds how many views a client may have built in an hour
 * @param allBuilds how many all clients together may
 */
@ConfigurationProperties("hub.past")
record PastSettings(@DefaultValue("3") int kept, @DefaultValue("20") int builds, @DefaultValue("60") int allBuilds) {

	PastSettings {
		if (kept < 1 || builds < 1 || allBuilds < 1) {
			throw new IllegalArgumentException("hub.past: kept, builds and all-builds cannot be below 1");
		}
	}

}
