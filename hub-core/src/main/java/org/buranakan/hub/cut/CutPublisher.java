package org.buranakan.hub.cut;

import org.buranakan.hub.intake.Outbox;
import org.buranakan.hub.intake.Outboxes;
import org.buranakan.schemas.record.CutTaken;
import org.buranakan.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes committed cuts to {@code hub.cut}. */
@Component
class CutPublisher {

	private static final Logger LOG = LoggerFactory.getLogger(CutPublisher.class);

	private final Outbox<CutTaken> outbox;

	private boolean failing;

	CutPublisher(Outboxes outboxes, UnpublishedCuts unpublished) {
		this.outbox = outboxes.of(unpublished, Topics.CUT, CutTaken.class);
	}

	@Scheduled(fixedDelay = 500)
	void publish() {
		try {
			this.outbox.publish();
			this.failing = false;
		}
		// Nothing is lost: the next run tries again.
		catch (RuntimeException ex) {
			if (!this.failing) {
				LOG.warn("Cuts cannot be published to hub.cut for now", ex);
			}
			this.failing = true;
		}
	}

}
