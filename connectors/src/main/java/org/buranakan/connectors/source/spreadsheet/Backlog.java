package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;

/**
 * Batches that are worked off one after the other while the next are read. What goes
 * wrong with one ends those behind it, and is thrown to whoever hands in another once it
 * went wrong, or waits for the end.
 */
final class Backlog {

	/** So that reading and working need not keep step; all of it is in memory. */
	private static final int MOST = 3;

	private final Deque<Batch> batches = new ArrayDeque<>();

	/** Its work and who does it. */
	private record Batch(FutureTask<?> work, Thread worker) {
	}

	/**
	 * Waits while too many are before, and has this one worked off while the caller goes
	 * on.
	 */
	void add(Runnable next) {
		while (this.batches.size() >= MOST || isFirstDone()) {
			await(this.batches.removeFirst());
		}
		Batch before = this.batches.peekLast();
		FutureTask<?> work = new FutureTask<>(() -> {
			if (before != null) {
				before.work().get();
			}
			next.run();
			return null;
		});
		this.batches.add(new Batch(work, Thread.ofVirtual().name("backlog").start(work)));
	}

	private boolean isFirstDone() {
		Batch first = this.batches.peekFirst();
		return first != null && first.work().isDone();
	}

	/**
	 * Returns once nothing is left; who is interrupted interrupts the work, and waits on.
	 */
	void await() {
		while (!this.batches.isEmpty()) {
			await(this.batches.removeFirst());
		}
	}

	private void await(Batch batch) {
		boolean interrupted = false;
		boolean done = false;
		try {
			while (!done) {
				try {
					batch.work().get();
					done = true;
				}
				catch (InterruptedException ex) {
					interrupted = true;
					batch.worker().interrupt();
				}
			}
		}
		catch (ExecutionException ex) {
			this.batches.clear();
			throw rethrown(ex);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** What went wrong, of the first batch that it went wrong with. */
	private static RuntimeException rethrown(ExecutionException failure) {
		return switch (failure.getCause()) {
			case Error error -> throw error;
			case RuntimeException cause -> cause;
			case ExecutionException before -> rethrown(before);
			case null, default -> new IllegalStateException(failure);
		};
	}

}
