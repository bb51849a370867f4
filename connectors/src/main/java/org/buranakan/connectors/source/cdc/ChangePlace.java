package org.buranakan.connectors.source.cdc;

import java.time.Instant;

/**
 * Where a change stands: which row of which table, and in which record of which log.
 *
 * @param table with its schema: {@code public.projects}
 * @param key the row's primary key as {@code column=value}, several separated by commas:
 * tells the row apart, and is the same whenever it is read again
 * @param log the change's position in PostgreSQL's write-ahead log
 * @param raw the change's position in its raw topic, which orders the changes of a table
 * @param at when the change was committed
 * @param transaction the lower 32 bits of its number; 0 where nobody tells
 */
record ChangePlace(String table, String key, LogPosition log, RawPosition raw, Instant at, long transaction) {

	private static final String KEYLESS = "raw=";

	/** The key of a row that has none: its change's own. */
	static String keyless(RawPosition raw) {
		return KEYLESS + raw;
	}

	/** Whether nobody can tell the row apart. */
	boolean isKeyless() {
		return this.key.startsWith(KEYLESS);
	}

	/** All that leads back to this very change; {@link Trace} reads it. */
	String trace() {
		return this.key + " lsn=" + this.log + " raw=" + this.raw;
	}

}
