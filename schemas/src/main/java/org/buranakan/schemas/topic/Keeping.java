package org.buranakan.schemas.topic;

import java.time.Duration;
import java.util.Map;

/** How long a topic keeps its records. */
public enum Keeping {

	/** Nothing is ever removed. */
	FOR_EVER("delete", -1),

	/** The latest record of each key. */
	COMPACTED("compact", -1),

	/** One year. */
	YEAR("delete", Duration.ofDays(365).toMillis()),

	/** Thirty days. */
	MONTH("delete", Duration.ofDays(30).toMillis());

	private final String cleanup;

	private final long millis;

	Keeping(String cleanup, long millis) {
		this.cleanup = cleanup;
		this.millis = millis;
	}

	/** Kafka's topic configuration for it; -1 is without limit. */
	Map<String, String> configuration() {
		return Map.of("cleanup.policy", this.cleanup, "retention.ms", Long.toString(this.millis), "retention.bytes",
				"-1");
	}

}
