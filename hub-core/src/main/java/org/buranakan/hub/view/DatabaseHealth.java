package org.buranakan.hub.view;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * Whether PostgreSQL answers. Whoever works waits for it as long as a pool has patience,
 * half a minute; who asks for health is told within seconds, by a connection that is
 * opened for the question and takes nobody's place.
 */
@Component("dbHealthContributor")
class DatabaseHealth implements HealthIndicator {

	private static final int PATIENCE_SECONDS = 3;

	private final String url;

	private final Properties login = new Properties();

	DatabaseHealth(DataSourceProperties database) {
		this.url = database.determineUrl();
		this.login.setProperty("user", database.determineUsername());
		this.login.setProperty("password", database.determinePassword());
		this.login.setProperty("ApplicationName", "hub-health");
		for (String timeout : new String[] { "loginTimeout", "connectTimeout", "socketTimeout" }) {
			this.login.setProperty(timeout, Integer.toString(PATIENCE_SECONDS));
		}
	}

	@Override
	public Health health() {
		try (Connection connection = DriverManager.getConnection(this.url, this.login)) {
			return (connection.isValid(PATIENCE_SECONDS) ? Health.up() : Health.down()).build();
		}
		catch (SQLException ex) {
			return Health.down(ex).build();
		}
	}

}
