package org.buranakan.connectors.source.cdc;

import java.util.Optional;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * Where reading a raw topic begins.
 *
 * @param id the topic's id
 * @param earliest the first offset that is still kept
 * @param end the offset of the next record
 * @param committed how far it was read; null if it never was or nobody knows any more
 */
record RawLog(TopicPartition partition, Uuid id, long earliest, long end, @Nullable OffsetAndMetadata committed) {

	/** Where it was read to, or else the earliest that is kept. */
	long start() {
		OffsetAndMetadata read = this.committed;
		return (read != null && doubt().isEmpty()) ? read.offset() : this.earliest;
	}

	/** Why changes may be missing before that. */
	Optional<Doubt> doubt() {
		OffsetAndMetadata read = this.committed;
		String topic = this.partition.topic();
		if (read == null) {
			return Optional
				.of((this.earliest == 0) ? Doubt.found(topic) : Doubt.gone(topic, "0-" + (this.earliest - 1)));
		}
		if (!read.metadata().equals(this.id.toString())) {
			return Optional.of(Doubt.gone(topic, read.offset() + "-?"));
		}
		if (read.offset() < this.earliest) {
			return Optional.of(Doubt.gone(topic, read.offset() + "-" + (this.earliest - 1)));
		}
		return (read.offset() > this.end) ? Optional.of(Doubt.gone(topic, this.end + "-" + (read.offset() - 1)))
				: Optional.empty();
	}

	/** What to commit once everything before the offset is published. */
	OffsetAndMetadata upTo(long offset) {
		return new OffsetAndMetadata(offset, this.id.toString());
	}

}
