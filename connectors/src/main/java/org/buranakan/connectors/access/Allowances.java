package org.buranakan.connectors.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.schemas.topic.AgencyId;

import org.springframework.stereotype.Component;

/**
 * What each agency may still send: so many items a minute, those of ten seconds or of a
 * large request at once, so that a program gone wild at one agency takes little from the
 * others.
 */
@Component
public final class Allowances {

	/** As many as a request usually may have at most. */
	private static final int LARGEST_REQUEST = 10_000;

	private final int perMinute;

	private final int atOnce;

	private final Map<AgencyId, Share> shares = new ConcurrentHashMap<>();

	/** What one agency has left, and until when it was told to wait. */
	private static final class Share {

		private final Bucket left;

		private final AtomicLong closedUntil = new AtomicLong(System.nanoTime());

		Share(Bucket left) {
			this.left = left;
		}

		/** A longer wait that was told already stays. */
		void close(long until) {
			this.closedUntil.accumulateAndGet(until, (before, now) -> (now - before > 0) ? now : before);
		}

	}

	Allowances(AccessSettings settings) {
		this.perMinute = settings.itemsPerMinute();
		this.atOnce = Math.min(this.perMinute, Math.max(LARGEST_REQUEST, this.perMinute / 6));
	}

	/**
	 * Spends one item for a question.
	 * @throws TurnedAway if not even one is left
	 */
	void ask(HostedAgency agency) throws TurnedAway {
		spend(agency, 1);
	}

	/**
	 * The same for a request that hands something in. Whoever was told to wait and does
	 * not is turned away for that alone: what it sends costs nobody the reading.
	 * @throws TurnedAway if not even one is left, or the wait is not over
	 */
	void begin(HostedAgency agency) throws TurnedAway {
		long wait = share(agency).closedUntil.get() - System.nanoTime();
		if (wait > 0) {
			throw tooMuch(wait);
		}
		spend(agency, 1);
	}

	/**
	 * Spends what the items of a request cost beyond its beginning.
	 * @throws TurnedAway if not as much is left; then no more is spent
	 */
	public void cover(HostedAgency agency, int items) throws TurnedAway {
		if (items > this.atOnce) {
			throw new TurnedAway(Problem.TOO_MANY_ITEMS, this.atOnce + " items at most");
		}
		if (items > 1) {
			spend(agency, items - 1);
		}
	}

	private void spend(HostedAgency agency, int items) throws TurnedAway {
		Share share = share(agency);
		ConsumptionProbe probe = share.left.tryConsumeAndReturnRemaining(items);
		if (!probe.isConsumed()) {
			share.close(System.nanoTime() + probe.getNanosToWaitForRefill());
			throw tooMuch(probe.getNanosToWaitForRefill());
		}
	}

	private TurnedAway tooMuch(long wait) {
		return new TurnedAway(Problem.TOO_MUCH, this.perMinute + " items a minute at most", Duration.ofNanos(wait));
	}

	private Share share(HostedAgency agency) {
		return this.shares.computeIfAbsent(agency.id(), (id) -> new Share(full()));
	}

	private Bucket full() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.atOnce).refillGreedy(this.perMinute, Duration.ofMinutes(1)))
			.build();
	}

}
