package org.buranakan.connectors.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding;
import org.buranakan.schemas.wire.RecordDecoder;

/**
 * Reads an agency's own topics from their beginning to their end. A value that is
 * malformed is passed over: it is in the log for the hub to reject, and was no content.
 */
final class AgencyLog {

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
		List<TopicPartition> logs = this.decoders.keySet()
			.stream()
			.map((topic) -> new TopicPartition(topic, 0))
			.toList();
		new WholeLogs(this.client).read(logs, (record) -> replay(record, memory))
			.forEach((log, end) -> memory.expect(log.topic(), end));
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
			case Decoding.Malformed<? extends SpecificRecord> malformed -> WholeLogs.passOver(record, malformed);
		}
	}

}
