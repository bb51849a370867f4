package org.buranakan.hub.guarantee;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.buranakan.platform.shared.SharedPlatform;
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
			Map<String, Long> before = hub.positions();
			hub.sql().sql("UPDATE hub.log SET epoch = epoch + 1").update();
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
