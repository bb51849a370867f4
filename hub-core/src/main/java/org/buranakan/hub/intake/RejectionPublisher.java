package org.buranakan.hub.intake;

import org.buranakan.schemas.record.RecordRejected;
import org.buranakan.schemas.topic.Topics;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes committed rejections to {@code hub.rejected}. */
@Component
class RejectionPublisher {

	private final Outbox<RecordRejected> outbox;

	private final Condition condition;

	RejectionPublisher(Outboxes outboxes, Unpublished unpublished, Condition condition) {
		this.outbox = outboxes.of(unpublished, Topics.REJECTED, RecordRejected.class);
		this.condition = condition;
	}

	@Scheduled(fixedDelay = 500)
	void publish() {
		try {
			if (this.outbox.publish()) {
				this.condition.published();
			}
		}
		// Nothing is lost: the next run tries again.
		catch (RuntimeException ex) {
			this.condition.unpublished(ex);
		}
	}

}
