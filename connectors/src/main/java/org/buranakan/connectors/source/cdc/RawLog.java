package org.buranakan.connectors.source.cdc;

import java.util.OptionalLong;
import java.util.function.Supplier;

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

	/** The offset to begin at. */
	sealed interface Start {

		record At(long offset) implements Start {
		}

		/**
		 * Changes were lost before they were read; only a new snapshot makes up for it.
		 */
		record Parked(String reason) implements Start {
		}

	}

	Start start() {
		OffsetAndMetadata read = this.committed;
		if (read == null || !read.metadata().equals(this.id.toString())) {
			return (this.earliest == 0) ? new Start.At(0) : new Start.Parked(
					"changes 0 to " + (this.earliest - 1) + " are gone and nobody knows whether they were read");
		}
		if (read.offset() < this.earliest) {
			return new Start.Parked(
					"changes " + read.offset() + " to " + (this.earliest - 1) + " are gone and were not read");
		}
		if (read.offset() > this.end) {
			return new Start.Parked("read up to " + read.offset() + ", but the topic ends at " + this.end);
		}
		return new Start.At(read.offset());
	}

	/**
	 * As {@link #start()}, but where changes are gone a snapshot that the topic still
	 * holds is a beginning too: it shows every row that stood, though not which ones had
	 * been deleted before.
	 */
	Start start(Supplier<OptionalLong> snapshot) {
		Start start = start();
		OffsetAndMetadata read = this.committed;
		boolean endsTooSoon = read != null && read.metadata().equals(this.id.toString()) && read.offset() > this.end;
		if (start instanceof Start.At || endsTooSoon) {
			return start;
		}
		OptionalLong begins = snapshot.get();
		return begins.isPresent() ? new Start.At(begins.getAsLong()) : start;
	}

	/** What to commit once everything before the offset is published. */
	OffsetAndMetadata upTo(long offset) {
		return new OffsetAndMetadata(offset, this.id.toString());
	}

}
