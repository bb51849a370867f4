package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger of a replay: it owns no log, and nobody follows it. For one thread. */
final class ReplayLedger implements Ledger {

	private final History history;

	private final Map<Integer, Long> positions = new HashMap<>();

	private final Map<String, Account> accounts = new TreeMap<>();

	ReplayLedger(History history) {
		this.history = history;
	}

	@Override
	public Map<Integer, Long> lock(Collection<Log> logs) {
		Map<Integer, Long> positions = new HashMap<>();
		logs.forEach((log) -> positions.put(log.id(), position(log)));
		return positions;
	}

	@Override
	public void enter(List<Ended> ended, Collection<DirtyKey> dirty, Collection<Fact<?>> winners,
			Collection<Tally> tallies) {
		this.history.appendPlans(ended);
		// Counted once it is committed: a batch that is halved comes again.
	}

	void committed(Tally tally) {
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

	/** What became of the records of each log, by topic. */
	Map<String, Account> accounts() {
		return this.accounts;
	}

}
