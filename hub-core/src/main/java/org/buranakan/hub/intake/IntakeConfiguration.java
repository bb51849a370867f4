package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.ContractSerializer;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The consumer and what it works with. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IntakeConfiguration {

	private static final long IDLE_MILLIS = 500;

	@Bean
	SchemaRegistry schemaRegistry(IntakeSettings settings) {
		return new SchemaRegistry(RegistryAddress.of(settings.registry().toString()));
	}

	@Bean(destroyMethod = "close")
	Admin admin(KafkaProperties properties) {
		Map<String, Object> configuration = properties.buildAdminProperties();
		configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
		configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
		// Or else, while no broker answers, it begins anew a thousand times a second, and
		// logs it. What it gives up is to find brokers that have all moved meanwhile to
		// hosts of other names.
		configuration.put(AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG, MetadataRecoveryStrategy.NONE.name);
		return Admin.create(configuration);
	}

	@Bean
	KafkaTemplate<String, SpecificRecord> rejectedTopicTemplate(KafkaProperties properties, SchemaRegistry registry) {
		DefaultKafkaProducerFactory<String, SpecificRecord> producers = new DefaultKafkaProducerFactory<>(
				properties.buildProducerProperties(), new StringSerializer(), new ContractSerializer(registry), false);
		return new KafkaTemplate<>(producers);
	}

	@Bean
	Intake intakeListener(Ownership ownership, Commit commit, Condition condition, Meters meters,
			SchemaRegistry registry, List<Projection<?>> projections) {
		return new Intake(ownership, new Batches(() -> new Judge(registry, projections), commit::commit), condition,
				meters);
	}

	@Bean
	KafkaMessageListenerContainer<byte[], byte[]> intakeContainer(ConsumerFactory<byte[], byte[]> consumers,
			IntakeSettings settings, Intake intake, Ownership ownership, Condition condition) {
		ContainerProperties properties = new ContainerProperties(topics(settings.agencies(), settings.actors()));
		properties.setGroupId(settings.group());
		properties.setMessageListener(intake);
		properties.setConsumerRebalanceListener(ownership);
		properties.setAckMode(ContainerProperties.AckMode.MANUAL);
		// Kafka's copy of the positions is for its own tools: while Kafka is away, nobody
		// waits
		// a minute per batch to write it, and health says what is the matter.
		properties.setSyncCommits(false);
		properties.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
		properties.setPollTimeout(IDLE_MILLIS / 2);
		properties.setIdleEventInterval(IDLE_MILLIS);
		properties.setIdleBeforeDataMultiplier(1);
		properties.setAuthExceptionRetryInterval(Duration.ofSeconds(5));
		KafkaMessageListenerContainer<byte[], byte[]> container = new KafkaMessageListenerContainer<>(consumers,
				properties);
		container.setBeanName("intake");
		container.setCommonErrorHandler(new UnreadableHandler(ownership, condition));
		return container;
	}

	/** All topics that are read; the consumer finds new ones of this shape by itself. */
	static Pattern topics(String agencies, String actors) {
		Set<Topics> ofAgencies = EnumSet.copyOf(Topics.ofIntake());
		ofAgencies.retainAll(Topics.ofAgencies());
		String families = ofAgencies.stream().map(Topics::code).collect(Collectors.joining("|"));
		String ofHub = Topics.ofIntake()
			.stream()
			.filter((kind) -> !ofAgencies.contains(kind) && kind != Topics.ACT)
			.map((kind) -> Pattern.quote(kind.topic().name()))
			.collect(Collectors.joining("|"));
		return Pattern
			.compile("%s|agency\\.(%s)\\.(%s)|audit\\.(%s)\\.act".formatted(ofHub, agencies, families, actors));
	}

}
