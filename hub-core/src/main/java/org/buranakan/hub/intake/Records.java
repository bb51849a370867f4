package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Where a batch is entered besides the fact tables: what others follow, what auditors ask
 * for, and the positions.
 */
@Component
class Records {

	private final Logs logs;

	private final Registration registration;

	private final History history;

	private final Rejections rejections;

	private final Refusals refusals;

	private final Aftermath aftermath;

	Records(Logs logs, Registration registration, History history, Rejections rejections, Refusals refusals,
			Aftermath aftermath) {
		this.logs = logs;
		this.registration = registration;
		this.history = history;
		this.rejections = rejections;
		this.refusals = refusals;
		this.aftermath = aftermath;
	}

	/**
	 * Locks the logs, so that nobody else writes what rests on their positions before
	 * this transaction ends.
	 * @return the next offset of each that may be written, by its row
	 */
	Map<Integer, Long> lock(Collection<Log> logs) {
		return this.logs.lock(logs);
	}

	/**
	 * Enters what became of the records, and moves the logs on.
	 * @param ended in the order of each log
	 * @param dirty keys of the derived rows that depend on what changed
	 * @param winners the facts that decide rows
	 * @throws OwnershipLost if a log is another process's by now
	 */
	void enter(List<Ended> ended, Collection<DirtyKey> dirty, Collection<Fact<?>> winners, Collection<Tally> tallies) {
		this.registration.register(winners);
		this.history.append(ended);
		this.rejections.append(ended);
		this.refusals.write(ended);
		this.aftermath.write(dirty, winners, tallies.stream().map(Tally::log).toList());
		this.logs.advance(tallies);
	}

}
