package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class InspectionTests {

	private static final int PATIENCE_MILLIS = 300;

	@Test
	void anOutageOfKafkaCostsItsPatienceOnceHoweverManyLogsWait() {
		// Given
		Set<String> topics = IntStream.range(0, 100)
			.mapToObj((number) -> "agency.a" + number + ".plan")
			.collect(Collectors.toSet());
		try (Admin nobody = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1", "request.timeout.ms",
				PATIENCE_MILLIS, "default.api.timeout.ms", PATIENCE_MILLIS))) {
			long begun = System.nanoTime();
			// When
			KafkaException outage = catchThrowableOfType(KafkaException.class,
					() -> new Inspection(nobody).topicIds(topics));
			// Then
			assertThat(outage).hasMessageContaining("cannot describe");
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(20 * PATIENCE_MILLIS));
		}
	}

}
