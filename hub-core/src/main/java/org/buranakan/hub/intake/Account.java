package org.buranakan.hub.intake;

/**
 * What became of the records of a log.
 *
 * @param received all of them: applied, stale and rejected ones
 */
public record Account(long received, long applied, long stale, long rejected) {

	public Account {
		if (received != applied + stale + rejected) {
			throw new IllegalArgumentException("%d records are not %d applied, %d stale and %d rejected ones"
				.formatted(received, applied, stale, rejected));
		}
	}

	Account plus(Account other) {
		return new Account(this.received + other.received, this.applied + other.applied, this.stale + other.stale,
				this.rejected + other.rejected);
	}

}
