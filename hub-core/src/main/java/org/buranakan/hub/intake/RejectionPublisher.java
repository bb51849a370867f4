package org.buranakan.hub.intake;

import java.util.List;

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

	private static final int MOST = 500;

	private final TransactionTemplate transaction;

	private final Unpublished unpublished;

	private final RejectedTopic topic;

	private final Condition condition;

	private volatile boolean caughtUp;

	RejectionPublisher(TransactionTemplate transaction, Unpublished unpublished, RejectedTopic topic,
			Condition condition) {
		this.condition = condition;
		this.transaction = transaction;
		this.unpublished = unpublished;
		this.topic = topic;
	}

	@Scheduled(fixedDelay = 500)
	void publish() {
		try {
			if (Boolean.TRUE.equals(this.transaction.execute((status) -> publishNext()))) {
				this.condition.published();
			}
		}
		// Nothing is lost: the rows stay unpublished and the next run tries again.
		catch (RuntimeException ex) {
			this.caughtUp = false;
			this.condition.unpublished(ex);
		}
	}

	/** Whether there was nothing to publish, or Kafka took it. */
	private boolean publishNext() {
		List<Unpublished.Row> rows = this.unpublished.next(MOST);
		if (rows.isEmpty() || !this.unpublished.lock()) {
			return rows.isEmpty();
		}
		if (!this.caughtUp) {
			this.topic.read(this.unpublished.publishedUpTo(), this.unpublished::published);
			// The rest is another transaction's: none may outlast what an idle one may.
			this.caughtUp = true;
			return false;
		}
		rows = this.unpublished.next(MOST);
		List<Long> offsets = this.topic.append(rows);
		for (int i = 0; i < rows.size(); i++) {
			this.unpublished.published(rows.get(i).rejected().getPosition(), offsets.get(i));
		}
		return true;
	}

}
