package org.buranakan.connectors.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.schemas.topic.AgencyId;

import org.springframework.stereotype.Component;

/**
 * What each agency may still send: so many items a minute, at once or spread over it, so
 * that a program gone wild at one agency takes nothing from the others.
 */
@Component
public final class Allowances {

	private final int perMinute;

	private final Map<AgencyId, Bucket> left = new ConcurrentHashMap<>();

	Allowances(AccessSettings settings) {
		this.perMinute = settings.itemsPerMinute();
	}

	/**
	 * Spends one item for a request that begins.
	 * @throws TurnedAway if not even one is left
	 */
	void begin(HostedAgency agency) throws TurnedAway {
		spend(agency, 1);
	}

	/**
	 * Spends what the items of a request cost beyond its beginning.
	 * @throws TurnedAway if not as much is left; then no more is spent
	 */
	public void cover(HostedAgency agency, int items) throws TurnedAway {
		if (items > this.perMinute) {
			throw new TurnedAway(Problem.TOO_MANY_ITEMS, this.perMinute + " items at most");
		}
		if (items > 1) {
			spend(agency, items - 1);
		}
	}

	private void spend(HostedAgency agency, int items) throws TurnedAway {
		ConsumptionProbe probe = this.left.computeIfAbsent(agency.id(), (id) -> full())
			.tryConsumeAndReturnRemaining(items);
		if (!probe.isConsumed()) {
			throw new TurnedAway(Problem.TOO_MUCH, this.perMinute + " items a minute at most",
					Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	private Bucket full() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.perMinute).refillGreedy(this.perMinute, Duration.ofMinutes(1)))
			.build();
	}

}
