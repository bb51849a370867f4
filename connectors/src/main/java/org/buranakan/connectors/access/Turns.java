package org.buranakan.connectors.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.buranakan.schemas.topic.AgencyId;

import org.springframework.stereotype.Component;

/**
 * So few requests of one agency are worked on at a time that others find a processor
 * free; the rest of its own stand in line, in the order in which they came.
 */
@Component
public final class Turns {

	/** Enough to share one wait for Kafka's acknowledgements. */
	private static final int AT_A_TIME = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration RETRY = Duration.ofSeconds(1);

	private final Map<AgencyId, Semaphore> free = new ConcurrentHashMap<>();

	/** A turn, until it is closed. */
	public static final class Turn implements AutoCloseable {

		private final Semaphore free;

		private Turn(Semaphore free) {
			this.free = free;
		}

		@Override
		public void close() {
			this.free.release();
		}

	}

	/**
	 * Returns when it is the request's turn.
	 * @throws TurnedAway if it does not come in time
	 */
	public Turn await(AgencyId agency) throws TurnedAway {
		Semaphore of = this.free.computeIfAbsent(agency, (id) -> new Semaphore(AT_A_TIME, true));
		try {
			if (of.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				return new Turn(of);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new TurnedAway(Problem.UNAVAILABLE, "others of the agency are not done yet", RETRY);
	}

}
