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
 * large request at once, in so many requests, those of a second at once; so that a
 * program gone wild at one agency takes little from the others.
 */
@Component
public final class Allowances {

	/** As many as a request usually may have at most. */
	private static final int LARGEST_REQUEST = 10_000;

	private final int perMinute;

	private final int atOnce;

	private final int requestsPerMinute;

	private final Map<AgencyId, Share> shares = new ConcurrentHashMap<>();

	/** What one agency has left, and until when it was told to wait. */
	private static final class Share {

		private final Bucket items;

		private final Bucket requests;

		private final AtomicLong closedUntil = new AtomicLong(System.nanoTime());

		Share(Bucket items, Bucket requests) {
			this.items = items;
			this.requests = requests;
		}

		/** A longer wait that was told already stays. */
		void close(long until) {
			this.closedUntil.accumulateAndGet(until, (before, now) -> (now - before > 0) ? now : before);
		}

	}

	Allowances(AccessSettings settings) {
		this.perMinute = settings.itemsPerMinute();
		this.atOnce = Math.min(this.perMinute, Math.max(LARGEST_REQUEST, this.perMinute / 6));
		this.requestsPerMinute = settings.requestsPerMinute();
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
		spend(agency, share(agency).requests, 1);
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
		spend(agency, share(agency).items, items);
	}

	private void spend(HostedAgency agency, Bucket from, int much) throws TurnedAway {
		ConsumptionProbe probe = from.tryConsumeAndReturnRemaining(much);
		if (!probe.isConsumed()) {
			share(agency).close(System.nanoTime() + probe.getNanosToWaitForRefill());
			throw tooMuch(probe.getNanosToWaitForRefill());
		}
	}

	private TurnedAway tooMuch(long wait) {
		return new TurnedAway(Problem.TOO_MUCH,
				this.perMinute + " items and " + this.requestsPerMinute + " requests a minute at most",
				Duration.ofNanos(wait));
	}

	private Share share(HostedAgency agency) {
		return this.shares.computeIfAbsent(agency.id(), (id) -> new Share(full(this.atOnce, this.perMinute),
				full(this.requestsPerMinute / 60, this.requestsPerMinute)));
	}

	private static Bucket full(int atOnce, int perMinute) {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(atOnce).refillGreedy(perMinute, Duration.ofMinutes(1)))
			.build();
	}

}
