package org.buranakan.connectors.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Settlements of many threads, committed in the order in which they came. Whoever has the
 * turn commits for all that wait, so that they share one wait for Kafka's
 * acknowledgements instead of having one each, one after the other.
 */
final class GroupCommit {

	private static final int LARGEST = 32;

	private final ReentrantLock turn = new ReentrantLock(true);

	private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();

	private final Consumer<Settlement> commit;

	/** A settlement and what became of it; read and written only in turn. */
	private static final class Entry {

		private final Settlement settlement;

		private boolean done;

		private @Nullable Throwable failure;

		Entry(Settlement settlement) {
			this.settlement = settlement;
		}

	}

	/**
	 * Commits by that, one group at a time.
	 * @param commit throws {@link HubUnreachable} where nothing can be committed now, and
	 * anything else where the settlement itself is at fault
	 */
	GroupCommit(Consumer<Settlement> commit) {
		this.commit = commit;
	}

	/**
	 * Returns once the settlement is committed, by whichever thread.
	 * @throws HubUnreachable if it is not, or its turn does not come in time
	 */
	void settle(Settlement settlement, Duration patience) {
		Entry own = new Entry(settlement);
		this.waiting.add(own);
		takeTurn(own, patience);
		try {
			while (!own.done) {
				commit(next());
			}
		}
		finally {
			this.turn.unlock();
		}
		switch (own.failure) {
			case RuntimeException failure -> throw failure;
			case Error failure -> throw failure;
			case null, default -> {
				// Nothing checked is ever thrown.
			}
		}
	}

	/** How many stand in line and are not committed yet. */
	int waiting() {
		return this.waiting.size();
	}

	private void takeTurn(Entry own, Duration patience) {
		try {
			if (this.turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
			this.waiting.remove(own);
			throw new HubUnreachable("Others are publishing for too long");
		}
		catch (InterruptedException ex) {
			this.waiting.remove(own);
			Thread.currentThread().interrupt();
			throw new HubUnreachable("Interrupted while waiting to publish", ex);
		}
	}

	private List<Entry> next() {
		List<Entry> group = new ArrayList<>();
		while (group.size() < LARGEST && this.waiting.peek() != null) {
			group.add(this.waiting.remove());
		}
		return group;
	}

	private void commit(List<Entry> group) {
		Throwable failure = attempt(
				(events, refusals) -> group.forEach((entry) -> entry.settlement.settle(events, refusals)));
		boolean alone = group.size() == 1 || failure == null || failure instanceof HubUnreachable;
		for (Entry entry : group) {
			// One of them is at fault: each for itself, so that it harms no other.
			entry.failure = alone ? failure : attempt(entry.settlement);
			entry.done = true;
		}
	}

	private @Nullable Throwable attempt(Settlement settlement) {
		try {
			this.commit.accept(settlement);
			return null;
		}
		catch (RuntimeException | Error ex) {
			return ex;
		}
	}

	/** What is done between reading the memory and awaiting the acknowledgements. */
	@FunctionalInterface
	interface Settlement {

		void settle(Events events, Refusals refusals);

	}

}
