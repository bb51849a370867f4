package org.buranakan.hub.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DataAccessException;
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
 *
 * <p>
 * Where the facts behind a key make a statement fail, that key alone is set aside: the
 * batch is halved until it stands alone.
 */
@Component
public class Derivation {

	/** Of advisory locks; arbitrary, the hub's own. */
	private static final long LOCK = 0x6275_7261_6e61L;

	/** Dirty rows whose keys a pass takes. */
	private static final int BATCH = 50_000;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final Quarantine quarantine;

	private final List<Derived> derived;

	Derivation(JdbcClient database, TransactionTemplate transaction, Quarantine quarantine, List<Derived> derived) {
		this.database = database;
		this.transaction = transaction;
		this.quarantine = quarantine;
		this.derived = List.copyOf(derived);
	}

	/** Derives from the oldest dirty keys. */
	public Pass pass() {
		return pass(BATCH);
	}

	/** Takes the keys of that many dirty rows. */
	Pass pass(int most) {
		List<Key> taken = new ArrayList<>();
		try {
			return this.transaction.execute((status) -> {
				if (!lock()) {
					return Pass.NOTHING;
				}
				taken.addAll(take(most));
				this.quarantine.release(taken);
				return taken.isEmpty() ? Pass.NOTHING : derive(taken.size(), DirtyKeys.of(taken));
			});
		}
		catch (DataAccessException ex) {
			Optional<String> state = DataError.state(ex);
			if (state.isEmpty() || taken.isEmpty()) {
				throw ex;
			}
			if (taken.size() > 1) {
				return pass(taken.size() / 2);
			}
			this.quarantine.add(taken.getFirst(), "SQLSTATE " + state.get());
			return new Pass(1, 0);
		}
	}

	/** Derives what was set aside, key by key; what still fails stays where it is. */
	void tryQuarantined() {
		for (Key key : this.quarantine.keys()) {
			try {
				this.transaction.executeWithoutResult((status) -> {
					if (lock()) {
						this.quarantine.release(List.of(key));
						derive(1, DirtyKeys.of(List.of(key)));
					}
				});
			}
			catch (DataAccessException ex) {
				if (DataError.state(ex).isEmpty()) {
					throw ex;
				}
			}
		}
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

	/**
	 * Forgets what the stream of changes need not be able to resume from any more. A
	 * reader by snapshots has not passed what is newer than the oldest open transaction:
	 * as long as that hangs, it stays.
	 */
	int forgetChanges(Duration kept) {
		return this.database.sql("""
				DELETE FROM hub.change
				WHERE at < now() - make_interval(secs => :kept) AND xid < pg_snapshot_xmin(pg_current_snapshot())
				""").param("kept", kept.toSeconds()).update();
	}

	/** How many dirty rows there have ever been. */
	long dirtied() {
		return this.database.sql("SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('dirty', 'id')), 0)")
			.query(Long.class)
			.single();
	}

	private Pass derive(int taken, DirtyKeys keys) {
		int changed = this.derived.stream().mapToInt((rows) -> rows.derive(this.database, keys)).sum();
		return new Pass(taken, changed);
	}

	private boolean lock() {
		return this.database.sql("SELECT pg_try_advisory_xact_lock(:lock)")
			.param("lock", LOCK)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Takes the keys of the oldest dirty rows, each with all its rows: a key that a
	 * backlog makes dirty batch after batch is derived once for all of them.
	 */
	private List<Key> take(int most) {
		return this.database.sql("""
				WITH oldest AS (
					SELECT DISTINCT kind, key
					FROM (SELECT kind, key FROM dirty WHERE quarantined IS NULL ORDER BY id LIMIT :most) AS dirtied),
				gone AS (
					DELETE FROM dirty USING oldest
					WHERE dirty.kind = oldest.kind AND dirty.key = oldest.key AND quarantined IS NULL
					RETURNING dirty.kind, dirty.key)
				SELECT DISTINCT kind, key FROM gone
				""")
			.param("most", most)
			.query((row, number) -> new Key(row.getString("kind"), row.getString("key")))
			.list();
	}

}
