package org.buranakan.hub.person;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * People for a command: the hub's database as its configuration says, and nothing else of
 * the hub. No application is started, which would set up logging anew for all others of
 * the process.
 */
public final class ConfiguredPeople implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	/**
	 * Opens it.
	 * @param properties override {@code hub.yml} and the environment
	 */
	public ConfiguredPeople(Map<String, Object> properties) {
		Map<String, Object> told = new HashMap<>(properties);
		told.put("spring.config.name", "hub");
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("told", told));
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		this.context.setEnvironment(environment);
		this.context.register(Database.class);
		this.context.refresh();
	}

	public People people() {
		return this.context.getBean(People.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
	@Import(PeoplePool.class)
	static class Database {

	}

}
