package org.buranakan.hub.intake;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes committed rejections to {@code hub.rejected}, each once: the offset that
 * Kafka acknowledged is noted beside the rejection, and what was acknowledged without
 * being noted (the process died in between) is found in the topic at the next start.
 */
@Component
class RejectionPublisher {

	private static final Logger log = LoggerFactory.getLogger(RejectionPublisher.class);

	private static final int MOST = 500;

	private final TransactionTemplate transaction;

	private final Unpublished unpublished;

	private final RejectedTopic topic;

	private volatile boolean caughtUp;

	RejectionPublisher(TransactionTemplate transaction, Unpublished unpublished, RejectedTopic topic) {
		this.transaction = transaction;
		this.unpublished = unpublished;
		this.topic = topic;
	}

	@Scheduled(fixedDelay = 500)
	void publish() {
		try {
			this.transaction.executeWithoutResult((status) -> publishNext());
		}
		// Nothing is lost: the rows stay unpublished and the next run tries again.
		catch (RuntimeException ex) {
			this.caughtUp = false;
			log.warn("Rejections cannot be published to hub.rejected for now: {}", ex.toString());
		}
	}

	private void publishNext() {
		List<Unpublished.Row> rows = this.unpublished.next(MOST);
		if (rows.isEmpty() || !this.unpublished.lock()) {
			return;
		}
		if (!this.caughtUp) {
			this.topic.read(this.unpublished.publishedUpTo(), this.unpublished::published);
			this.caughtUp = true;
		}
		rows = this.unpublished.next(MOST);
		List<Long> offsets = this.topic.append(rows);
		for (int i = 0; i < rows.size(); i++) {
			this.unpublished.published(rows.get(i).rejected().getPosition(), offsets.get(i));
		}
	}

}
