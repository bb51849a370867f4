package org.buranakan.hub.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.audit.ViewSchema;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The second copy of the view, in the schema of replays, for as long as it is open. There
 * is one in a database, whichever process has it.
 */
final class Copy implements AutoCloseable {

	/** Of advisory locks; arbitrary, the hub's own. */
	private static final long LOCK = 0x6275_7261_7265L;

	private static final int PATIENCE_SECONDS = 5;

	private final HikariDataSource database;

	private final Connection lock;

	private Copy(HikariDataSource database, Connection lock) {
		this.database = database;
		this.lock = lock;
	}

	/**
	 * Takes the one copy, without tables yet.
	 * @param live the pool of the live view, whose database and settings this one shares
	 * @return empty while a replay is under way elsewhere
	 * @throws DataAccessResourceFailureException if the database does not answer
	 */
	static Optional<Copy> take(HikariDataSource live) {
		HikariDataSource database = pool(live);
		try {
			Connection lock = database.getConnection();
			if (isLocked(lock)) {
				return Optional.of(new Copy(database, lock));
			}
			lock.close();
			database.close();
			return Optional.empty();
		}
		catch (SQLException | RuntimeException ex) {
			database.close();
			throw new DataAccessResourceFailureException("No replay can begin", ex);
		}
	}

	private static HikariDataSource pool(HikariDataSource live) {
		HikariDataSource database = new HikariDataSource();
		database.setPoolName("replay");
		database.setJdbcUrl(live.getJdbcUrl());
		database.setUsername(live.getUsername());
		database.setPassword(live.getPassword());
		live.getDataSourceProperties().forEach((name, value) -> database.addDataSourceProperty(name.toString(), value));
		database.addDataSourceProperty("ApplicationName", "hub-replay");
		// The lock's connection rests all the time.
		database.addDataSourceProperty("tcpKeepAlive", true);
		database.addDataSourceProperty("options",
				"-c search_path=%s,hub -c TimeZone=UTC -c synchronous_commit=off".formatted(ViewSchema.REPLAY.name()));
		database.setMaximumPoolSize(3);
		database.setMinimumIdle(0);
		return database;
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

	/**
	 * Returns if nobody else can have it.
	 * @throws DataAccessResourceFailureException if the lock went with its connection
	 */
	void requireLock() {
		if (!isHeld()) {
			throw new DataAccessResourceFailureException("The lock of the replay went with its connection");
		}
	}

	private boolean isHeld() {
		try {
			return this.lock.isValid(PATIENCE_SECONDS);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/** Drops its tables. */
	void drop() {
		ViewSchema.REPLAY.drop(this.database);
	}

	/** Lets another replay have it. */
	@Override
	public void close() {
		try (this.database; this.lock) {
			if (isHeld()) {
				drop();
			}
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("The replay's lock cannot be given back", ex);
		}
	}

}
