package org.buranakan.connectors.publish;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding;

/**
 * Reads an agency's own topics from their beginning to their end. A value that is
 * malformed is passed over: it is in the log for the hub to reject, and was no content.
 */
final class AgencyLog {

	private final HubClient client;

	private final Map<String, Class<? extends SpecificRecord>> types;

	AgencyLog(HubClient client, AgencyId agency) {
		this.client = client;
		this.types = WholeLogs.events(agency);
		this.types.put(Topics.REFUSED.of(agency).name(), SourceRefused.class);
	}

	/** Everything that stands in the topics now. */
	Memory read() {
		Memory memory = new Memory();
		new WholeLogs(this.client).decode(this.types, (record, decoding) -> replay(record, decoding, memory))
			.forEach((log, end) -> memory.expect(log.topic(), end));
		return memory;
	}

	private static void replay(ConsumerRecord<String, byte[]> record, Decoding<? extends SpecificRecord> decoding,
			Memory memory) {
		switch (decoding) {
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
