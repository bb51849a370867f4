package org.buranakan.hub.cut;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.buranakan.hub.view.Busy;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes the cuts that nobody asks for. Every instance of the hub looks, and whoever is
 * first after one is due takes it.
 */
@Component
class CutCadence {

	private static final Logger LOG = LoggerFactory.getLogger(CutCadence.class);

	private final Clock clock = Clock.systemUTC();

	/** Where there is no cut yet, the first is due one cadence later. */
	private final Instant begun = this.clock.instant();

	private final ReentrantLock looking = new ReentrantLock();

	private final Cuts cuts;

	private final CutTaking taking;

	private final CutSettings settings;

	CutCadence(Cuts cuts, CutTaking taking, CutSettings settings) {
		this.cuts = cuts;
		this.taking = taking;
		this.settings = settings;
	}

	/**
	 * At a rate, not a delay: those have one thread in common, and this may take long.
	 */
	@Scheduled(fixedRate = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
	void look() {
		if (this.looking.tryLock()) {
			try {
				Optional<Cut> newest = this.cuts.find(Cuts.LATEST);
				Instant last = newest.map(Cut::takenAt).orElse(this.begun);
				if (!last.plus(this.settings.cadence()).isAfter(this.clock.instant())
						&& newest.map(this.taking::hasMoved).orElse(true)) {
					this.taking.takeUnlessAfter(last);
				}
			}
			catch (Busy ex) {
				LOG.debug("No cut is taken for now: {}", ex.getMessage());
			}
			catch (DataAccessException | TransactionException ex) {
				LOG.warn("No cut can be taken for now: {}", ex.toString());
			}
			finally {
				this.looking.unlock();
			}
		}
	}

}
