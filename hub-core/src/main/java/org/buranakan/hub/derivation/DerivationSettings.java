package org.buranakan.hub.derivation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the derivation.
 *
 * @param pause how long to rest when nothing is dirty
 * @param patience how long to rest after a pass that failed
 * @param changesKept how long the stream of changes can be resumed: older changes are
 * forgotten
 */
@ConfigurationProperties("hub.derivation")
record DerivationSettings(@DefaultValue("100ms") Duration pause, @DefaultValue("2s") Duration patience,
		@DefaultValue("7d") Duration changesKept) {

	DerivationSettings {
		if (!pause.isPositive() || !patience.isPositive() || !changesKept.isPositive()) {
			throw new IllegalArgumentException("hub.derivation: pause, patience and changes-kept must be positive");
		}
	}

}
