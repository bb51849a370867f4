package org.buranakan.hub.finding;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Moment;
import org.buranakan.hub.view.Statement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How often each rule finds something, for whoever asks, however many ask: whole tables
 * are counted for it, so once in a while is enough.
 */
@Component
class Firings {

	/** How old figures may be. */
	static final Duration REMEMBERED = Duration.ofMinutes(1);

	private static final String FIRINGS = Statement.of(Firings.class, "firings.sql");

	private final Documents documents;

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable Count latest;

	Firings(Documents documents) {
		this.documents = documents;
	}

	/** By rule; of a request's own moment, where it asks for one. */
	Map<String, Firing> now() {
		return Moment.ofRequest().isPresent() ? count() : at(System.nanoTime());
	}

	/** By rule, as they stood at most so long before. */
	Map<String, Firing> at(long nanos) {
		this.lock.lock();
		try {
			Count count = this.latest;
			if (count == null || nanos - count.begun() > REMEMBERED.toNanos()) {
				count = new Count(nanos, count());
				this.latest = count;
			}
			return count.firings();
		}
		finally {
			this.lock.unlock();
		}
	}

	private Map<String, Firing> count() {
		return this.documents.list(FIRINGS, Map.of(), Firing.class)
			.stream()
			.collect(Collectors.toMap(Firing::rule, Function.identity()));
	}

	/**
	 * Figures of one committed state.
	 *
	 * @param begun by {@link System#nanoTime()}
	 */
	private record Count(long begun, Map<String, Firing> firings) {

	}

}
