package org.buranakan.hub.guarantee;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.pilot.PilotData;
import org.buranakan.schemas.topic.Topics;

/**
 * The business date of the pilot and one of its provinces. They are everybody's: who
 * states them shares the platform with no other test meanwhile.
 */
final class CommonGround {

	private CommonGround() {
	}

	static void stateUnlessStated(Agencies agencies) {
		String clock = Topics.CLOCK.topic().name();
		String reference = Topics.REFERENCE.topic().name();
		try (Admin admin = Admin.create(agencies.platform().superuser())) {
			TopicPartition log = new TopicPartition(clock, 0);
			if (admin.listOffsets(Map.of(log, OffsetSpec.latest()))
				.partitionResult(log)
				.toCompletionStage()
				.toCompletableFuture()
				.join()
				.offset() == 0) {
				PilotData pilot = new PilotData();
				pilot.clock().forEach((stated) -> publish(agencies, clock, stated.getDate().toString(), stated));
				pilot.reference()
					.stream()
					.filter((datum) -> datum.getKind().equals("area") && datum.getCode().equals("11"))
					.forEach((datum) -> publish(agencies, reference, datum.getKind() + "/" + datum.getCode(), datum));
			}
		}
	}

	private static void publish(Agencies agencies, String topic, String key, SpecificRecord value) {
		agencies
			.publish(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), agencies.bytes(topic, value)));
	}

}
