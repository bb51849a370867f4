package org.buranakan.hub.intake;

import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as Kafka handed it over, with the log it belongs to. */
record Arrival(Log log, ConsumerRecord<byte[], byte[]> record) {

	long offset() {
		return this.record.offset();
	}

	/** When the broker appended it. */
	Instant at() {
		return Instant.ofEpochMilli(this.record.timestamp());
	}

}
