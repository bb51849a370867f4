package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where a batch is entered besides the fact tables, in the transaction of its facts. */
interface Ledger {

	/**
	 * Locks the logs, so that nobody else writes what rests on their positions before
	 * this transaction ends.
	 * @return the next offset of each that may be written, by its row
	 */
	Map<Integer, Long> lock(Collection<Log> logs);

	/**
	 * Enters what became of the records, and moves the logs on.
	 * @param ended in the order of each log
	 * @param dirty keys of the derived rows that depend on what changed
	 * @param winners the facts that decide rows
	 * @throws OwnershipLost if a log is another process's by now
	 */
	void enter(List<Ended> ended, Collection<DirtyKey> dirty, Collection<Fact<?>> winners, Collection<Tally> tallies);

}
