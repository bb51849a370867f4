package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes every poll of the consumer to a committed batch. Whatever goes wrong, an
 * {@link Error} too, ends here: the batch is held back and comes again, and health says
 * so. For the consumer's thread.
 */
final class Intake implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

	private static final Duration BREATH = Duration.ofMillis(500);

	private final Ownership ownership;

	private final Batches batches;

	private final Condition condition;

	private final Meters meters;

	private final CountDownLatch closing = new CountDownLatch(1);

	Intake(Ownership ownership, Batches batches, Condition condition, Meters meters) {
		this.ownership = ownership;
		this.batches = batches;
		this.condition = condition;
		this.meters = meters;
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment acknowledgment,
			@Nullable Consumer<?, ?> consumer) {
		take(records, Objects.requireNonNull(acknowledgment), Objects.requireNonNull(consumer));
	}

	private void take(List<ConsumerRecord<byte[], byte[]>> records, Acknowledgment acknowledgment,
			Consumer<?, ?> consumer) {
		this.condition.alive();
		try {
			List<Arrival> arrivals = this.ownership.admit(consumer, records);
			if (!arrivals.isEmpty()) {
				commit(arrivals).forEach((log, at) -> this.ownership.holdBack(consumer, log, at));
				this.condition.well();
			}
			acknowledgment.acknowledge();
			this.ownership.claimWaiting(consumer);
		}
		catch (OwnershipLost ex) {
			this.meters.refused();
			this.condition.heldBack(ex);
			recover(() -> this.ownership.reconcile(consumer), consumer);
		}
		catch (Throwable ex) {
			this.condition.heldBack(ex);
			recover(() -> this.ownership.rewind(consumer), consumer);
			pause();
		}
		this.meters.lag(consumer, this.ownership.held());
	}

	/** Between polls that return nothing. */
	@EventListener
	void idle(ListenerContainerIdleEvent event) {
		this.condition.alive();
		try {
			this.ownership.claimWaiting(event.getConsumer());
			this.meters.lag(event.getConsumer(), this.ownership.held());
			switch (Reach.of(event.getConsumer().metrics())) {
				case REACHED -> this.condition.well();
				case LOST -> this.condition.unreached(Reach.WHY_LOST);
				// At a start, what was said before stands.
				case UNKNOWN -> {
				}
			}
		}
		catch (Throwable ex) {
			this.condition.heldBack(ex);
		}
	}

	@EventListener
	void closing(ContextClosedEvent event) {
		this.closing.countDown();
	}

	private Map<Log, Stuck> commit(List<Arrival> arrivals) {
		return this.batches.take(arrivals, (tally) -> {
			this.ownership.moved(List.of(tally));
			this.meters.count(tally);
		});
	}

	private void recover(Runnable recovery, Consumer<?, ?> consumer) {
		try {
			recovery.run();
		}
		catch (RuntimeException ex) {
			this.condition.heldBack(ex);
			this.ownership.rewind(consumer);
			pause();
		}
	}

	private void pause() {
		try {
			if (this.closing.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
				this.condition.alive();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
