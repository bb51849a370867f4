package org.buranakan.connectors.source.spreadsheet;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;

/**
 * One batch that is worked off while the next is read. What goes wrong with it is thrown
 * to whoever hands in the next or waits for the end.
 */
final class Backlog {

	private @Nullable Thread worker;

	private @Nullable FutureTask<?> batch;

	/** Waits for the batch before, and works this one off while the caller goes on. */
	void add(Runnable next) {
		await();
		FutureTask<?> handed = new FutureTask<>(next, null);
		this.batch = handed;
		this.worker = Thread.ofVirtual().name("backlog").start(handed);
	}

	/**
	 * Returns once nothing is left; who is interrupted interrupts the work, and waits on.
	 */
	void await() {
		boolean interrupted = false;
		FutureTask<?> last = this.batch;
		try {
			while (last != null) {
				try {
					last.get();
					last = null;
				}
				catch (InterruptedException ex) {
					interrupted = true;
					Objects.requireNonNull(this.worker).interrupt();
				}
			}
		}
		catch (ExecutionException ex) {
			switch (ex.getCause()) {
				case Error error -> throw error;
				case RuntimeException failure -> throw failure;
				case null, default -> throw new IllegalStateException(ex);
			}
		}
		finally {
			this.batch = null;
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
