package org.buranakan.hub.guarantee;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invariant 2: who does not own a log writes nothing, and a log that is not the recorded
 * one is parked alone.
 */
class OnlyTheOwnerWritesIT {

	@Test
	void aProcessWhoseEpochIsOverWritesNothingAndSaysSo() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "claimed");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			agencies.publish(published.first(Family.PLAN, 0));
			agencies.flush();
			hub.start().catchesUp();
			hub.sql().sql("UPDATE hub.log SET epoch = epoch + 1").update();
			Map<String, Long> before = hub.positions();
			// When
			agencies.publish(published.first(Family.PLAN, 1));
			agencies.flush();
			// Then
			Awaitility.await()
				.atMost(HubUnderTest.PATIENCE)
				.untilAsserted(() -> assertThat(hub.health()).contains("DOWN", "claimed by another process"));
			assertThat(hub.positions()).isEqualTo(before);
			assertThat(hub.sql().sql("SELECT count(*) FROM plan").query(Long.class).single()).isOne();
			hub.stop();
			hub.start().catchesUp();
			assertThat(hub.sql().sql("SELECT count(*) FROM plan").query(Long.class).single()).isEqualTo(2);
		}
	}

	@Test
	void aTopicThatWasCreatedAgainIsParkedAndItsNeighboursGoOn() throws Exception {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "recreated");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			agencies.publish(published.first(Family.PLAN, 0));
			agencies.publish(published.first(Family.ACTIVITY, 0));
			agencies.flush();
			hub.start().catchesUp();
			hub.stop();
			// When
			String plans = "agency." + agencies.names().getFirst() + ".plan";
			createAgain(agencies, plans);
			agencies.publish(published.first(Family.ACTIVITY, 1));
			agencies.publish(published.first(Family.PLAN, 1));
			agencies.flush();
			hub.start();
			// Then
			Awaitility.await()
				.atMost(HubUnderTest.PATIENCE)
				.untilAsserted(
						() -> assertThat(hub.sql().sql("SELECT count(*) FROM activity").query(Long.class).single())
							.isEqualTo(2));
			assertThat(hub.sql()
				.sql("SELECT topic || ' ' || parked_code FROM hub.log WHERE state = 'PARKED'")
				.query(String.class)
				.list()).containsExactly(plans + " TOPIC_RECREATED");
			assertThat(hub.sql().sql("SELECT count(*) FROM plan").query(Long.class).single()).isOne();
			assertThat(hub.health()).contains("DOWN", "TOPIC_RECREATED");
		}
	}

	/** What health says that the operator can do. */
	@Test
	void aTopicThatWasCreatedAgainIsReadByAHubThatStartsAnewOnceTheOperatorRecordedItsId() throws Exception {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "accepted");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			String plans = "agency." + agencies.names().getFirst() + ".plan";
			agencies.publish(published.first(Family.PLAN, 0));
			agencies.flush();
			createAgain(agencies, plans);
			agencies.publish(published.first(Family.PLAN, 1));
			agencies.flush();
			hub.start();
			Awaitility.await()
				.atMost(HubUnderTest.PATIENCE)
				.untilAsserted(() -> assertThat(hub.health()).contains("DOWN", "TOPIC_RECREATED",
						"next revision of log/<topic>", "empty database"));
			// When
			agencies.publish(newId(agencies, plans));
			agencies.flush();
			// Then
			hub.catchesUp();
			assertThat(hub.sql().sql("SELECT id FROM plan").query(String.class).list())
				.containsExactly(published.first(Family.PLAN, 1).get(0).toString());
		}
	}

	private static ProducerRecord<byte[], byte[]> newId(Agencies agencies, String topic) throws Exception {
		try (Admin admin = Admin.create(agencies.superuser())) {
			var described = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
			String id = Objects.requireNonNull(described).topicId().toString();
			ReferenceRecorded reference = ReferenceRecorded.newBuilder()
				.setKind("log")
				.setCode(topic)
				.setRevision(2)
				.setRecordedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
				.setValidFrom(LocalDate.EPOCH)
				.setName(new LocalizedText("บันทึกข้อมูล " + topic, "Log " + topic))
				.setAttributes(Map.of("topicId", id, "partition", "0"))
				.build();
			return new ProducerRecord<>("hub.reference", ("log/" + topic).getBytes(StandardCharsets.UTF_8),
					agencies.bytes("hub.reference", reference));
		}
	}

	private static void createAgain(Agencies agencies, String topic) throws Exception {
		try (Admin admin = Admin.create(agencies.superuser())) {
			admin.deleteTopics(List.of(topic)).all().get();
			Awaitility.await()
				.atMost(HubUnderTest.PATIENCE)
				.ignoreExceptions()
				.until(() -> admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
					.all()
					.toCompletionStage()
					.toCompletableFuture()
					.thenApply((created) -> true)
					.join());
		}
	}

}
