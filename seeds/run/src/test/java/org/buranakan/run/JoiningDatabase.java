package org.buranakan.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A database of the run's PostgreSQL that a joining agency calls its own. */
record JoiningDatabase(PilotRun pilot, String name) {

	/** Makes it. */
	JoiningDatabase {
		try (Connection connection = connection(pilot, "postgres");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (SQLException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Host, port and name. */
	String address() throws IOException {
		return address(this.pilot, this.name);
	}

	void run(String sql) throws SQLException, IOException {
		try (Connection connection = connection(this.pilot, this.name);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static Connection connection(PilotRun pilot, String name) throws SQLException, IOException {
		return DriverManager.getConnection("jdbc:postgresql://" + address(pilot, name), "postgres",
				properties(pilot, "passwords").getProperty("postgresql.postgres"));
	}

	private static String address(PilotRun pilot, String name) throws IOException {
		String codi = properties(pilot, "postgresql-codi").getProperty("url");
		return codi.substring(codi.indexOf("//") + 2, codi.lastIndexOf('/') + 1) + name;
	}

	private static Properties properties(PilotRun pilot, String name) throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Files.newInputStream(pilot.credentials(name))) {
			properties.load(in);
		}
		return properties;
	}

}
