package org.buranakan.hub.view;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * Whether PostgreSQL answers. Whoever works waits for it as long as a pool has patience,
 * half a minute; who asks for health is told within seconds, by a connection that is
 * opened for the question and takes nobody's place: one at a time, and whoever else asks
 * within a second is told the same.
 */
@Component("dbHealthContributor")
class DatabaseHealth implements HealthIndicator {

	private static final int PATIENCE_SECONDS = 3;

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final String url;

	private final Properties login = new Properties();

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable Health answer;

	private long askedAt;

	DatabaseHealth(DataSourceProperties database) {
		this.url = database.determineUrl();
		this.login.setProperty("user", database.determineUsername());
		Optional.ofNullable(database.determinePassword())
			.ifPresent((password) -> this.login.setProperty("password", password));
		this.login.setProperty("ApplicationName", "hub-health");
		for (String timeout : new String[] { "loginTimeout", "connectTimeout", "socketTimeout" }) {
			this.login.setProperty(timeout, Integer.toString(PATIENCE_SECONDS));
		}
	}

	@Override
	public Health health() {
		this.lock.lock();
		try {
			if (this.answer == null || System.nanoTime() - this.askedAt > FRESH.toNanos()) {
				this.answer = ask();
				this.askedAt = System.nanoTime();
			}
			return this.answer;
		}
		finally {
			this.lock.unlock();
		}
	}

	private Health ask() {
		try (Connection connection = DriverManager.getConnection(this.url, this.login)) {
			return (connection.isValid(PATIENCE_SECONDS) ? Health.up() : Health.down()).build();
		}
		catch (SQLException ex) {
			return Health.down(ex).build();
		}
	}

}
