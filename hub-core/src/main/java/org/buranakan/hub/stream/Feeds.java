package org.buranakan.hub.stream;

import java.util.List;

import org.buranakan.hub.rounds.Rounds;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every feed on a thread of its own; streams end when it stops. */
@Component
class Feeds implements SmartLifecycle {

	private final RecentChanges recent;

	private final List<Feed> feeds;

	private final List<Rounds> rounds;

	Feeds(RecentChanges recent, List<Feed> feeds) {
		this.recent = recent;
		this.feeds = feeds;
		this.rounds = feeds.stream().map((feed) -> new Rounds("stream", feed::round)).toList();
	}

	@Override
	public void start() {
		this.recent.open();
		this.rounds.forEach(Rounds::start);
	}

	@Override
	public void stop() {
		this.recent.close();
		this.rounds.forEach(Rounds::stop);
		this.feeds.forEach(Feed::rest);
	}

	@Override
	public boolean isRunning() {
		return this.rounds.stream().allMatch(Rounds::isRunning);
	}

}
