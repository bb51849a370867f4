package org.buranakan.connectors.source.cdc;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * When every row was compared last. It outlives us with the offsets of the group, under
 * the topic of signals, which the group does not read: who is started every morning would
 * otherwise never see a day pass.
 */
final class LastVerification {

	private final Consumer<?, ?> consumer;

	private final TopicPartition signals;

	private @Nullable Instant known;

	LastVerification(Consumer<?, ?> consumer, String signals) {
		this.consumer = consumer;
		this.signals = new TopicPartition(signals, 0);
	}

	/** Long ago where nobody knows. */
	Instant at() {
		Instant at = this.known;
		if (at == null) {
			at = Optional.ofNullable(this.consumer.committed(Set.of(this.signals)).get(this.signals))
				.map((committed) -> read(committed.metadata()))
				.orElse(Instant.EPOCH);
			this.known = at;
		}
		return at;
	}

	/** Whoever moves the group's offsets commits what is no time. */
	private static Instant read(String metadata) {
		try {
			return Instant.parse(metadata);
		}
		catch (DateTimeParseException ex) {
			return Instant.EPOCH;
		}
	}

	void isAt(Instant now) {
		this.consumer.commitSync(Map.of(this.signals, new OffsetAndMetadata(0, now.toString())));
		this.known = now;
	}

}
