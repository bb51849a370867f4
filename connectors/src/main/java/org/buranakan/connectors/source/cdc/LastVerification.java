package org.buranakan.connectors.source.cdc;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * When every row was compared last. It outlives us with the offsets of the group, under a
 * topic that the group does not read, the agency's refusals: who is started every morning
 * would otherwise never see a day pass.
 */
final class LastVerification {

	private final Consumer<?, ?> consumer;

	private final TopicPartition unread;

	private @Nullable Instant known;

	LastVerification(Consumer<?, ?> consumer, AgencyId agency) {
		this.consumer = consumer;
		this.unread = new TopicPartition(Topics.REFUSED.of(agency).name(), 0);
	}

	/** Long ago where nobody knows. */
	Instant at() {
		Instant at = this.known;
		if (at == null) {
			at = Optional.ofNullable(this.consumer.committed(Set.of(this.unread)).get(this.unread))
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
		this.consumer.commitSync(Map.of(this.unread, new OffsetAndMetadata(0, now.toString())));
		this.known = now;
	}

}
