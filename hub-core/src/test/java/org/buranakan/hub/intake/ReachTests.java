package org.buranakan.hub.intake;

import java.util.Map;

import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReachTests {

	@ParameterizedTest
	@CsvSource({ "-1, UNKNOWN", "0, REACHED", "10, REACHED", "11, LOST" })
	void kafkaIsReachedWhileHeartbeatsLeave(double secondsAgo, Reach expected) {
		// When
		Reach reach = Reach.of(heartbeat(secondsAgo));
		// Then
		assertThat(reach).isEqualTo(expected);
	}

	private static Map<MetricName, Metric> heartbeat(double secondsAgo) {
		MetricName name = new MetricName("last-heartbeat-seconds-ago", "consumer-coordinator-metrics", "", Map.of());
		return Map.of(name, new Metric() {

			@Override
			public MetricName metricName() {
				return name;
			}

			@Override
			public Object metricValue() {
				return secondsAgo;
			}

		});
	}

}
