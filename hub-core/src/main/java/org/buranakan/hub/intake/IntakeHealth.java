package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Down while the consumer is dead or silent, Kafka is not reached, a batch is held back,
 * a log is not read to its end, or rejections cannot be published.
 */
@Component("intakeHealthIndicator")
class IntakeHealth implements HealthIndicator {

	private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

	private static final Set<Trouble.Kind> ALARMING = EnumSet.complementOf(EnumSet.of(Trouble.Kind.NOT_REGISTERED));

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
		boolean troubled = ALARMING.stream().anyMatch((kind) -> !this.condition.troubles(kind).isEmpty());
		boolean up = !dead && !silent && !troubled && this.condition.failure().isEmpty()
				&& this.condition.unpublished().isEmpty();
		Health.Builder health = up ? Health.up() : Health.down();
		this.condition.failure().ifPresent((failure) -> health.withDetail("heldBack", failure));
		this.condition.unpublished().ifPresent((failure) -> health.withDetail("notPublished", failure));
		return health.withDetail("consumer", dead ? "dead" : silent ? "silent" : "reading")
			.withDetail("notRead", this.condition.troubles(Trouble.Kind.NOT_READ))
			.withDetail("notClaimed", this.condition.troubles(Trouble.Kind.NOT_CLAIMED))
			.withDetail("heldBackAt", this.condition.troubles(Trouble.Kind.HELD_BACK))
			.withDetail("notRegistered", this.condition.troubles(Trouble.Kind.NOT_REGISTERED))
			.build();
	}

}
