package org.buranakan.hub.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.buranakan.hub.stream.RecentChanges.Arrived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Reads {@code hub.change} in one order that everybody sees: transactions by their
 * number, and none before all earlier ones have ended. So nothing can appear behind a
 * place that was passed already. One query per round, however many clients there are.
 */
final class ChangeTable implements Feed {

	/** What the log is called in positions. */
	static final String LOG = "hub";

	private static final Logger LOGGER = LoggerFactory.getLogger(ChangeTable.class);

	private static final int AT_ONCE = 5_000;

	/**
	 * Before a family that has a topic: of this change the topic will tell nothing, for
	 * its contract cannot express the row.
	 */
	private static final String UNPUBLISHED = "unpublished.";

	private static final String SETTLED = "xid < pg_snapshot_xmin(pg_current_snapshot())";

	private final JdbcClient database;

	private final JsonMapper mapper;

	private final RecentChanges recent;

	private final Duration rest;

	private @Nullable Place seen;

	private boolean failing;

	ChangeTable(JdbcClient database, JsonMapper mapper, RecentChanges recent, Duration rest) {
		this.database = database;
		this.mapper = mapper;
		this.recent = recent;
		this.rest = rest;
	}

	@Override
	public Duration round() {
		try {
			boolean more = read();
			this.failing = false;
			return more ? Duration.ZERO : this.rest;
		}
		catch (DataAccessException | TransactionException ex) {
			if (!this.failing) {
				LOGGER.warn("Changes cannot be read; the streams wait", ex);
			}
			this.failing = true;
			return this.rest;
		}
	}

	private boolean read() {
		Place from = this.seen;
		if (from == null) {
			from = start();
			this.recent.begin(LOG, from);
			this.seen = from;
		}
		List<Row> rows = after(from);
		Place swept = swept();
		if (swept.compareTo(from) > 0) {
			LOGGER.warn("Changes were forgotten before they were read; whoever listens reads anew");
			this.recent.begin(LOG, swept);
			this.seen = swept;
			return true;
		}
		Place upto = rows.isEmpty() ? from : rows.getLast().place();
		List<Arrived> arrived = new ArrayList<>();
		for (Row row : rows) {
			Change change = row.change();
			if (change.family().startsWith(UNPUBLISHED)) {
				change = change.of(change.family().substring(UNPUBLISHED.length()));
			}
			// Otherwise a log that is called as the family tells of it.
			else if (this.recent.logs().contains(change.family())) {
				continue;
			}
			arrived.add(new Arrived(LOG, row.place(), this.mapper.writeValueAsString(change)));
		}
		if (!upto.equals(from)) {
			this.recent.add(arrived, Map.of(LOG, upto));
			this.seen = upto;
		}
		if (rows.size() < AT_ONCE) {
			this.recent.follow(LOG);
		}
		return rows.size() == AT_ONCE;
	}

	private List<Row> after(Place place) {
		return this.database.sql("""
				SELECT xid::text::bigint, seq, family, key, agency FROM hub.change
				WHERE (xid, seq) > (:major::text::xid8, :minor) AND %s ORDER BY xid, seq LIMIT :most
				""".formatted(SETTLED))
			.param("major", place.major())
			.param("minor", place.minor())
			.param("most", AT_ONCE)
			.query((row, number) -> new Row(new Place(row.getLong(1), row.getLong(2)),
					new Change(row.getString(3), row.getString(4), row.getString(5), row.getLong(1))))
			.list();
	}

	/** Up to where changes were forgotten. */
	private Place swept() {
		return this.database.sql("SELECT xid::text::bigint, seq FROM hub.swept")
			.query((row, number) -> new Place(row.getLong(1), row.getLong(2)))
			.optional()
			.orElse(Place.START);
	}

	/** Behind as many as are wanted of before now, or behind what was forgotten. */
	private Place start() {
		return this.database
			.sql("""
					(SELECT xid::text::bigint AS major, seq, xid FROM hub.change WHERE %s ORDER BY xid DESC, seq DESC OFFSET :kept LIMIT 1)
					UNION ALL SELECT xid::text::bigint, seq, xid FROM hub.swept ORDER BY xid DESC, seq DESC LIMIT 1
					"""
				.formatted(SETTLED))
			.param("kept", this.recent.wanted())
			.query((row, number) -> new Place(row.getLong(1), row.getLong(2)))
			.optional()
			.orElse(Place.START);
	}

	@Override
	public void rest() {
		// Connections are the pool's.
	}

	private record Row(Place place, Change change) {

	}

}
