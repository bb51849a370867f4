package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is gone of a log is gone: an operator says so for the record, the log is read on
 * behind it, and whoever folds the history once more is told.
 */
class AcceptedGapsIT {

	private final ActCommand command = new ActCommand();

	@Test
	void anOperatorAcceptsThatRecordsWereRemovedUnreadAndTheLogIsReadOn() throws Exception {
		try (Agencies agencies = agencies("removed"); HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			String operator = agencies.operator("keeper");
			String auditor = agencies.auditor("reader");
			Published published = new Published(agencies, agencies.names().getFirst());
			String plans = "agency." + agencies.names().getFirst() + ".plan";
			publishPlans(agencies, published, 0, 2);
			hub.start().catchesUp();
			hub.stop();
			publishPlans(agencies, published, 2, 5);
			remove(agencies, plans, 4);
			hub.start();
			patiently().untilAsserted(
					() -> assertThat(hub.health()).contains("DOWN", "LOG_TRUNCATED", "audit accept <topic>"));
			JsonNode parked = log(hub, plans);
			assertThat(parked.path("state").asString()).isEqualTo("PARKED");
			assertThat(parked.path("parked").path("upto").longValue()).isEqualTo(4);
			assertThat(parked.path("parked").path("why").path("th").asString()).contains("4", "2", "หายไป");
			// When
			assertThat(accept(auditor, hub, plans)).isEqualTo(2);
			assertThat(log(hub, plans).path("gaps").isEmpty()).isTrue();
			assertThat(accept(operator, hub, plans)).as(this.command.said()).isZero();
			// Then
			assertThat(this.command.said()).contains("begins at 4, but 2 was to be read next",
					"On record at audit." + operator + ".act/0/0", "on from offset 4");
			hub.catchesUp();
			patiently().untilAsserted(() -> assertThat(hub.health()).startsWith("UP"));
			assertThat(hub.sql().sql("SELECT count(*) FROM plan").query(Long.class).single()).isEqualTo(3);
			JsonNode gap = log(hub, plans).path("gaps").get(0);
			assertThat(gap.path("from").longValue()).isEqualTo(2);
			assertThat(gap.path("upto").longValue()).isEqualTo(4);
			assertThat(gap.path("by").asString()).isEqualTo(operator);
			assertThat(gap.path("reason").path("th").asString()).isEqualTo("สำเนาสำรองหาย");
			assertThat(gap.path("at").asString()).isNotEmpty();
			assertThat(new Auditor(hub).replays().path("failure").asString()).contains(plans + " begins at 4",
					"offsets 2 to 3 of " + plans + " are gone was accepted by " + operator, "สำเนาสำรองหาย");
			// And what was accepted is no more than that
			assertThat(accept(operator, hub, plans)).isEqualTo(2);
			hub.stop();
			publishPlans(agencies, published, 5, 8);
			remove(agencies, plans, 7);
			hub.start();
			patiently().untilAsserted(
					() -> assertThat(hub.health()).contains("DOWN", "begins at 7, but 5 was to be read next"));
		}
	}

	@Test
	void anAcceptedGapInTheMiddleIsFoldedAcrossAgain() throws IOException {
		try (Agencies agencies = agencies("interrupted"); HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			String operator = agencies.operator("keeper");
			Published published = new Published(agencies, agencies.names().getFirst());
			String plans = "agency." + agencies.names().getFirst() + ".plan";
			publishPlans(agencies, published, 0, 1);
			published.inTransaction(published.first(Family.PLAN, 1));
			publishPlans(agencies, published, 2, 4);
			hub.start();
			patiently().untilAsserted(() -> assertThat(hub.health()).contains("DOWN", "OFFSET_GAP"));
			patiently()
				.untilAsserted(() -> assertThat(log(hub, plans).path("parked").path("upto").longValue()).isEqualTo(3));
			// When
			assertThat(accept(operator, hub, plans)).as(this.command.said()).isZero();
			// Then
			hub.catchesUp();
			hub.drains();
			patiently().untilAsserted(() -> assertThat(hub.health()).startsWith("UP"));
			assertThat(hub.sql().sql("SELECT count(*) FROM plan").query(Long.class).single()).isEqualTo(4);
			hub.isTheOracles();
			JsonNode replay = new Auditor(hub).replays();
			assertThat(replay.path("state").asString()).as(replay.toPrettyString()).isEqualTo("EQUAL");
			// And by a hub that starts with nothing, once it has read what was accepted
			hub.stop();
			hub.forgets();
			hub.start().catchesUp();
			patiently().untilAsserted(() -> assertThat(hub.health()).startsWith("UP"));
			hub.isTheOracles();
		}
	}

	private static Agencies agencies(String name) {
		Agencies agencies = new Agencies(SharedPlatform.get(), name);
		new PilotData().reference()
			.stream()
			.filter((datum) -> datum.getKind().equals("act-kind"))
			.forEach(agencies::refer);
		return agencies;
	}

	private static void publishPlans(Agencies agencies, Published published, int from, int upto) {
		for (int number = from; number < upto; number++) {
			agencies.publish(published.first(Family.PLAN, number));
		}
		agencies.flush();
	}

	private static void remove(Agencies agencies, String topic, long before) throws Exception {
		try (Admin admin = Admin.create(agencies.superuser())) {
			admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(before))).all().get();
		}
	}

	private int accept(String actor, HubUnderTest hub, String topic) throws IOException {
		return this.command.accept(actor, hub.address("/"), topic, "--reason-th", "สำเนาสำรองหาย");
	}

	private static JsonNode log(HubUnderTest hub, String topic) {
		return new Auditor(hub).reads("/api/v1/logs")
			.valueStream()
			.filter((log) -> log.path("topic").asString().equals(topic))
			.findFirst()
			.orElseThrow();
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(HubUnderTest.PATIENCE).pollInterval(Duration.ofMillis(100));
	}

}
