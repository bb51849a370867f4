package org.buranakan.hub.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.audit.ViewSchema;
import org.buranakan.hub.cut.Cut;
import org.buranakan.hub.intake.Unrepeatable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Replays, one at a time. */
@Component
class Replays implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

	private final HikariDataSource database;

	private final LiveReplay live;

	private final CutReplay until;

	private final ReplayRecords records;

	private final ReentrantLock beginning = new ReentrantLock();

	private volatile @Nullable Thread running;

	Replays(HikariDataSource database, LiveReplay live, CutReplay until, ReplayRecords records) {
		this.database = database;
		this.live = live;
		this.until = until;
		this.records = records;
	}

	/**
	 * Begins a replay.
	 * @param cut until where; null for the whole history
	 * @return its id; empty while another one is under way
	 */
	Optional<Long> begin(@Nullable Cut cut) {
		this.beginning.lock();
		try {
			Thread before = this.running;
			if (before != null && before.isAlive()) {
				return Optional.empty();
			}
			return Copy.take(this.database, ViewSchema.REPLAY).map((copy) -> begin(copy, cut));
		}
		finally {
			this.beginning.unlock();
		}
	}

	private Long begin(Copy copy, @Nullable Cut cut) {
		try {
			this.records.failAbandoned();
			long id = this.records.begin((cut != null) ? cut.id() : null);
			this.running = Thread.ofPlatform().name("replay-" + id).daemon().start(() -> run(id, copy, cut));
			return id;
		}
		catch (RuntimeException | Error ex) {
			copy.close();
			throw ex;
		}
	}

	private void run(long id, Copy copy, @Nullable Cut cut) {
		try (copy) {
			Progress progress = new Progress(this.records, id, copy);
			Replay.Result result = (cut != null) ? this.until.run(cut, copy, progress) : this.live.run(copy, progress);
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

	/** Ends what a process before this one left, if nobody is at it. */
	@Override
	public void start() {
		try {
			Copy.take(this.database, ViewSchema.REPLAY).ifPresent((copy) -> {
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

}
