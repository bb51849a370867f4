package org.buranakan.connectors.access;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.http.HttpServletRequest;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.schemas.topic.AgencyId;

import org.springframework.stereotype.Component;

/** The bodies of requests, within bounds of size and time. */
@Component
public final class Bodies {

	/** So many of the largest bodies an agency may have in memory at a time. */
	private static final long AT_A_TIME = 2;

	private final Duration grace;

	private final Map<AgencyId, AtomicLong> held = new ConcurrentHashMap<>();

	Bodies(AccessSettings settings) {
		this.grace = settings.bodyGrace();
	}

	/**
	 * The body of the request, inflated if it is gzip. Reading it throws
	 * {@link TurnedAway} where it oversteps a bound, breaks off or is no gzip.
	 * @param largest the most bytes, as sent and as inflated
	 * @throws TurnedAway if it is encoded in another way, or no gzip
	 */
	public InputStream of(HttpServletRequest request, long largest) throws IOException {
		return BoundedBody.of(request, largest, new BodyPace(System.nanoTime(), this.grace));
	}

	/**
	 * The same in memory, until it is closed.
	 * @throws TurnedAway also if the agency has too much there already
	 */
	public HeldBody hold(HostedAgency agency, HttpServletRequest request, long largest) throws IOException {
		AtomicLong others = this.held.computeIfAbsent(agency.id(), (id) -> new AtomicLong());
		return HeldBody.of(of(request, largest), others, AT_A_TIME * largest);
	}

}
