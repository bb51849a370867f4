package org.buranakan.hub.intake;

import java.net.URI;
import java.time.Duration;

import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How intake reads. Where Kafka is and who the hub is there stands under
 * {@code spring.kafka}.
 *
 * @param registry base of the schema registry's Confluent API
 * @param group the consumer group; instances of one hub share it
 * @param agencies a regular expression of the ids of agencies that are read: a second hub
 * on the same topics may show some only
 * @param actors a regular expression of the auditors and operators whose acts are read
 * @param inspectEvery how often a parked log is looked at again, in case it is mended
 * @param replayMemory how many bytes of records a replay keeps before it writes; null for
 * a 32nd of the heap, as objects are some six times as large
 */
@ConfigurationProperties("hub.intake")
record IntakeSettings(URI registry, @DefaultValue(Topics.HUB_GROUP) String group,
		@DefaultValue("[a-z0-9-]+") String agencies, @DefaultValue("(auditor|operator)(-[a-z0-9-]+)?") String actors,
		@DefaultValue("30s") Duration inspectEvery, @Nullable DataSize replayMemory) {

	private static final int SHARE = 32;

	IntakeSettings {
		if (!inspectEvery.isPositive()) {
			throw new IllegalArgumentException("hub.intake.inspect-every cannot be " + inspectEvery);
		}
	}

	long replayBytes() {
		return (this.replayMemory != null) ? this.replayMemory.toBytes() : Runtime.getRuntime().maxMemory() / SHARE;
	}

}
