package org.buranakan.hub.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import org.buranakan.hub.view.Statement;
import org.buranakan.schemas.contract.Contract;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One pass: writes the rows that differ from what the topics show, in one transaction
 * whose number is their batch.
 *
 * <p>
 * A pass reads one snapshot (REPEATABLE READ), so a batch holds whole commits of the hub.
 * Only one runs at a time in a database; of two whose snapshots overlap the second fails
 * to be serialised when it says how far it has come, and is tried again. So each row has
 * one order: that of the batches.
 */
final class Publication {

	/** Of advisory locks; arbitrary, the hub's own. */
	private static final long LOCK = 0x7075_626c_6973L;

	/** Beyond this many keys of a family all of it is compared, in steps. */
	private static final int MOST_KEYS = 20_000;

	/** Rows that are written at once. */
	private static final int SLICE = 500;

	private static final String CHANGED = Statement.of(Publication.class, "changed.sql");

	private static final String ADVANCE = """
			INSERT INTO hub.published_log AS was (log_id, topic_id, next_offset) SELECT id, topic_id, next_offset FROM hub.log
			ON CONFLICT (log_id) DO UPDATE SET topic_id = excluded.topic_id, next_offset = excluded.next_offset
			WHERE (was.topic_id, was.next_offset) <> (excluded.topic_id, excluded.next_offset)
			""";

	/** Which dirty keys are awaited is known when the logs stand where they stood. */
	private static final String HOLD = """
			UPDATE hub.publication SET rebuilding = true, derive_upto = CASE WHEN :behind THEN NULL
			    ELSE coalesce(derive_upto, (SELECT coalesce(max(id), 0) FROM dirty)) END
			WHERE NOT rebuilding OR (derive_upto IS NOT NULL) = :behind
			""";

	private final JdbcClient database;

	/** Of the isolation that the class asks for. */
	private final TransactionTemplate snapshot;

	private final Outbox outbox;

	private final Slot slot;

	private @Nullable String composition;

	Publication(JdbcClient database, TransactionTemplate snapshot, Outbox outbox, Slot slot) {
		this.database = database;
		this.snapshot = snapshot;
		this.outbox = outbox;
		this.slot = slot;
	}

	/** Publishes what has changed since the last pass. */
	Published pass() {
		String composed = composition();
		if (Standing.read(this.database).isIdle(composed)) {
			return Published.NOTHING;
		}
		if (!this.slot.isReady()) {
			return Published.held("Debezium has no replication slot " + this.slot.name()
					+ " in the hub's database yet; rows wait until it has");
		}
		return Objects.requireNonNull(this.snapshot
			.execute((status) -> lock() ? pass(Standing.read(this.database), composed) : Published.NOTHING));
	}

	/**
	 * Notes that nobody knows what the topics show: every row is published once more, and
	 * what is gone is removed once more. A slot that PostgreSQL reads nothing for any
	 * more is left to whoever may drop it, and there will be another one.
	 */
	void forget() {
		boolean lost = this.slot.isLost();
		this.snapshot.executeWithoutResult((status) -> {
			this.database.sql("UPDATE hub.published_row SET hash = NULL WHERE hash IS NOT NULL").update();
			this.database.sql("UPDATE hub.publication SET compare = :all, compared = '', slot = slot + :more")
				.param("all", Comparison.ofAll().codes())
				.param("more", lost ? 1 : 0)
				.update();
		});
	}

	private Published pass(Standing standing, String composed) {
		if (standing.isHeld()) {
			this.database.sql(HOLD).param("behind", standing.behind()).update();
			return Published.held("The view is being folded again; rows wait until it stands where it stood");
		}
		boolean doubted = standing.isDoubted(composed);
		Comparison comparison = doubted ? Comparison.ofAll() : standing.comparison();
		Map<RowFamily, Set<String>> changed = doubted ? Map.of() : changed(standing.seen());
		Batch batch = new Batch();
		int written = 0;
		for (Map.Entry<RowFamily, Set<String>> family : changed.entrySet()) {
			if (family.getValue().size() > MOST_KEYS) {
				comparison = comparison.and(family.getKey());
			}
			else {
				written += write(batch, family.getKey(), family.getValue());
			}
		}
		if (!comparison.isDone()) {
			List<String> next = next(comparison);
			written += write(batch, comparison.family(), next);
			comparison = comparison.past(next);
		}
		if (written > 0) {
			this.outbox.clear();
		}
		advance(composed, comparison);
		return new Published(written, !comparison.isDone(), null);
	}

	private Map<RowFamily, Set<String>> changed(String seen) {
		Map<RowFamily, Set<String>> changed = new EnumMap<>(RowFamily.class);
		this.database.sql(CHANGED).param("seen", seen).query((row) -> {
			changed.computeIfAbsent(RowFamily.of(row.getString(1)), (family) -> new TreeSet<>()).add(row.getString(2));
		});
		return changed;
	}

	private List<String> next(Comparison comparison) {
		return this.database.sql(comparison.family().nextKeys())
			.param("family", comparison.family().code())
			.param("after", comparison.after())
			.param("most", Comparison.STEP)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** As they are read, a slice at a time. */
	private int write(Batch batch, RowFamily family, Collection<String> keys) {
		try (Stream<Composed> rows = this.database.sql(family.differences())
			.withFetchSize(SLICE)
			.param("family", family.code())
			.param("keys", keys.toArray(String[]::new))
			.query((row, number) -> new Composed(row.getString("key"), row.getString("content"), row.getString("hash")))
			.stream()) {
			return rows.gather(Gatherers.windowFixed(SLICE))
				.mapToInt((slice) -> this.outbox.write(family, batch.number(), slice))
				.sum();
		}
	}

	private void advance(String composed, Comparison comparison) {
		this.database.sql(ADVANCE).update();
		this.database
			.sql("UPDATE hub.publication SET composition = :composition, seen = pg_current_snapshot(), "
					+ "compare = :compare, compared = :compared, rebuilding = false, derive_upto = NULL")
			.param("composition", composed)
			.param("compare", comparison.codes())
			.param("compared", comparison.after())
			.update();
	}

	private boolean lock() {
		return this.database.sql("SELECT pg_try_advisory_xact_lock(:lock)")
			.param("lock", LOCK)
			.query(Boolean.class)
			.single();
	}

	/**
	 * What rows follow besides facts and reference: it changes only where the hub does.
	 */
	private String composition() {
		String known = this.composition;
		if (known == null) {
			String migrations = this.database.sql(
					"SELECT string_agg(concat_ws(':', version, checksum), ' ' ORDER BY installed_rank) FROM flyway_schema_history")
				.query(String.class)
				.single();
			known = sha256(Arrays.stream(RowFamily.values())
				.map((family) -> family.differences() + Contract.of(family.type()).newest())
				.collect(Collectors.joining("\n", "", migrations)));
			this.composition = known;
		}
		return known;
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The number of this transaction, taken when the first row needs it. */
	private final class Batch {

		private long number;

		long number() {
			if (this.number == 0) {
				this.number = Publication.this.database.sql("SELECT pg_current_xact_id()::text::bigint")
					.query(Long.class)
					.single();
			}
			return this.number;
		}

	}

}
