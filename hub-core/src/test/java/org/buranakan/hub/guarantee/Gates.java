package org.buranakan.hub.guarantee;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

import org.buranakan.platform.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a hub waiting at a {@link FailPoint}, and writes down, in the hub's database and
 * transactions, who moved which log on.
 */
final class Gates implements AutoCloseable {

	/** Of advisory locks; the test's own. */
	private static final int CLASS = 0x6761_7465;

	private static final List<String> WATCH = List.of("CREATE SCHEMA watch",
			"""
					CREATE TABLE watch.advance (nr bigint GENERATED ALWAYS AS IDENTITY, at timestamptz DEFAULT clock_timestamp(),
						log_id integer, epoch bigint, was bigint, next bigint, process text DEFAULT current_setting('application_name'))
					""",
			"""
					CREATE FUNCTION watch.note() RETURNS trigger LANGUAGE plpgsql AS $$
					BEGIN
						INSERT INTO watch.advance (log_id, epoch, was, next) VALUES (NEW.id, NEW.epoch, OLD.next_offset, NEW.next_offset);
						RETURN NULL;
					END $$
					""",
			"""
					CREATE TRIGGER watch_note AFTER UPDATE OF next_offset ON hub.log FOR EACH ROW
					WHEN (OLD.next_offset <> NEW.next_offset) EXECUTE FUNCTION watch.note()
					""", """
					CREATE FUNCTION watch.gate() RETURNS trigger LANGUAGE plpgsql AS $$
					BEGIN
						PERFORM pg_advisory_xact_lock_shared(%d, TG_ARGV[0]::integer);
						RETURN coalesce(NEW, OLD);
					END $$
					""".formatted(CLASS));

	private final Database database;

	private final JdbcClient sql;

	private final DatabaseInFront line;

	private @Nullable Connection lock;

	Gates(HubUnderTest hub, DatabaseInFront line) {
		this.database = hub.database();
		this.sql = hub.sql();
		this.line = line;
	}

	/** Once the tables are there. */
	void install() {
		WATCH.forEach((statement) -> this.sql.sql(statement).update());
		for (FailPoint point : FailPoint.values()) {
			if (point.isTrigger()) {
				this.sql.sql(point.statement()).update();
			}
		}
	}

	/** Keeps whoever comes to that point waiting. */
	void shut(FailPoint point) throws SQLException {
		if (point == FailPoint.COMMIT_UNHEARD) {
			this.line.hold(DatabaseInFront.Moment.COMMIT_UNHEARD);
			return;
		}
		Connection connection = connect("gates");
		this.lock = connection;
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute(point.isTrigger() ? "SELECT pg_advisory_xact_lock(%d, %d)".formatted(CLASS, point.lock())
					: "SELECT FROM hub.log FOR UPDATE");
		}
	}

	/** Whether somebody waits there. */
	boolean isReached(FailPoint point) {
		if (point == FailPoint.COMMIT_UNHEARD) {
			return this.line.isReached(DatabaseInFront.Moment.COMMIT_UNHEARD);
		}
		return this.sql.sql(point.isTrigger()
				? "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %d AND objid = %d AND NOT granted"
					.formatted(CLASS, point.lock())
				: """
						SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
						AND query LIKE 'SELECT id, epoch, next_offset FROM hub.log%'
						""")
			.query(Long.class)
			.single() > 0;
	}

	/** Lets everybody go on. */
	void open() throws SQLException {
		this.line.release(DatabaseInFront.Moment.COMMIT_UNHEARD);
		Connection held = this.lock;
		if (held != null) {
			held.close();
			this.lock = null;
		}
	}

	/** A session of its own, which may write whatever the database's default is. */
	Connection connect(String name) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", this.database.owner().user());
		properties.setProperty("password", this.database.owner().password());
		properties.setProperty("ApplicationName", name);
		properties.setProperty("options", "-c default_transaction_read_only=off");
		return DriverManager.getConnection(this.database.url(), properties);
	}

	@Override
	public void close() throws SQLException {
		open();
	}

}
