package org.buranakan.hub.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * What came last of several logs, in one order, for however many read it: the oldest is
 * dropped for the newest, whoever has not read it yet.
 */
final class RecentChanges {

	/** For a log that another instance of the hub has read further. */
	private static final Duration AHEAD = Duration.ofSeconds(2);

	private final Set<String> logs;

	private final Told[] kept;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition moved = this.lock.newCondition();

	private final Set<String> begun = new HashSet<>();

	/** The logs that have been read to their end once. */
	private final Set<String> followed = new HashSet<>();

	/** Behind what was dropped. */
	private Position floor;

	/** Behind what was read. */
	private Position end;

	/** Numbers count what was ever told; from this one on it is kept. */
	private long oldest;

	private long next;

	private boolean open;

	RecentChanges(Set<String> logs, int kept) {
		this.logs = Set.copyOf(logs);
		this.kept = new Told[kept];
		Map<String, Place> start = new TreeMap<>();
		logs.forEach((log) -> start.put(log, Place.START));
		this.floor = new Position(start);
		this.end = this.floor;
	}

	Set<String> logs() {
		return this.logs;
	}

	/** How many changes of one log are wanted of before now. */
	int wanted() {
		return this.kept.length / this.logs.size();
	}

	void open() {
		changed(() -> this.open = true);
	}

	/** Sends everybody home. */
	void close() {
		changed(() -> this.open = false);
	}

	boolean isOpen() {
		this.lock.lock();
		try {
			return this.open;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * A log is read from there. Where it was read before it is not what it was: nobody's
	 * position counts any more.
	 */
	void begin(String log, Place place) {
		changed(() -> {
			if (!this.begun.add(log)) {
				forget();
				this.followed.remove(log);
			}
			this.floor = this.floor.with(log, place);
			this.end = this.end.with(log, place);
		});
	}

	/** Something that nobody can be told of was passed: everybody is to read anew. */
	void lose() {
		changed(this::forget);
	}

	/**
	 * The topics are these. Where they were others before, nobody's position counts any
	 * more.
	 */
	void topics(String mark) {
		changed(() -> {
			if (!this.end.of().isEmpty() && !this.end.of().equals(mark)) {
				forget();
			}
			this.floor = this.floor.in(mark);
			this.end = this.end.in(mark);
		});
	}

	private void forget() {
		this.next++;
		this.oldest = this.next;
		this.floor = this.end;
	}

	/**
	 * What logs tell, each in its order; clients are woken once for all of it.
	 * @param upto by log, behind all of it
	 */
	void add(List<Arrived> arrived, Map<String, Place> upto) {
		changed(() -> {
			arrived.forEach(this::add);
			upto.forEach((log, place) -> this.end = this.end.with(log, place));
		});
	}

	/** A log has been read to its end: what comes now is new. */
	void follow(String log) {
		this.lock.lock();
		try {
			if (this.followed.add(log)) {
				this.moved.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void add(Arrived arrived) {
		String log = arrived.log();
		this.end = this.end.with(log, arrived.place());
		int slot = (int) (this.next % this.kept.length);
		if (this.next - this.oldest == this.kept.length) {
			Told dropped = this.kept[slot];
			this.floor = this.floor.with(dropped.log(), dropped.place());
			this.oldest++;
		}
		this.kept[slot] = Told.of(log, arrived.place(), this.end, arrived.data());
		this.next++;
	}

	/**
	 * Waits until every log is followed.
	 * @return false if the time is over or the hub stops
	 */
	boolean awaitFollowed(Duration longest) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			long left = longest.toNanos();
			while (this.open && this.followed.size() < this.logs.size() && left > 0) {
				left = this.moved.awaitNanos(left);
			}
			return this.open && this.followed.size() == this.logs.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Where a client goes on that stood there before; null for one that is new.
	 * @return empty if the hub has not begun, or stops
	 */
	Optional<Standing> join(@Nullable Position position) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			if (!this.open) {
				return Optional.empty();
			}
			if (position == null) {
				return Optional.of(new Standing(this.next, this.end, false));
			}
			if (!position.isComparable(this.end)) {
				return Optional.of(lost());
			}
			long left = AHEAD.toNanos();
			while (this.open && !position.isWithin(this.end) && left > 0) {
				left = this.moved.awaitNanos(left);
			}
			boolean known = position.isWithin(this.end) && this.floor.isWithin(position);
			Standing standing = known ? new Standing(this.oldest, position, false) : lost();
			return this.open ? Optional.of(standing) : Optional.empty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * What comes behind somebody, as one text of events; waits until there is something,
	 * the time is over (then it is empty), or the hub stops.
	 * @param most how many changes at once
	 */
	Next await(Standing from, int most, Duration longest) throws InterruptedException {
		List<Told> told = new ArrayList<>();
		Standing reached;
		this.lock.lockInterruptibly();
		try {
			long left = longest.toNanos();
			while (this.open && this.next <= from.next() && left > 0) {
				left = this.moved.awaitNanos(left);
			}
			if (from.next() < this.oldest) {
				return new Next("", lost());
			}
			long upto = Math.min(this.next, from.next() + most);
			for (long number = from.next(); number < upto; number++) {
				told.add(this.kept[(int) (number % this.kept.length)]);
			}
			reached = new Standing(upto, from.position(), false);
		}
		finally {
			this.lock.unlock();
		}
		return frames(told, reached);
	}

	/**
	 * Leaves out what somebody has who stood further in one log and less far in another.
	 */
	private static Next frames(List<Told> told, Standing reached) {
		StringBuilder frames = new StringBuilder();
		Position position = reached.position();
		for (Told one : told) {
			if (!position.covers(one.log(), one.place())) {
				position = position.isWithin(one.position()) ? one.position() : position.with(one.log(), one.place());
				frames.append(one.frame(position));
			}
		}
		return new Next(frames.toString(), new Standing(reached.next(), position, false));
	}

	private Standing lost() {
		return new Standing(this.next, this.end, true);
	}

	private void changed(Runnable change) {
		this.lock.lock();
		try {
			change.run();
			this.moved.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * One change of a log.
	 *
	 * @param log that tells of it
	 * @param place behind it
	 * @param data JSON
	 */
	record Arrived(String log, Place place, String data) {

	}

	/**
	 * Where a client stands.
	 *
	 * @param next the number of what it reads next
	 * @param position what it has
	 * @param lost whether something it does not have may have been dropped
	 */
	record Standing(long next, Position position, boolean lost) {

	}

	/** Events, and where whoever has them stands. */
	record Next(String frames, Standing standing) {

	}

}
