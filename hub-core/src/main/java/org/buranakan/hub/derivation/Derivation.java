package org.buranakan.hub.derivation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One pass: takes a batch of dirty keys and derives what depends on them, in one
 * transaction.
 *
 * <p>
 * Only one pass runs at a time in a database. Two findings or two keys may meet in one
 * row (an activity of each of two agencies), and of two passes the one with the older
 * facts must not have the last word. Keys are taken before facts are read, statement by
 * statement (READ COMMITTED): a key that turns dirty during a pass stays for the next.
 */
@Component
public class Derivation {

	/** Of advisory locks; arbitrary, the hub's own. */
	private static final long LOCK = 0x6275_7261_6e61L;

	private static final int BATCH = 20_000;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final List<Derived> derived;

	Derivation(JdbcClient database, TransactionTemplate transaction, List<Derived> derived) {
		this.database = database;
		this.transaction = transaction;
		this.derived = List.copyOf(derived);
	}

	/** Derives from the oldest dirty keys. */
	public Pass pass() {
		return this.transaction.execute((status) -> {
			if (!lock()) {
				return Pass.leftToAnother();
			}
			List<Map.Entry<String, String>> taken = take();
			return taken.isEmpty() ? Pass.idle() : derive(taken.size(), DirtyKeys.of(taken));
		});
	}

	/**
	 * Derives everything again, as after a replay; waits for a pass that is under way.
	 */
	public Pass passOverEverything() {
		return this.transaction.execute((status) -> {
			this.database.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
			int taken = this.database.sql("DELETE FROM dirty").update();
			return derive(taken, DirtyKeys.everything());
		});
	}

	/** Forgets what the stream of changes need not be able to resume from any more. */
	int forgetChanges(Duration kept) {
		return this.database.sql("DELETE FROM hub.change WHERE at < now() - make_interval(secs => :kept)")
			.param("kept", kept.toSeconds())
			.update();
	}

	private Pass derive(int taken, DirtyKeys keys) {
		int changed = this.derived.stream().mapToInt((rows) -> rows.derive(keys)).sum();
		return new Pass(taken, changed, false);
	}

	private boolean lock() {
		return this.database.sql("SELECT pg_try_advisory_xact_lock(:lock)")
			.param("lock", LOCK)
			.query(Boolean.class)
			.single();
	}

	private List<Map.Entry<String, String>> take() {
		return this.database.sql("""
				DELETE FROM dirty
				WHERE id IN (SELECT id FROM dirty ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED)
				RETURNING kind, key
				""")
			.param("batch", BATCH)
			.query((row, number) -> Map.entry(row.getString("kind"), row.getString("key")))
			.list();
	}

}
