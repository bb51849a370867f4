package org.buranakan.hub.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.buranakan.hub.view.Moment;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The fingerprint for whoever asks, however many ask: the view is read again only when it
 * moved, and those who wait while it is read share what the next reading finds.
 */
@Component
public class LatestFingerprint {

	private static final int CUTS = 10;

	private final Fingerprints fingerprints;

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable Taken latest;

	/** By cut; of those that were asked for last. */
	private final Map<String, Fingerprint> ofCuts = new LinkedHashMap<>(16, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Fingerprint> eldest) {
			return size() > CUTS;
		}

	};

	LatestFingerprint(Fingerprints fingerprints) {
		this.fingerprints = fingerprints;
	}

	/**
	 * The fingerprint of a state that the view had when it was asked for, or later; or of
	 * the moment that the request asks for.
	 */
	public Fingerprint now() {
		Optional<Moment> moment = Moment.ofRequest();
		if (moment.isPresent()) {
			return at(moment.get().cut());
		}
		long asked = System.nanoTime();
		this.lock.lock();
		try {
			Taken known = this.latest;
			if (known != null && known.begun() - asked >= 0) {
				return known.fingerprint();
			}
			long begun = System.nanoTime();
			// Marked before it is read: what moves in between makes the mark too old.
			String mark = this.fingerprints.mark();
			if (known == null || !known.mark().equals(mark)) {
				known = new Taken(mark, begun, this.fingerprints.take());
				this.latest = known;
			}
			return known.fingerprint();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** That of a cut never changes. */
	private Fingerprint at(String cut) {
		this.lock.lock();
		try {
			return this.ofCuts.computeIfAbsent(cut, (id) -> this.fingerprints.take());
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * A fingerprint and when its reading began.
	 *
	 * @param begun by {@link System#nanoTime()}
	 */
	private record Taken(String mark, long begun, Fingerprint fingerprint) {

	}

}
