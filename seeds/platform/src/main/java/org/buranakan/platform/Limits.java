package org.buranakan.platform;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When the platform gives up.
 *
 * @param patience how long a part may take to answer
 * @param minimumFree the space the disk must have at the start
 */
public record Limits(@DefaultValue("3m") Duration patience, @DefaultValue("1GB") DataSize minimumFree) {

	/** What a developer's machine can be expected to give. */
	public static final Limits DEFAULT = new Limits(Duration.ofMinutes(3), DataSize.ofGigabytes(1));

	public Limits {
		if (patience.isNegative() || patience.isZero()) {
			throw new IllegalArgumentException("Patience must be positive: " + patience);
		}
	}

}
