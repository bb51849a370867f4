package org.buranakan.connectors.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding;
import org.buranakan.schemas.wire.RecordDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an agency's own topics from their beginning to their end. A value that cannot be
 * read is passed over: it is in the log for the hub to reject, and was no content.
 */
final class AgencyLog {

	private static final Logger log = LoggerFactory.getLogger(AgencyLog.class);

	private static final Duration POLL = Duration.ofMillis(200);

	private final HubClient client;

	private final Map<String, RecordDecoder<? extends SpecificRecord>> decoders = new HashMap<>();

	private final String refused;

	AgencyLog(HubClient client, AgencyId agency) {
		this.client = client;
		for (Family family : Family.values()) {
			this.decoders.put(Topic.of(agency, family).name(), client.decoder(family.type()));
		}
		this.refused = Topics.REFUSED.of(agency).name();
		this.decoders.put(this.refused, client.decoder(SourceRefused.class));
	}

	/** Everything that stands in the topics now. */
	Memory read() {
		Memory memory = new Memory();
		try (Consumer<String, byte[]> consumer = this.client.consumer()) {
			List<TopicPartition> partitions = this.decoders.keySet()
				.stream()
				.map((topic) -> new TopicPartition(topic, 0))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((log) -> consumer.position(log) < ends.getOrDefault(log, 0L))) {
				consumer.poll(POLL).forEach((record) -> replay(record, memory));
			}
		}
		return memory;
	}

	private void replay(ConsumerRecord<String, byte[]> record, Memory memory) {
		RecordDecoder<? extends SpecificRecord> decoder = this.decoders.get(record.topic());
		if (decoder == null) {
			throw new IllegalStateException("Not asked for " + record.topic());
		}
		switch (decoder.decode(record.value())) {
			case Decoding.Decoded<? extends SpecificRecord>(SpecificRecord value, var _) -> {
				if (value instanceof SourceRefused refusal) {
					memory.replay(record.key(), refusal);
				}
				else {
					memory.replay(value);
				}
			}
			case Decoding.Malformed<? extends SpecificRecord>(var flaw, var reason) ->
				log.warn("{} at {} cannot be read: {} ({})", record.topic(), record.offset(), flaw, reason);
		}
	}

}
