package org.buranakan.pilot.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** A log with copies, late and contradicting records among the good ones. */
final class DisturbedLog implements Iterator<Step> {

	private static final int MEMORY = 500;

	private static final int LATEST = 200;

	private final Iterator<Step> log;

	private final Disturbance disturbance;

	private final Dice dice;

	private final List<Step> earlier = new ArrayList<>();

	private final Deque<Step> ready = new ArrayDeque<>();

	private final PriorityQueue<Held> held = new PriorityQueue<>();

	private long taken;

	DisturbedLog(Iterator<Step> log, Disturbance disturbance, Dice dice) {
		this.log = log;
		this.disturbance = disturbance;
		this.dice = dice;
	}

	@Override
	public boolean hasNext() {
		return this.log.hasNext() || !this.ready.isEmpty() || !this.held.isEmpty();
	}

	@Override
	public Step next() {
		while (this.ready.isEmpty()) {
			if (this.log.hasNext()) {
				take(this.log.next());
			}
			else if (!this.held.isEmpty()) {
				this.ready.add(this.held.remove().step());
			}
			else {
				throw new NoSuchElementException();
			}
		}
		return this.ready.remove();
	}

	private void take(Step step) {
		this.taken++;
		if (this.dice.inThousand(this.disturbance.late())) {
			this.held.add(new Held(this.taken + 1 + this.dice.below(LATEST), step));
		}
		else {
			send(step);
		}
		while (!this.held.isEmpty() && this.held.element().until() <= this.taken) {
			send(this.held.remove().step());
		}
	}

	private void send(Step step) {
		this.ready.add(step);
		if (this.earlier.size() < MEMORY) {
			this.earlier.add(step);
		}
		else {
			this.earlier.set((int) (this.taken % MEMORY), step);
		}
		if (this.dice.inThousand(this.disturbance.copies())) {
			this.ready.add(this.dice.oneOf(this.earlier));
		}
		if (this.dice.inThousand(this.disturbance.conflicts())) {
			this.ready.add(this.dice.oneOf(this.earlier).conflicting());
		}
	}

	private record Held(long until, Step step) implements Comparable<Held> {

		@Override
		public int compareTo(Held other) {
			return Long.compare(this.until, other.until);
		}

	}

}
