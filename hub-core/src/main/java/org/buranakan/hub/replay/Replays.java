package org.buranakan.hub.replay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.buranakan.hub.audit.Difference;
import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.Fingerprints;
import org.buranakan.hub.derivation.Derived;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.intake.Account;
import org.buranakan.hub.intake.Refold;
import org.buranakan.hub.intake.Unrepeatable;
import org.buranakan.hub.view.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays, one at a time. */
@Component
class Replays {

	private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

	private static final Duration STEP = Duration.ofMillis(500);

	/** How often a moment is looked for at which derived rows are those of the facts. */
	private static final int ATTEMPTS = 50;

	private final DataSourceProperties properties;

	private final Fingerprints live;

	private final JdbcClient reading;

	private final Refold refold;

	private final List<Derived> derived;

	private final ReplayRecords records;

	Replays(DataSourceProperties properties, Fingerprints live, @Reading JdbcClient reading, Refold refold,
			List<Derived> derived, ReplayRecords records) {
		this.properties = properties;
		this.live = live;
		this.reading = reading;
		this.refold = refold;
		this.derived = List.copyOf(derived);
		this.records = records;
	}

	/**
	 * Begins a replay of the whole history.
	 * @return its id; empty while another one is under way
	 */
	Optional<Long> begin() {
		try {
			return Copy.take(this.properties).map((copy) -> {
				this.records.failAbandoned();
				long id = this.records.begin();
				Thread.ofPlatform().name("replay-" + id).daemon().start(() -> run(id, copy));
				return id;
			});
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database does not let a replay begin", ex);
		}
	}

	private void run(long id, Copy copy) {
		try (copy) {
			Replay.Result result = replay(id, copy.create());
			copy.drop();
			this.records.end(id, result);
		}
		catch (Unrepeatable ex) {
			this.records.fail(id, String.valueOf(ex.getMessage()));
		}
		// Whatever it was, the auditor must learn that there is no result.
		catch (SQLException | RuntimeException | Error ex) {
			LOG.error("Replay {} failed", id, ex);
			this.records.fail(id, "Broken off by " + ex.getClass().getSimpleName() + "; the hub's log says more");
		}
	}

	private Replay.Result replay(long id, DataSource copy) {
		for (int attempt = 1;; attempt++) {
			boolean last = attempt == ATTEMPTS;
			Optional<Replay.Result> result = this.live.inSnapshot(() -> (last || this.live.isDrained())
					? Optional.of(replayed(id, copy)) : Optional.<Replay.Result>empty());
			if (result.isPresent()) {
				return result.get();
			}
		}
	}

	/** Within a snapshot of the live view, which stands still meanwhile. */
	private Replay.Result replayed(long id, DataSource copy) {
		Fingerprint before = this.live.take();
		Map<String, Long> until = new LinkedHashMap<>();
		before.positions()
			.stream()
			.filter((position) -> Refold.covers(position.topic()))
			.forEach((position) -> until.put(position.topic(), position.nextOffset()));
		long toFold = until.values().stream().mapToLong(Long::longValue).sum();
		long begun = System.nanoTime();
		Progress progress = new Progress(id, toFold);
		Map<String, Account> accounts = this.refold.into(copy, until, progress::folded);
		Duration folding = Duration.ofNanos(System.nanoTime() - begun);
		this.records.progress(id, Replay.State.DERIVING, toFold, toFold);
		derive(copy);
		this.records.progress(id, Replay.State.COMPARING, toFold, toFold);
		Fingerprints others = this.live.of(copy);
		Fingerprint after = others.take();
		boolean equal = before.facts().equals(after.facts())
				&& (!before.drained() || before.sha256().equals(after.sha256()));
		return new Replay.Result(before, after, before.drained(), folding, miscounts(accounts),
				equal ? List.of() : Difference.between(this.live, others, before.drained()));
	}

	private void derive(DataSource copy) {
		JdbcClient view = JdbcClient.create(copy);
		new TransactionTemplate(new JdbcTransactionManager(copy)).executeWithoutResult((status) -> {
			view.sql("DELETE FROM dirty").update();
			this.derived.forEach((rows) -> rows.derive(view, DirtyKeys.everything()));
		});
	}

	private List<Replay.Miscount> miscounts(Map<String, Account> replayed) {
		List<Replay.Miscount> miscounts = new ArrayList<>();
		this.reading.sql("SELECT topic, received, applied, stale, rejected FROM hub.log ORDER BY topic COLLATE \"C\"")
			.query((row) -> {
				String topic = row.getString(1);
				Account live = new Account(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
				Account again = replayed.getOrDefault(topic, new Account(0, 0, 0, 0));
				if (Refold.covers(topic) && !live.equals(again)) {
					miscounts.add(new Replay.Miscount(topic, live, again));
				}
			});
		return miscounts;
	}

	/** Tells of the records that are folded, now and then. */
	private final class Progress {

		private final long id;

		private final long toFold;

		private long told = System.nanoTime() - STEP.toNanos();

		Progress(long id, long toFold) {
			this.id = id;
			this.toFold = toFold;
			folded(0);
		}

		void folded(long number) {
			long now = System.nanoTime();
			if (now - this.told >= STEP.toNanos()) {
				Replays.this.records.progress(this.id, Replay.State.FOLDING, number, this.toFold);
				this.told = now;
			}
		}

	}

}
