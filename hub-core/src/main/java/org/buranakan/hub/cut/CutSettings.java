package org.buranakan.hub.cut;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the cuts.
 *
 * @param cadence how long after a cut the next is taken, provided that some log has moved
 */
@ConfigurationProperties("hub.cuts")
record CutSettings(@DefaultValue("1h") Duration cadence) {

	CutSettings {
		if (!cadence.isPositive()) {
			throw new IllegalArgumentException("hub.cuts.cadence cannot be " + cadence);
		}
	}

}
