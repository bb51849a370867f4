package org.buranakan.hub.audit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A moment at which the derived rows of the live view are those of its facts. Where
 * events come in all the time there is none, unless intake waits for derivation.
 */
@Component
public class Standstill {

	/** Together the longest that intake waits. */
	private static final int LOOKS = 40;

	private static final Duration GLANCE = Duration.ofMillis(50);

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final Fingerprints live;

	Standstill(JdbcClient database, TransactionTemplate transaction, Fingerprints live) {
		this.database = database;
		this.transaction = transaction;
		this.live = live;
	}

	/**
	 * Whether there is one soon; it is the moment of the snapshot that the caller has
	 * begun and not yet read in.
	 */
	public boolean isReached() {
		try {
			return this.transaction.execute((status) -> {
				this.database.sql("SET LOCAL lock_timeout TO '1s'").update();
				this.database.sql("LOCK TABLE hub.log IN SHARE MODE").update();
				for (int look = 0; look < LOOKS; look++) {
					if (isDrained()) {
						return this.live.isDrained();
					}
					LockSupport.parkNanos(GLANCE.toNanos());
				}
				return false;
			});
		}
		catch (PessimisticLockingFailureException ex) {
			return false;
		}
	}

	private boolean isDrained() {
		return this.database.sql("SELECT NOT EXISTS (SELECT FROM dirty)").query(Boolean.class).single();
	}

}
