package org.buranakan.hub.cut;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the cuts.
 *
 * @param cadence how long after a cut the next is taken, provided that some log has moved
 * @param onDemand how many a client may have taken in an hour
 * @param allOnDemand how many all clients together may
 */
@ConfigurationProperties("hub.cuts")
record CutSettings(@DefaultValue("1h") Duration cadence, @DefaultValue("20") int onDemand,
		@DefaultValue("60") int allOnDemand) {

	CutSettings {
		if (!cadence.isPositive()) {
			throw new IllegalArgumentException("hub.cuts.cadence cannot be " + cadence);
		}
		if (onDemand < 1 || allOnDemand < 1) {
			throw new IllegalArgumentException("hub.cuts: on-demand and all-on-demand cannot be below 1");
		}
	}

}
