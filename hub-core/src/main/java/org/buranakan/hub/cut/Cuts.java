package org.buranakan.hub.cut;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.intake.Account;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.NoPast;
import org.buranakan.hub.view.Page;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Terms;
import org.buranakan.hub.view.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables {@code hub.cut} and {@code hub.cut_log}: the cuts that were ever taken. */
@Component
public class Cuts {

	/** As an id: the newest cut. */
	public static final String LATEST = "latest";

	private static final String DOCUMENT = Statement.of(Cuts.class, "cut-document.sql");

	private static final String PAGE = Statement.of(Cuts.class, "cuts.sql")
		.replace("/* document */", DOCUMENT.replace("/* positions */", "'[]'::jsonb"));

	private static final String CUT = "SELECT "
			+ DOCUMENT.replace("/* positions */", Statement.of(Cuts.class, "positions.sql")) + " FROM hub.cut c ";

	private static final String NEWEST = "ORDER BY c.taken_at DESC, c.id LIMIT 1";

	private static final String RECORD = Statement.of(Cuts.class, "record.sql");

	/** Whoever settles instants, or takes a cut, waits for the other. */
	private static final String NEXT_INSTANT = """
			INSERT INTO hub.settled_instant AS s (upto) VALUES (clock_timestamp())
			ON CONFLICT (one) DO UPDATE SET upto = greatest(clock_timestamp(), s.upto + interval '1 microsecond') RETURNING upto
			""";

	/** All until now, so that whoever asks for one of these has nothing to write. */
	private static final String SETTLE = """
			INSERT INTO hub.settled_instant AS s (upto) SELECT clock_timestamp() WHERE :instant::timestamptz <= clock_timestamp()
			ON CONFLICT (one) DO UPDATE SET upto = greatest(s.upto, excluded.upto)
			""";

	/** How long a reader waits for others who settle instants. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** Whoever asks, no more of intake's connections than one write this down. */
	private final ReentrantLock settling = new ReentrantLock();

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final Documents documents;

	private final JsonMapper mapper;

	Cuts(JdbcClient database, TransactionTemplate transaction, Documents documents, JsonMapper mapper) {
		this.database = database;
		this.transaction = transaction;
		this.documents = documents;
		this.mapper = mapper;
	}

	/** The newest first, without their positions. */
	Page<Cut> page(Window window) {
		return this.documents.page(PAGE, new Terms(), window, Cut.class);
	}

	/** A cut by its id, or by {@value #LATEST}. */
	public Optional<Cut> find(String id) {
		return id.equals(LATEST) ? one(NEWEST, Map.of()) : one("WHERE c.id = :id", Map.of("id", id));
	}

	/** The same, where it may have been written down in the caller's transaction. */
	Optional<Cut> written(String id) {
		return this.database.sql(CUT + (id.equals(LATEST) ? NEWEST : "WHERE c.id = :id"))
			.param("id", id)
			.query((row, number) -> cut(row.getString(1)))
			.optional();
	}

	/**
	 * The newest that was taken at that instant or before it. Once this is answered the
	 * answer stays: whatever is taken later has a later instant, also where the clock was
	 * set back.
	 * @throws NoPast if the instant has not come yet
	 */
	public Optional<Cut> at(Instant instant) {
		Map<String, Object> parameters = Map.of("instant", instant.atOffset(ZoneOffset.UTC));
		if (!isSettled(parameters)) {
			settle(instant, parameters);
		}
		return one("WHERE c.taken_at <= :instant " + NEWEST, parameters);
	}

	private void settle(Instant instant, Map<String, Object> parameters) {
		try {
			if (!this.settling.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Busy("มีผู้ถามถึงเวลาล่าสุดพร้อมกันจำนวนมาก โปรดลองใหม่ในอีกครู่หนึ่ง",
						"Too many ask for the present moment at once; try again in a moment.");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Busy("ระบบกำลังหยุดทำงาน โปรดลองใหม่ในอีกครู่หนึ่ง",
					"The hub is stopping; try again in a moment.");
		}
		try {
			if (!isSettled(parameters) && !Boolean.TRUE.equals(this.transaction.execute((status) -> {
				this.database.sql("SELECT set_config('lock_timeout', :patience, true)")
					.param("patience", PATIENCE.toMillis() + "ms")
					.query()
					.listOfRows();
				return this.database.sql(SETTLE).params(parameters).update() == 1;
			}))) {
				throw NoPast.notYet(instant.toString());
			}
		}
		finally {
			this.settling.unlock();
		}
	}

	private boolean isSettled(Map<String, Object> parameters) {
		return this.documents
			.one("SELECT to_jsonb(upto) FROM hub.settled_instant WHERE upto >= :instant::timestamptz", parameters,
					String.class)
			.isPresent();
	}

	private Optional<Cut> one(String which, Map<String, Object> parameters) {
		return this.documents.one(CUT + which, parameters, Cut.class);
	}

	/** The oldest that wait to be published. */
	List<Cut> unpublished(int most) {
		return this.database.sql(CUT + "WHERE c.published_offset IS NULL ORDER BY c.taken_at, c.id LIMIT :most")
			.param("most", most)
			.query((row, number) -> cut(row.getString(1)))
			.list();
	}

	/** What had become of the records of each log, by topic. */
	public Map<String, Account> accounts(String id) {
		Map<String, Account> accounts = new TreeMap<>();
		this.database.sql("""
				SELECT l.topic, c.received, c.applied, c.stale, c.rejected
				FROM hub.cut_log c JOIN hub.log l ON l.id = c.log_id WHERE c.cut = :id
				""").param("id", id).query((row) -> {
			accounts.put(row.getString(1), new Account(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
		});
		return accounts;
	}

	/**
	 * Writes a cut down, unless the newest one is further in some log. Where the same was
	 * taken before, that one stands, and learns the fingerprint if it had none.
	 * @param live the fingerprint of the same snapshot; null if it is not known
	 * @param unlessAfter writes nothing if there is one that was taken after that, by
	 * whichever process; null to write in any case
	 * @return whether it is new
	 */
	boolean record(Standing standing, @Nullable Fingerprint live, @Nullable Instant unlessAfter) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("id", standing.id());
		parameters.put("businessDate", standing.businessDate());
		parameters.put("logs", standing.logs());
		parameters.put("fingerprint", (live != null) ? live.sha256() : null);
		parameters.put("facts", (live != null) ? live.facts() : null);
		parameters.put("rows", (live != null) ? live.rows() : null);
		parameters.put("unlessAfter", (unlessAfter != null) ? unlessAfter.atOffset(ZoneOffset.UTC) : null);
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			parameters.put("takenAt", this.database.sql(NEXT_INSTANT).query(OffsetDateTime.class).single());
			return this.database.sql(RECORD).params(parameters).query(Boolean.class).single();
		}));
	}

	/**
	 * Notes what the first replay until a cut arrived at.
	 * @return false if the cut has a fingerprint
	 */
	public boolean establish(String id, Fingerprint replayed) {
		return this.database.sql("""
				UPDATE hub.cut SET fingerprint = :sha256, facts = :facts, row_count = :rows, established_by = 'REPLAY'
				WHERE id = :id AND fingerprint IS NULL
				""")
			.params(Map.of("id", id, "sha256", replayed.sha256(), "facts", replayed.facts(), "rows", replayed.rows()))
			.update() == 1;
	}

	/** The offset in {@code hub.cut} behind which none of these is known to stand. */
	long publishedUpTo() {
		return this.database.sql("SELECT coalesce(max(published_offset) + 1, 0) FROM hub.cut")
			.query(Long.class)
			.single();
	}

	/** Notes what Kafka has. */
	void published(String id, long offset) {
		this.database.sql("UPDATE hub.cut SET published_offset = :offset WHERE id = :id AND published_offset IS NULL")
			.params(Map.of("id", id, "offset", offset))
			.update();
	}

	private Cut cut(String document) {
		return this.mapper.readValue(document, Cut.class);
	}

}
