package org.buranakan.hub.overview;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Watches for the end of the changes to move and wakes the streams: one query per period,
 * however many clients there are.
 */
@Component
class Tail implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Tail.class);

	private final Changes changes;

	private final StreamSettings settings;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition moved = this.lock.newCondition();

	private Cursor end = Cursor.START;

	private volatile boolean running;

	Tail(Changes changes, StreamSettings settings) {
		this.changes = changes;
		this.settings = settings;
	}

	/**
	 * Waits until there is something after a cursor, the time is over, or the hub stops.
	 * @return false when the hub stops
	 */
	boolean await(Cursor seen, Duration longest) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			long left = longest.toNanos();
			while (this.running && this.end.compareTo(seen) <= 0 && left > 0) {
				left = this.moved.awaitNanos(left);
			}
			return this.running;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void start() {
		this.running = true;
		Thread.ofVirtual().name("changes").start(this::watch);
	}

	@Override
	public void stop() {
		this.running = false;
		wake(this.end);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void watch() {
		while (this.running) {
			try {
				wake(this.changes.end());
			}
			catch (DataAccessException ex) {
				LOG.warn("Changes cannot be read; the streams wait: {}", ex.getMessage());
			}
			java.util.concurrent.locks.LockSupport
				.parkNanos(TimeUnit.MILLISECONDS.toNanos(this.settings.poll().toMillis()));
		}
	}

	private void wake(Cursor now) {
		this.lock.lock();
		try {
			if (!this.running || !now.equals(this.end)) {
				this.end = now;
				this.moved.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
