package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

/** What is written of a batch besides facts and positions. */
@Component
class Records {

	private final History history;

	private final Rejections rejections;

	private final Refusals refusals;

	private final Aftermath aftermath;

	Records(History history, Rejections rejections, Refusals refusals, Aftermath aftermath) {
		this.history = history;
		this.rejections = rejections;
		this.refusals = refusals;
		this.aftermath = aftermath;
	}

	void write(List<Ended> ended, Collection<DirtyKey> dirty, Collection<Fact<?>> winners, Collection<Log> logs) {
		this.history.append(ended);
		this.rejections.append(ended);
		this.refusals.write(ended);
		this.aftermath.write(dirty, winners, logs);
	}

}
