package org.buranakan.hub.publication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which of the hubs on one database looks after the connector: steps of two that have it
 * begin anew would undo each other. It is the one whose session holds a lock; whoever
 * ends or is frozen loses it. For one thread.
 */
final class WatchDuty {

	/** Of advisory locks; arbitrary, the hub's own. */
	private static final long LOCK = 0x7761_7463_6864L;

	private static final int PATIENCE_SECONDS = 5;

	/** Longer than Kafka Connect may take to answer a look's few questions. */
	private static final String LONGEST_SILENCE = "5min";

	private final HikariDataSource database;

	private @Nullable Connection session;

	WatchDuty(HikariDataSource database) {
		this.database = database;
	}

	/** Whether it is this one, which takes over where none does. */
	boolean isOurs() {
		Connection held = this.session;
		try {
			if (held != null && held.isValid(PATIENCE_SECONDS)) {
				return true;
			}
			end();
			return takeOver();
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private boolean takeOver() throws SQLException {
		Connection connection = this.database.getConnection();
		try {
			if (isLocked(connection)) {
				this.session = connection;
				return true;
			}
			connection.close();
			return false;
		}
		// Nobody knows whether it has the lock.
		catch (SQLException ex) {
			this.database.evictConnection(connection);
			throw ex;
		}
	}

	private static boolean isLocked(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK
						+ ") AND set_config('idle_session_timeout', '" + LONGEST_SILENCE + "', false) IS NOT NULL")) {
			return row.next() && row.getBoolean(1);
		}
	}

	/** Leaves it to another one. */
	void end() {
		Connection held = this.session;
		this.session = null;
		if (held != null) {
			// Nobody else may get a connection with the lock.
			this.database.evictConnection(held);
		}
	}

}
