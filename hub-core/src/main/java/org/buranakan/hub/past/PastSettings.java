package org.buranakan.hub.past;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is read as it was.
 *
 * @param kept of how many cuts the view is kept; each takes as much of the disk as the
 * live view
 */
@ConfigurationProperties("hub.past")
record PastSettings(@DefaultValue("3") int kept) {

	PastSettings {
		if (kept < 1) {
			throw new IllegalArgumentException("hub.past.kept cannot be " + kept);
		}
	}

}
