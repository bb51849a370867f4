package org.buranakan.hub.guarantee;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks ten times a second whether facts, positions and history are of the same batches.
 */
final class SnapshotReader implements AutoCloseable {

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** What one statement, hence one snapshot, sees. */
	private static final String SIGHT = """
			SELECT (SELECT coalesce(sum(received), 0) FROM hub.log) AS received, (SELECT count(*) FROM hub.history) AS history,
				(SELECT coalesce(sum(rejected), 0) FROM hub.log) AS rejected, (SELECT count(*) FROM hub.rejection) AS rejections,
				(SELECT count(*) FROM plan) + (SELECT count(*) FROM activity) + (SELECT count(*) FROM posting) AS rows,
				(SELECT count(DISTINCT entity_id) FROM hub.history JOIN hub.log ON log.id = log_id
					WHERE family IN ('plan', 'activity', 'budget') AND outcome = 'APPLIED') AS entities
			""";

	private final JdbcClient sql;

	private final CountDownLatch enough = new CountDownLatch(1);

	private final Set<Long> moments = new HashSet<>();

	private final ConcurrentLinkedQueue<String> halves = new ConcurrentLinkedQueue<>();

	private volatile int states;

	private int judged;

	private long unanswered;

	private final Thread thread;

	SnapshotReader(JdbcClient sql) {
		this.sql = sql;
		this.thread = Thread.ofPlatform().name("reader").start(this::run);
	}

	/** What it saw of half batches. */
	List<String> halves() {
		return List.copyOf(this.halves);
	}

	/** How many different states it has seen since this was asked last. */
	int newStates() {
		int before = this.judged;
		this.judged = this.states;
		return this.states - before;
	}

	boolean isLooking() {
		return this.thread.isAlive();
	}

	@Override
	public void close() {
		this.enough.countDown();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		LoggerFactory.getLogger(SnapshotReader.class)
			.info("The reader saw {} states, and had {} times no answer", this.states, this.unanswered);
	}

	private void run() {
		try {
			while (!this.enough.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
				look();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void look() {
		try {
			this.sql.sql(SIGHT).query((row) -> {
				String seen = "received %d, history %d, rejected %d, rejections %d, rows %d, entities %d".formatted(
						row.getLong("received"), row.getLong("history"), row.getLong("rejected"),
						row.getLong("rejections"), row.getLong("rows"), row.getLong("entities"));
				if (row.getLong("received") != row.getLong("history")
						|| row.getLong("rejected") != row.getLong("rejections")
						|| row.getLong("rows") != row.getLong("entities")) {
					this.halves.add(seen);
				}
				this.moments.add(row.getLong("received"));
			});
			this.states = this.moments.size();
		}
		// While PostgreSQL is away nobody can read, and who cannot read sees no half.
		catch (DataAccessException ex) {
			this.unanswered++;
		}
	}

}
