package org.buranakan.hub.intake;

import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Down while the consumer is dead or silent, a batch is held back, or a log is not read.
 */
@Component("intakeHealthIndicator")
class IntakeHealth implements HealthIndicator {

	private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

	private final KafkaMessageListenerContainer<byte[], byte[]> container;

	private final Condition condition;

	IntakeHealth(KafkaMessageListenerContainer<byte[], byte[]> container, Condition condition) {
		this.container = container;
		this.condition = condition;
	}

	@Override
	public Health health() {
		boolean dead = !this.container.isRunning() || !this.container.isInExpectedState();
		boolean silent = this.condition.silence().compareTo(LONGEST_SILENCE) > 0;
		boolean up = !dead && !silent && this.condition.failure().isEmpty() && this.condition.unread().isEmpty();
		Health.Builder health = up ? Health.up() : Health.down();
		this.condition.failure().ifPresent((failure) -> health.withDetail("heldBack", failure));
		return health.withDetail("consumer", dead ? "dead" : silent ? "silent" : "reading")
			.withDetail("notRead", this.condition.unread())
			.withDetail("notRegistered", this.condition.awaited())
			.build();
	}

}
