package org.buranakan.hub;

import java.util.Map;

import org.buranakan.hub.command.Commands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The hub's application. Its configuration is {@code hub.yml}, so that it can live beside
 * other applications in one process.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HubApplication {

	/** Carries out a command if one is given, and else runs. */
	public static void main(String[] arguments) {
		if (Commands.claims(arguments)) {
			// The terminal is for people; failures are told by the command itself.
			LoggingSystem.get(HubApplication.class.getClassLoader())
				.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
			System.exit(Commands.run(arguments));
		}
		application().run(arguments);
	}

	/**
	 * Starts the hub in this process.
	 * @param properties override {@code hub.yml} and the environment
	 */
	public static ConfigurableApplicationContext start(Map<String, Object> properties) {
		String[] arguments = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		return application().run(arguments);
	}

	private static SpringApplication application() {
		return new SpringApplicationBuilder(HubApplication.class).properties("spring.config.name=hub").build();
	}

}
