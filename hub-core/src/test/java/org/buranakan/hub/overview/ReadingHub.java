package org.buranakan.hub.overview;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The hub without its consumers: events come in by {@link FoldedEvents}. No configuration
 * class by annotation, or the whole hub would find it on the class path of tests.
 */
@EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
@ComponentScan({ "org.buranakan.hub.plan", "org.buranakan.hub.activity", "org.buranakan.hub.budget",
		"org.buranakan.hub.complaint", "org.buranakan.hub.agreement", "org.buranakan.hub.reference",
		"org.buranakan.hub.actionplan", "org.buranakan.hub.derivation", "org.buranakan.hub.area",
		"org.buranakan.hub.agency", "org.buranakan.hub.finding", "org.buranakan.hub.overview",
		"org.buranakan.hub.progress", "org.buranakan.hub.stream", "org.buranakan.hub.view", "org.buranakan.hub.audit",
		"org.buranakan.hub.person" })
@ConfigurationPropertiesScan({ "org.buranakan.hub.derivation", "org.buranakan.hub.overview", "org.buranakan.hub.stream",
		"org.buranakan.hub.actionplan", "org.buranakan.hub.person" })
@Import(FoldedEvents.class)
public class ReadingHub {

	@Bean
	static SchemaRegistry schemaRegistry() {
		return new SchemaRegistry(RegistryAddress.of(SharedPlatform.get().registry().toString()));
	}

}
