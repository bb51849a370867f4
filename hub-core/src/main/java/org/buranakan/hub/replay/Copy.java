package org.buranakan.hub.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.audit.ViewSchema;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/**
 * The second copy of the view, in the schema of replays, for as long as it is open. There
 * is one in a database, whichever process has it.
 */
final class Copy implements AutoCloseable {

	/** Of advisory locks; arbitrary, the hub's own. */
	private static final long LOCK = 0x6275_7261_7265L;

	private final HikariDataSource database;

	private final Connection lock;

	private Copy(HikariDataSource database, Connection lock) {
		this.database = database;
		this.lock = lock;
	}

	/**
	 * Takes the one copy, without tables yet.
	 * @return empty while a replay is under way, here or elsewhere
	 */
	static Optional<Copy> take(DataSourceProperties properties) throws SQLException {
		HikariDataSource database = properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
		database.setPoolName("replay");
		database.setMaximumPoolSize(3);
		database.setMinimumIdle(0);
		database.addDataSourceProperty("ApplicationName", "hub-replay");
		// What is lost with the machine is only the copy.
		database.addDataSourceProperty("options",
				"-c search_path=%s,hub -c TimeZone=UTC -c synchronous_commit=off".formatted(ViewSchema.REPLAY.name()));
		try {
			Connection lock = database.getConnection();
			if (isLocked(lock)) {
				return Optional.of(new Copy(database, lock));
			}
		}
		catch (SQLException | RuntimeException ex) {
			database.close();
			throw ex;
		}
		database.close();
		return Optional.empty();
	}

	private static boolean isLocked(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
			return row.next() && row.getBoolean(1);
		}
	}

	/** Makes its tables, empty. */
	DataSource create() {
		ViewSchema.REPLAY.createApart(this.database);
		return this.database;
	}

	/** Drops its tables. */
	void drop() {
		ViewSchema.REPLAY.drop(this.database);
	}

	/** Lets another replay have it. */
	@Override
	public void close() throws SQLException {
		try (this.database; this.lock) {
			drop();
		}
	}

}
