package org.buranakan.hub.overview;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import org.buranakan.hub.view.Reading;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads {@code hub.change} in one order that everybody sees: transactions by their
 * number, and none before all earlier ones have ended. So nothing can appear behind a
 * cursor that was passed already.
 */
@Component
class Changes {

	private static final String SETTLED = "xid < pg_snapshot_xmin(pg_current_snapshot())";

	private final JdbcClient database;

	Changes(@Reading JdbcClient database) {
		this.database = database;
	}

	/** The next changes after a cursor. */
	List<Change> after(Cursor cursor, int most) {
		return this.database.sql("""
				SELECT xid::text AS transaction, seq, family, key, agency FROM hub.change
				WHERE (xid, seq) > (:transaction::xid8, :sequence) AND %s ORDER BY xid, seq LIMIT :most
				""".formatted(SETTLED))
			.param("transaction", cursor.transaction().toString())
			.param("sequence", cursor.sequence())
			.param("most", most)
			.query((row, number) -> {
				BigInteger transaction = new BigInteger(row.getString("transaction"));
				return new Change(new Cursor(transaction, row.getLong("seq")), row.getString("family"),
						row.getString("key"), row.getString("agency"), transaction.longValueExact());
			})
			.list();
	}

	/** Where the order ends now. */
	Cursor end() {
		return this.database.sql("""
				(SELECT xid::text AS transaction, seq, xid FROM hub.change WHERE %s ORDER BY xid DESC, seq DESC LIMIT 1)
				UNION ALL SELECT xid::text, seq, xid FROM hub.swept ORDER BY xid DESC, seq DESC LIMIT 1
				""".formatted(SETTLED))
			.query((row, number) -> new Cursor(new BigInteger(row.getString("transaction")), row.getLong("seq")))
			.optional()
			.orElse(Cursor.START);
	}

	/** The cursor that a client names, if all that came after it is still kept. */
	Optional<Cursor> kept(String id) {
		return Cursor.parse(id).filter(this::isKept);
	}

	private boolean isKept(Cursor cursor) {
		return this.database.sql("""
				SELECT NOT EXISTS (SELECT FROM hub.swept WHERE (xid, seq) > (:transaction::xid8, :sequence))
				    AND (:start OR EXISTS (SELECT FROM hub.change WHERE xid = :transaction::xid8 AND seq = :sequence)
				        OR EXISTS (SELECT FROM hub.swept WHERE xid = :transaction::xid8 AND seq = :sequence))
				""")
			.param("transaction", cursor.transaction().toString())
			.param("sequence", cursor.sequence())
			.param("start", cursor.equals(Cursor.START))
			.query(Boolean.class)
			.single();
	}

}
