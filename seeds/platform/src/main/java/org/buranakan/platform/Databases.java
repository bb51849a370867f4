package org.buranakan.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.util.unit.DataSize;

/**
 * The databases and their roles. Each database has an owner of its own name and a role
 * {@code <name>_capture} that may replicate and read; nobody else may connect.
 */
final class Databases {

	/** How the names of databases begin that tests make. */
	static final String OF_TESTS = "test_";

	private final Addresses addresses;

	private final Credentials credentials;

	Databases(Addresses addresses, Credentials credentials) {
		this.addresses = addresses;
		this.credentials = credentials;
	}

	Login superuserLogin() {
		return this.credentials.login(PartName.POSTGRESQL, PostgreSql.SUPERUSER);
	}

	Connection superuser() throws SQLException {
		return PostgreSql.connect(this.addresses.database("postgres"), superuserLogin());
	}

	/** Has PostgreSQL keep no more of its log than that for a replication slot. */
	void boundSlots(DataSize largest) {
		try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
			statement.execute("ALTER SYSTEM SET max_slot_wal_keep_size = '%dMB'".formatted(largest.toMegabytes()));
			statement.execute("SELECT pg_reload_conf()");
		}
		catch (SQLException ex) {
			throw broken("postgres", ex);
		}
	}

	/** What is needed to connect to a database that has been provided. */
	Database named(String name) {
		return new Database(name, this.addresses.database(name), this.credentials.login(PartName.POSTGRESQL, name),
				this.credentials.login(PartName.POSTGRESQL, name + "_capture"));
	}

	/**
	 * Creates the database and its roles if they do not exist, and sets their passwords
	 * in any case.
	 */
	Database provide(String name) {
		return provide(name, "");
	}

	/**
	 * As {@link #provide(String)}.
	 * @param options of the statement that creates it
	 */
	Database provide(String name, String options) {
		Database database = named(name);
		try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
			role(connection, database.owner(), "NOREPLICATION");
			role(connection, database.capture(), "REPLICATION");
			if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
				statement.execute("CREATE DATABASE " + name + " OWNER " + name + " " + options);
			}
			statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
			statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + database.capture().user());
		}
		catch (SQLException ex) {
			throw broken(name, ex);
		}
		letCaptureRead(database);
		writeLogins(database);
		return database;
	}

	/** Writes the files with the logins of its two roles. */
	void writeLogins(Database database) {
		write(database.name(), database.url(), database.owner());
		this.credentials.write(captureFile(database.name()), content(database.url(), database.capture()));
	}

	private void letCaptureRead(Database database) {
		try (Connection connection = PostgreSql.connect(database.url(), superuserLogin());
				Statement statement = connection.createStatement()) {
			String defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE %s GRANT %s TO %s";
			statement.execute(defaults.formatted(database.name(), "USAGE ON SCHEMAS", database.capture().user()));
			statement.execute(defaults.formatted(database.name(), "SELECT ON TABLES", database.capture().user()));
		}
		catch (SQLException ex) {
			throw broken(database.name(), ex);
		}
	}

	private static void role(Connection connection, Login login, String replication) throws SQLException {
		String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.user()) ? "ALTER" : "CREATE";
		try (Statement statement = connection.createStatement()) {
			statement.execute(
					"%s ROLE %s LOGIN %s PASSWORD '%s'".formatted(verb, login.user(), replication, login.password()));
		}
	}

	private static boolean exists(Connection connection, String query, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			try (ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		}
	}

	private void write(String name, String url, Login login) {
		this.credentials.write("postgresql-" + name, content(url, login));
	}

	private static Map<String, String> content(String url, Login login) {
		return new TreeMap<>(Map.of("url", url, "username", login.user(), "password", login.password()));
	}

	/** The name of the file with a database's capture login, among the credentials. */
	static String captureFile(String database) {
		return captureFolder(database.startsWith(OF_TESTS) ? OF_TESTS : database) + "/postgresql-" + database;
	}

	/** Where a Connect worker finds the logins that it may read, and no others. */
	static String captureFolder(String database) {
		return "capture/" + database;
	}

	private static PlatformFailure broken(String name, SQLException ex) {
		return new PlatformFailure(PlatformFailure.Code.PART_ENDED,
				"PostgreSQL refused to provide the database " + name + ": " + ex.getMessage(),
				"Read logs/postgresql.log in the data directory.", ex);
	}

}
