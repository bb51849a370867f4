package org.buranakan.hub.cut;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.Fingerprints;
import org.buranakan.hub.audit.Standstill;
import org.buranakan.hub.view.Reading;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes cuts, one at a time. */
@Component
class CutTaking {

	private final Fingerprints live;

	private final Standstill standstill;

	private final JdbcClient reading;

	private final Cuts cuts;

	private final ReentrantLock lock = new ReentrantLock();

	CutTaking(Fingerprints live, Standstill standstill, @Reading JdbcClient reading, Cuts cuts) {
		this.live = live;
		this.standstill = standstill;
		this.reading = reading;
		this.cuts = cuts;
	}

	/**
	 * Takes a cut of what is committed; while nothing moves that is the one before.
	 * @return empty before the first business date, for a cut is of a day
	 */
	Optional<Taken> take() {
		this.lock.lock();
		try {
			Standing now = Standing.of(this.reading);
			if (now.businessDate() == null) {
				return Optional.empty();
			}
			Optional<Cut> before = this.cuts.find(now.id()).filter((cut) -> cut.fingerprint() != null);
			return Optional.of(before.map((cut) -> new Taken(cut, false)).orElseGet(this::takeNew));
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Whether some log has moved since the newest cut. */
	boolean hasMoved(Cut newest) {
		return !Standing.of(this.reading).id().equals(newest.id());
	}

	private Taken takeNew() {
		return this.live.inSnapshot(() -> {
			Fingerprint fingerprint = this.standstill.isReached() ? this.live.take() : null;
			Standing standing = Standing.of(this.reading);
			boolean isNew = this.cuts.record(standing, fingerprint);
			return new Taken(this.cuts.find(standing.id()).orElseThrow(), isNew);
		});
	}

	/**
	 * A cut.
	 *
	 * @param isNew false where it was taken before
	 */
	record Taken(Cut cut, boolean isNew) {

		Taken {
			Objects.requireNonNull(cut);
		}

	}

}
