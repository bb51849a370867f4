package org.buranakan.hub.cut;

import org.buranakan.hub.intake.Outbox;
import org.buranakan.hub.intake.Outboxes;
import org.buranakan.schemas.record.CutTaken;
import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes committed cuts to {@code hub.cut}; health is down while they cannot be.
 */
@Component("cutPublishing")
class CutPublisher implements HealthIndicator {

	private static final Logger LOG = LoggerFactory.getLogger(CutPublisher.class);

	private final Outbox<CutTaken> outbox;

	private volatile @Nullable String failure;

	CutPublisher(Outboxes outboxes, UnpublishedCuts unpublished) {
		this.outbox = outboxes.of(unpublished, Topics.CUT, CutTaken.class);
	}

	@Scheduled(fixedDelay = 500)
	void publish() {
		try {
			if (this.outbox.publish()) {
				this.failure = null;
			}
		}
		// Nothing is lost: the next run tries again.
		catch (RuntimeException ex) {
			if (this.failure == null) {
				LOG.warn("Cuts cannot be published to hub.cut for now", ex);
			}
			this.failure = ex.toString();
		}
	}

	@Override
	public Health health() {
		String why = this.failure;
		return (why == null) ? Health.up().build() : Health.down().withDetail("notPublished", why).build();
	}

}
