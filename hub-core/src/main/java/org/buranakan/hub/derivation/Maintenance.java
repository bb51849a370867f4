package org.buranakan.hub.derivation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What PostgreSQL's own daemon does once a minute at the most, and a backlog needs after
 * each pass: statistics of tables that have become four times as large, for a plan that
 * suits an empty table may read a large one once for every row; and the space of keys
 * that were taken, which each pass would read again.
 */
@Component
class Maintenance {

	private static final String GROWN = """
			SELECT format('%I.%I', s.schemaname, s.relname)
			FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
			WHERE s.relid = to_regclass(s.relname) AND s.n_mod_since_analyze > greatest(3 * c.reltuples, 2000)
			""";

	private static final String TAKEN = """
			SELECT coalesce(sum(n_dead_tup), 0) FROM pg_stat_user_tables WHERE relid = to_regclass('dirty')
			""";

	/** Fewer are not worth reading the table for. */
	private static final long MANY = 20_000;

	private final JdbcClient database;

	/** Taken rows that a long transaction still sees: no vacuum has them go before. */
	private long seen;

	Maintenance(JdbcClient database) {
		this.database = database;
	}

	/** Outside of any transaction, so that nobody waits for it. */
	void run() {
		long rows = taken();
		this.seen = Math.min(this.seen, rows);
		if (rows - this.seen > MANY) {
			// Who appends need not wait for the end of the file to be given back.
			this.database.sql("VACUUM (SKIP_LOCKED, TRUNCATE false) dirty").update();
			this.seen = taken();
		}
		this.database.sql(GROWN)
			.query(String.class)
			.list()
			.forEach((table) -> this.database.sql("ANALYZE (SKIP_LOCKED) " + table).update());
	}

	private long taken() {
		return this.database.sql(TAKEN).query(Long.class).single();
	}

}
