package org.buranakan.hub.cut;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.Fingerprints;
import org.buranakan.hub.audit.Standstill;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes cuts, one at a time. */
@Component
class CutTaking {

	/** How long intake is left alone after derivation was found behind. */
	private static final Duration REST = Duration.ofSeconds(30);

	private final Fingerprints live;

	private final Standstill standstill;

	private final JdbcClient reading;

	private final Cuts cuts;

	private final ReentrantLock lock = new ReentrantLock();

	/** By {@link System#nanoTime()}; guarded by the lock. */
	private long restsUntil = System.nanoTime();

	CutTaking(Fingerprints live, Standstill standstill, @Reading JdbcClient reading, Cuts cuts) {
		this.live = live;
		this.standstill = standstill;
		this.reading = reading;
		this.cuts = cuts;
	}

	/** The cut of what is committed now, where it was taken and is known whole. */
	Optional<Taken> known() {
		return known(Standing.of(this.reading));
	}

	private Optional<Taken> known(Standing now) {
		return this.cuts.find(now.id()).filter((cut) -> cut.fingerprint() != null).map((cut) -> new Taken(cut, false));
	}

	/**
	 * Takes a cut of what is committed; while nothing moves that is the one before.
	 * @return empty before the first business date, for a cut is of a day
	 * @throws Busy while the view is being folded again, for cuts only go forward
	 */
	Optional<Taken> take() {
		return take(null);
	}

	/** Takes one unless some process took one after that. */
	Optional<Taken> takeUnlessAfter(Instant other) {
		return take(other);
	}

	private Optional<Taken> take(@Nullable Instant unlessAfter) {
		this.lock.lock();
		try {
			Standing now = Standing.of(this.reading);
			if (now.businessDate() == null) {
				return Optional.empty();
			}
			if (now.behind()) {
				throw new Busy(
						"กำลังคำนวณภาพรวมใหม่จากบันทึก จึงยังตัดไม่ได้จนกว่าจะถึงจุดที่เคยตัดไว้ โปรดลองใหม่ในอีกครู่หนึ่ง",
						"The view is being folded again, and stands before the newest cut. Ask again in a moment.");
			}
			return known(now).or(() -> takeNew(unlessAfter));
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Whether some log has moved since the newest cut. */
	boolean hasMoved(Cut newest) {
		return !Standing.of(this.reading).id().equals(newest.id());
	}

	private Optional<Taken> takeNew(@Nullable Instant unlessAfter) {
		return this.live.inSnapshot(() -> {
			boolean still = isStill();
			Standing standing = Standing.of(this.reading);
			Fingerprint fingerprint = still ? this.live.take() : null;
			boolean isNew = this.cuts.record(standing, fingerprint, unlessAfter);
			// Another process may have taken a later one meanwhile.
			return this.cuts.written(standing.id())
				.or(() -> this.cuts.written(Cuts.LATEST))
				.map((cut) -> new Taken(cut, isNew));
		});
	}

	/** However many ask, intake waits for derivation that is behind only now and then. */
	private boolean isStill() {
		if (System.nanoTime() - this.restsUntil < 0) {
			return false;
		}
		boolean still = this.standstill.isReached();
		if (!still) {
			this.restsUntil = System.nanoTime() + REST.toNanos();
		}
		return still;
	}

	/**
	 * A cut.
	 *
	 * @param isNew false where it was taken before
	 */
	record Taken(Cut cut, boolean isNew) {

	}

}
