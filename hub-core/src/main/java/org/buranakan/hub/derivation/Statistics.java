package org.buranakan.hub.derivation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL look at tables that have more than doubled since it last did: its own
 * daemon comes by once a minute, and a plan that suits an empty table may read a large
 * one once for every row.
 */
@Component
class Statistics {

	private static final String GROWN = """
			SELECT format('%I.%I', s.schemaname, s.relname)
			FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
			WHERE s.relid = to_regclass(s.relname) AND s.n_mod_since_analyze > greatest(c.reltuples, 2000)
			""";

	private final JdbcClient database;

	Statistics(JdbcClient database) {
		this.database = database;
	}

	/** Outside of any transaction, so that nobody waits for it. */
	void refresh() {
		this.database.sql(GROWN)
			.query(String.class)
			.list()
			.forEach((table) -> this.database.sql("ANALYZE " + table).update());
	}

}
