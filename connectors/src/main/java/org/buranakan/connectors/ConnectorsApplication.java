package org.buranakan.connectors;

import java.util.Map;

import org.buranakan.connectors.command.Commands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The connectors' application. Its configuration is {@code connectors.yml}, so that it
 * can live beside other applications in one process; it uses no database, whatever
 * drivers those bring.
 */
@SpringBootApplication(excludeName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
		"org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
		"org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration" })
@ConfigurationPropertiesScan
public class ConnectorsApplication {

	/** Carries out a command if one is given, and else runs. */
	public static void main(String[] arguments) {
		if (Commands.claims(arguments)) {
			// The terminal is for people; failures are told by the command itself.
			LoggingSystem.get(ConnectorsApplication.class.getClassLoader())
				.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
			System.exit(Commands.run(arguments));
		}
		application().run(arguments);
	}

	/**
	 * Starts the connectors in this process.
	 * @param properties override {@code connectors.yml} and the environment
	 */
	public static ConfigurableApplicationContext start(Map<String, Object> properties) {
		String[] arguments = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		return application().run(arguments);
	}

	private static SpringApplication application() {
		return new SpringApplicationBuilder(ConnectorsApplication.class).properties("spring.config.name=connectors")
			.build();
	}

}
