package org.buranakan.hub.rounds;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Work that is done over and over, on a thread of its own, until it is stopped. It can be
 * started again.
 */
public final class Rounds {

	/** How long a round that is under way may take to end. */
	private static final Duration LAST = Duration.ofSeconds(10);

	private final String name;

	private final Supplier<Duration> round;

	private volatile CountDownLatch stop = new CountDownLatch(1);

	private volatile @Nullable Thread thread;

	/**
	 * Begins nothing yet.
	 * @param name of the thread
	 * @param round does the work once, and says how long to rest; what it throws ends the
	 * thread
	 */
	public Rounds(String name, Supplier<Duration> round) {
		this.name = name;
		this.round = round;
	}

	public void start() {
		this.stop = new CountDownLatch(1);
		this.thread = Thread.ofPlatform().name(this.name).start(this::run);
	}

	/** Ends the rest, and waits for a round that is under way. */
	public void stop() {
		this.stop.countDown();
		Thread running = this.thread;
		if (running != null) {
			try {
				running.join(LAST);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		this.thread = null;
	}

	public boolean isRunning() {
		Thread running = this.thread;
		return running != null && running.isAlive();
	}

	private void run() {
		try {
			Duration rest = Duration.ZERO;
			while (!this.stop.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
				rest = this.round.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
