package org.buranakan.hub.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.audit.ViewSchema;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Another copy of the view, in a schema of its own, for as long as it is open. There is
 * one of a name in a database, whichever process has it; what a process that ended left
 * is anybody's.
 */
public final class Copy implements AutoCloseable {

	/** Of advisory locks; arbitrary, the hub's own. Script beforeMigrate.sql knows it. */
	private static final int LOCKS = 0x6275_7261;

	private static final int PATIENCE_SECONDS = 5;

	private final ViewSchema schema;

	private final HikariDataSource database;

	private final Connection lock;

	private Copy(ViewSchema schema, HikariDataSource database, Connection lock) {
		this.schema = schema;
		this.database = database;
		this.lock = lock;
	}

	/**
	 * Takes the copy, without tables yet.
	 * @param live the pool of the live view, whose database and settings this one shares
	 * @return empty while somebody else has it
	 * @throws DataAccessResourceFailureException if the database does not answer
	 */
	public static Optional<Copy> take(HikariDataSource live, ViewSchema schema) {
		HikariDataSource database = pool(live, schema);
		try {
			Connection lock = database.getConnection();
			if (isLocked(lock, schema)) {
				return Optional.of(new Copy(schema, database, lock));
			}
			lock.close();
			database.close();
			return Optional.empty();
		}
		catch (SQLException | RuntimeException ex) {
			database.close();
			throw new DataAccessResourceFailureException("No copy of the view can be made", ex);
		}
	}

	private static HikariDataSource pool(HikariDataSource live, ViewSchema schema) {
		HikariDataSource database = new HikariDataSource();
		database.setPoolName(schema.name());
		database.setJdbcUrl(live.getJdbcUrl());
		database.setUsername(live.getUsername());
		database.setPassword(live.getPassword());
		live.getDataSourceProperties().forEach((name, value) -> database.addDataSourceProperty(name.toString(), value));
		database.addDataSourceProperty("ApplicationName", "hub-replay");
		// The lock's connection rests all the time.
		database.addDataSourceProperty("tcpKeepAlive", true);
		// A plan that was made while a table was empty is a bad one soon after.
		database.addDataSourceProperty("options",
				"-c search_path=%s,hub -c TimeZone=UTC -c synchronous_commit=off -c plan_cache_mode=force_custom_plan"
					.formatted(schema.name()));
		database.setMaximumPoolSize(3);
		database.setMinimumIdle(0);
		return database;
	}

	private static boolean isLocked(Connection connection, ViewSchema schema) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, hashtext(?))")) {
			statement.setInt(1, LOCKS);
			statement.setString(2, schema.name());
			try (ResultSet row = statement.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

	/** Makes its tables, empty. */
	public DataSource create() {
		this.schema.createApart(this.database);
		return this.database;
	}

	/** Its tables, once PostgreSQL has looked at what is in them. */
	DataSource analyzed() {
		this.schema.analyze(this.database);
		return this.database;
	}

	/**
	 * Returns if nobody else can have it.
	 * @throws DataAccessResourceFailureException if the lock went with its connection
	 */
	public void requireLock() {
		if (!isHeld()) {
			throw new DataAccessResourceFailureException(
					"The lock of the copy " + this.schema.name() + " went with its connection");
		}
	}

	/**
	 * Whether nobody else can have it, and PostgreSQL has not been down since: its tables
	 * would be empty.
	 */
	public boolean isHeld() {
		try {
			return this.lock.isValid(PATIENCE_SECONDS);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/** Drops its tables. */
	void drop() {
		this.schema.drop(this.database);
	}

	/** Lets others have it. */
	@Override
	public void close() {
		try (this.database; this.lock) {
			if (isHeld()) {
				drop();
			}
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("The copy's lock cannot be given back", ex);
		}
	}

}
