package org.buranakan.hub.overview;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.buranakan.platform.Database;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the hub without its consumers, on a real PostgreSQL database of its own and a
 * free port. The classes that carry it share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ReadingHub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=hub", "hub.stream.heartbeat=500ms", "hub.stream.poll=20ms",
				"hub.derivation.pause=20ms", "hub.files.patience=200ms", "hub.intake.registry=http://127.0.0.1/",
				"server.tomcat.connection-timeout=5s" })
@ResourceLock("the database of the shared context")
@ContextConfiguration(initializers = OnDatabase.NewDatabase.class)
public @interface OnDatabase {

	/** Points the context to a database of its own. */
	class NewDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			Database database = SharedPlatform.get().newDatabase();
			TestPropertyValues
				.of("spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.owner().user(),
						"spring.datasource.password=" + database.owner().password())
				.applyTo(context);
		}

	}

}
