package org.buranakan.hub.intake;

import java.util.Map;

import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Whether the consumer reaches Kafka: a poll that returns nothing does not tell, but no
 * heartbeat leaves while the group's coordinator is not to be had.
 */
enum Reach {

	/** No heartbeat was due yet. */
	UNKNOWN,

	REACHED,

	LOST;

	static final String WHY_LOST = "Kafka's group coordinator has not been reached for ten seconds";

	/** A heartbeat is due every three seconds. */
	private static final double LONGEST_SECONDS = 10;

	/** What the consumer's own meters say. */
	static Reach of(Map<MetricName, ? extends Metric> metrics) {
		return metrics.entrySet()
			.stream()
			.filter((metric) -> metric.getKey().name().equals("last-heartbeat-seconds-ago"))
			.findFirst()
			.map((metric) -> of(((Number) metric.getValue().metricValue()).doubleValue()))
			.orElse(UNKNOWN);
	}

	private static Reach of(double secondsAgo) {
		return (secondsAgo < 0) ? UNKNOWN : (secondsAgo <= LONGEST_SECONDS) ? REACHED : LOST;
	}

}
