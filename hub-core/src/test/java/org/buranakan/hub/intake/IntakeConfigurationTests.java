package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.internals.AdminMetadataManager;
import org.apache.kafka.common.KafkaFuture;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class IntakeConfigurationTests {

	private static final AgencyId CODI = new AgencyId("codi");

	@Test
	void theTopicsThatAreReadAreThoseTheCatalogueSaysIntakeReads() {
		// When
		Pattern read = IntakeConfiguration.topics("[a-z0-9-]+", "auditor");
		// Then
		assertThat(Topics.ofIntake()).allMatch((kind) -> read.matcher(name(kind)).matches());
		assertThat(EnumSet.complementOf(EnumSet.copyOf(Topics.ofIntake()))).filteredOn((kind) -> kind != Topics.RAW)
			.noneMatch((kind) -> read.matcher(name(kind)).matches());
		assertThat("hubXreference").doesNotMatch(read);
	}

	@Test
	void whileNoBrokerAnswersTheAdministratorSaysSoNowAndThen(CapturedOutput output) {
		// Given
		KafkaProperties properties = new KafkaProperties();
		properties.setBootstrapServers(List.of("127.0.0.1:1"));
		try (Admin admin = new IntakeConfiguration().admin(properties)) {
			// When
			KafkaFuture<String> cluster = admin.describeCluster().clusterId();
			assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> cluster.get(3, TimeUnit.SECONDS));
			// Then
			assertThat(LoggerFactory.getLogger(AdminMetadataManager.class).isInfoEnabled()).isTrue();
			assertThat(output.getOut()).contains("could not be established").doesNotContain("Rebootstrapping");
			admin.close(Duration.ZERO);
		}
	}

	private static String name(Topics kind) {
		return switch (kind) {
			case ACT -> kind.of(Principal.auditor()).name();
			default -> (Topics.ofAgencies().contains(kind) ? kind.of(CODI) : kind.topic()).name();
		};
	}

}
