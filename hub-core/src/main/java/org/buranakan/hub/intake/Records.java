package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/** The live ledger: what others follow, what auditors ask for, and the positions. */
@Component
class Records implements Ledger {

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

	@Override
	public Map<Integer, Long> lock(Collection<Log> logs) {
		return this.logs.lock(logs);
	}

	@Override
	public void enter(List<Ended> ended, Collection<DirtyKey> dirty, Collection<Fact<?>> winners,
			Collection<Tally> tallies) {
		this.registration.register(winners);
		this.history.append(ended);
		this.rejections.append(ended);
		this.refusals.write(ended);
		this.aftermath.write(dirty, winners, tallies.stream().map(Tally::log).toList());
		this.logs.advance(tallies);
	}

}
