package org.buranakan.hub.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How far the logs of a replay are folded. For one thread. */
final class Reached {

	private final Map<Integer, Long> positions = new HashMap<>();

	private final Map<String, Account> accounts = new TreeMap<>();

	void moved(Tally tally) {
		this.positions.put(tally.log().id(), tally.next());
		this.accounts.merge(tally.log().topic().name(),
				new Account(tally.received(), tally.applied(), tally.stale(), tally.rejected()), Account::plus);
	}

	/** Leaves out what is gone of a log; one that stands further stays there. */
	void skip(Log log, long next) {
		this.positions.merge(log.id(), next, Math::max);
	}

	/** The next offset of a log. */
	long position(Log log) {
		return this.positions.getOrDefault(log.id(), 0L);
	}

	/** What became of the records of each log that has any, by topic. */
	Map<String, Account> accounts() {
		return this.accounts;
	}

}
