package org.buranakan.connectors.source.cdc;

import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.internals.AdminMetadataManager;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class RawTopicsTests {

	@Test
	void whileNoBrokerAnswersItSaysSoNowAndThen(CapturedOutput output) {
		// Given
		try (RawTopics topics = new RawTopics(Map.of("bootstrap.servers", "127.0.0.1:1", "request.timeout.ms", 1_000,
				"default.api.timeout.ms", 3_000))) {
			// When
			assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> topics.ids(Set.of("raw.codi.a")));
			// Then
			assertThat(LoggerFactory.getLogger(AdminMetadataManager.class).isInfoEnabled()).isTrue();
			assertThat(output.getOut()).contains("could not be established").doesNotContain("Rebootstrapping");
		}
	}

}
