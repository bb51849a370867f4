package org.buranakan.hub.publication;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The replication slot through which Debezium reads the outbox. What is written before
 * there is one is never read.
 */
final class Slot {

	private final JdbcClient database;

	private final String base;

	/** Of the hub whose first slot has that name. */
	Slot(JdbcClient database, String base) {
		this.database = database;
		this.base = base;
	}

	/** Whether all that is written from now on will be read. */
	boolean isReady() {
		return state().filter((state) -> state.ready() && !state.lost()).isPresent();
	}

	/** Whether PostgreSQL has thrown away what it was to keep for it. */
	boolean isLost() {
		return state().filter(State::lost).isPresent();
	}

	/** As PostgreSQL tells it; empty where there is none. */
	Optional<State> state() {
		return this.database.sql("""
				SELECT confirmed_flush_lsn IS NOT NULL AS ready, wal_status = 'lost' AS lost,
				    coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn), 0)::bigint AS behind,
				    coalesce(pg_wal_lsn_diff(confirmed_flush_lsn, '0/0'), 0)::bigint AS confirmed
				FROM pg_replication_slots WHERE slot_name = :name AND database = current_database()
				""")
			.param("name", name())
			.query((row, number) -> new State(row.getBoolean("ready"), row.getBoolean("lost"), row.getLong("behind"),
					row.getLong("confirmed")))
			.optional();
	}

	/** Where the log ends now, in bytes. */
	long end() {
		return this.database.sql("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
			.query(Long.class)
			.single();
	}

	/** Of the one that is in use. */
	String name() {
		int number = this.database.sql("SELECT slot FROM hub.publication").query(Integer.class).single();
		return (number == 1) ? this.base : this.base + "_" + number;
	}

	/**
	 * How it is.
	 *
	 * @param ready whether it is complete
	 * @param lost whether PostgreSQL has thrown away what it was to keep for it
	 * @param behind bytes of the log that Debezium has not confirmed
	 * @param confirmed the position up to which it has, in bytes
	 */
	record State(boolean ready, boolean lost, long behind, long confirmed) {
	}

}
