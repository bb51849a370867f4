package org.buranakan.connectors.access;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** The bodies of requests, within bounds of size and time. */
@Component
public final class Bodies {

	private final BodyPace pace;

	Bodies(AccessSettings settings) {
		this.pace = new BodyPace(settings.bodyGrace());
	}

	/**
	 * The body of the request, inflated if it is gzip. Reading it throws
	 * {@link TurnedAway} where it oversteps a bound, breaks off or is no gzip.
	 * @param largest the most bytes, as sent and as inflated
	 * @throws TurnedAway if it is encoded in another way, or no gzip
	 */
	public InputStream of(HttpServletRequest request, long largest) throws IOException {
		return BoundedBody.of(request, largest, this.pace);
	}

}
