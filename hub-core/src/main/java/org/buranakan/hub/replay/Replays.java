package org.buranakan.hub.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.audit.Difference;
import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.Fingerprints;
import org.buranakan.hub.audit.Standstill;
import org.buranakan.hub.audit.ViewSchema;
import org.buranakan.hub.derivation.Derived;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.intake.Account;
import org.buranakan.hub.intake.Refold;
import org.buranakan.hub.intake.Refolding;
import org.buranakan.hub.intake.Unrepeatable;
import org.buranakan.hub.view.Reading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays, one at a time. */
@Component
class Replays implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

	private static final Duration STEP = Duration.ofMillis(500);

	/** How often intake is asked to wait for derivation, and how long in between. */
	private static final int ATTEMPTS = 5;

	private static final Duration REST = Duration.ofSeconds(1);

	private final HikariDataSource database;

	private final Standstill standstill;

	private final Fingerprints live;

	private final JdbcClient reading;

	private final Refold refold;

	private final List<Derived> derived;

	private final ReplayRecords records;

	private final ReentrantLock beginning = new ReentrantLock();

	private volatile @Nullable Thread running;

	Replays(HikariDataSource database, Standstill standstill, Fingerprints live, @Reading JdbcClient reading,
			Refold refold, List<Derived> derived, ReplayRecords records) {
		this.database = database;
		this.standstill = standstill;
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
		this.beginning.lock();
		try {
			Thread before = this.running;
			if (before != null && before.isAlive()) {
				return Optional.empty();
			}
			return Copy.take(this.database).map(this::begin);
		}
		finally {
			this.beginning.unlock();
		}
	}

	private Long begin(Copy copy) {
		try {
			this.records.failAbandoned();
			long id = this.records.begin();
			this.running = Thread.ofPlatform().name("replay-" + id).daemon().start(() -> run(id, copy));
			return id;
		}
		catch (RuntimeException | Error ex) {
			copy.close();
			throw ex;
		}
	}

	private void run(long id, Copy copy) {
		try (copy) {
			Replay.Result result = replay(id, copy);
			copy.drop();
			this.records.end(id, result);
		}
		catch (Unrepeatable ex) {
			this.records.fail(id, String.valueOf(ex.getMessage()));
		}
		// Whatever it was, the auditor must learn that there is no result.
		catch (RuntimeException | Error ex) {
			LOG.error("Replay {} failed", id, ex);
			this.records.fail(id, "Broken off by " + ex.getClass().getSimpleName() + "; the hub's log says more");
		}
	}

	private Replay.Result replay(long id, Copy copy) {
		requireNothingSetAside();
		DataSource tables = copy.create();
		try (Refolding refolding = this.refold.into(tables)) {
			// Most of it before the snapshot, which keeps PostgreSQL from cleaning up.
			Map<String, Long> ends = ends(this.live.positions());
			Progress progress = new Progress(id, copy, ends);
			refolding.until(ends, progress::folded);
			for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
				Optional<Replay.Result> result = this.live.inSnapshot(() -> this.standstill.isReached()
						? Optional.of(compared(progress, tables, refolding)) : Optional.<Replay.Result>empty());
				if (result.isPresent()) {
					return result.get();
				}
				LockSupport.parkNanos(REST.toNanos());
			}
		}
		throw new Unrepeatable("Derived rows of the live view were behind its facts all the time; ask again later");
	}

	/** What cannot be derived live cannot be derived again. */
	private void requireNothingSetAside() {
		List<String> aside = this.reading.sql(
				"SELECT kind || '/' || key || ' (' || quarantined || ')' FROM dirty WHERE quarantined IS NOT NULL LIMIT 5")
			.query((row, number) -> row.getString(1))
			.list();
		if (!aside.isEmpty()) {
			throw new Unrepeatable("What rests on these keys cannot be derived: " + String.join(", ", aside));
		}
	}

	/** Within a snapshot of the live view, which stands still meanwhile. */
	private Replay.Result compared(Progress progress, DataSource copy, Refolding refolding) {
		Fingerprint before = this.live.take();
		progress.ends = ends(before.positions());
		Map<String, Account> accounts = refolding.until(progress.ends, progress::folded);
		Duration folding = progress.taken();
		progress.reached(Replay.State.DERIVING);
		ViewSchema.REPLAY.analyze(copy);
		JdbcClient view = JdbcClient.create(copy);
		TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(copy));
		view.sql("DELETE FROM dirty").update();
		// Not all in one: the stream of changes waits for who writes for long.
		this.derived
			.forEach((rows) -> transaction.executeWithoutResult((status) -> rows.derive(view, DirtyKeys.everything())));
		progress.reached(Replay.State.COMPARING);
		Fingerprints others = this.live.of(copy);
		Replay.Result result = new Replay.Result(before, others.take(), folding, miscounts(accounts), List.of());
		return result.isEqual() ? result : result.with(others.inSnapshot(() -> Difference.between(this.live, others)));
	}

	private static Map<String, Long> ends(List<Fingerprint.Position> positions) {
		Map<String, Long> ends = new LinkedHashMap<>();
		positions.stream()
			.filter((position) -> Refold.covers(position.topic()))
			.forEach((position) -> ends.put(position.topic(), position.nextOffset()));
		return ends;
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

	/** Ends what a process before this one left, if nobody is at it. */
	@Override
	public void start() {
		try {
			Copy.take(this.database).ifPresent((copy) -> {
				try (copy) {
					this.records.failAbandoned();
				}
			});
		}
		catch (DataAccessException ex) {
			LOG.warn("What an earlier process left of a replay is not looked at", ex);
		}
	}

	@Override
	public void stop() {
		Thread replay = this.running;
		if (replay != null) {
			replay.interrupt();
			try {
				replay.join(Duration.ofSeconds(10));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return true;
	}

	/** Tells of the records that are folded, now and then. */
	private final class Progress {

		private final long id;

		private final Copy copy;

		private final long begun = System.nanoTime();

		private Map<String, Long> ends;

		private long told;

		Progress(long id, Copy copy, Map<String, Long> ends) {
			this.id = id;
			this.copy = copy;
			this.ends = ends;
			tell(Replay.State.FOLDING, 0);
		}

		void folded(long number) {
			if (System.nanoTime() - this.told >= STEP.toNanos()) {
				tell(Replay.State.FOLDING, number);
			}
		}

		void reached(Replay.State state) {
			tell(state, all());
		}

		Duration taken() {
			return Duration.ofNanos(System.nanoTime() - this.begun);
		}

		private void tell(Replay.State state, long folded) {
			this.copy.requireLock();
			Replays.this.records.progress(this.id, state, folded, all());
			this.told = System.nanoTime();
		}

		private long all() {
			return this.ends.values().stream().mapToLong(Long::longValue).sum();
		}

	}

}
