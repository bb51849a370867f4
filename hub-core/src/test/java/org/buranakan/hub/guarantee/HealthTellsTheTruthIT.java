package org.buranakan.hub.guarantee;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant 6: health tells the truth, to machines too. */
class HealthTellsTheTruthIT {

	/** Longer than the hub needs to come round to everything it does. */
	private static final Duration A_WHILE = Duration.ofSeconds(4);

	@Test
	void aConsumerThatDiesIsTheWholeHubsTroubleOverHttp() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "orphaned");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			AtomicBoolean deadly = new AtomicBoolean();
			hub.start().catchesUp();
			patiently().until(() -> hub.asks("/actuator/health").statusCode() == 200);
			hub.bean(ApplicationEventMulticaster.class).addApplicationListener((event) -> {
				if (event instanceof ListenerContainerIdleEvent && deadly.get()) {
					throw new StackOverflowError("of the test");
				}
			});
			// When
			deadly.set(true);
			// Then
			patiently().untilAsserted(() -> assertThat(hub.asks("/actuator/health")).satisfies((answer) -> {
				assertThat(answer.statusCode()).isEqualTo(503);
				assertThat(answer.body()).contains("\"consumer\":\"dead\"");
			}));
		}
	}

	@Test
	void aHubThatDoesNotReachKafkaIsNotUpForAMoment() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "unreached");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// When
			hub.with("spring.kafka.bootstrap-servers", "127.0.0.1:1").start();
			// Then
			List<String> answers = new ArrayList<>();
			patiently().until(() -> answers.add(hub.health()) && answers.size() > 30);
			assertThat(answers).allSatisfy((health) -> assertThat(health).contains("DOWN", "Kafka was not reached"));
		}
	}

	/** Whoever works waits for a connection half a minute, and longer. */
	@Test
	void aDatabaseThatIsAwayIsToldWithoutWaitingForThoseWhoWork() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "unanswered");
				HubUnderTest hub = new HubUnderTest(agencies);
				DatabaseInFront line = new DatabaseInFront(hub.database().url())) {
			// Given
			hub.with("spring.datasource.url", line.url())
				.with("spring.datasource.hikari.connection-timeout", 240_000)
				.with("hub.reading.connection-timeout", 240_000)
				.with("spring.lifecycle.timeout-per-shutdown-phase", "2s")
				.start()
				.catchesUp();
			patiently().until(() -> hub.asks("/actuator/health").statusCode() == 200);
			// When
			line.goesAway();
			// Then
			patiently().untilAsserted(() -> assertThat(hub.asks("/actuator/health")).satisfies((answer) -> {
				assertThat(answer.statusCode()).isEqualTo(503);
				assertThat(JsonMapper.shared().readTree(answer.body()).at("/components/db/status").asString())
					.isEqualTo("DOWN");
			}));
		}
	}

	@Test
	void logsThatCannotBeClaimedAreToldUntilTheyCan() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "unclaimed");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			hub.start().catchesUp();
			hub.stop();
			hub.sql().sql("ALTER TABLE hub.log ADD CONSTRAINT no_claim CHECK (epoch < 2) NOT VALID").update();
			// When
			hub.start();
			// Then
			patiently().during(A_WHILE)
				.untilAsserted(() -> assertThat(hub.health()).contains("DOWN", "hub.reference-0=", "no_claim"));
			hub.sql().sql("ALTER TABLE hub.log DROP CONSTRAINT no_claim").update();
			patiently().untilAsserted(() -> assertThat(hub.health()).contains("UP", "notClaimed={}"));
		}
	}

	@Test
	void rejectionsThatCannotBePublishedAreToldUntilTheyCan() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "unpublished");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			agencies.publish(new ProducerRecord<>("agency." + agencies.names().getFirst() + ".plan",
					"no id".getBytes(StandardCharsets.UTF_8), "not Avro".getBytes(StandardCharsets.UTF_8)));
			agencies.flush();
			// When
			hub.with("spring.kafka.producer.properties[max.block.ms]", 1000)
				.with("spring.kafka.producer.bootstrap-servers", "127.0.0.1:1")
				.start()
				.catchesUp();
			// Then
			patiently().until(() -> hub.health().contains("notPublished"));
			patiently().during(A_WHILE).untilAsserted(() -> assertThat(hub.health()).contains("DOWN", "notPublished"));
			hub.stop();
			hub.with("spring.kafka.producer.bootstrap-servers", agencies.platform().bootstrapServers()).start();
			patiently().until(() -> hub.sql()
				.sql("SELECT count(published_offset) FROM hub.rejection")
				.query(Long.class)
				.single() == 1);
			patiently().untilAsserted(() -> assertThat(hub.health()).contains("UP"));
		}
	}

	@Test
	void aRecordThatHitsABugHoldsItsOwnLogBackAndNobodyElses() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "unlucky", "neighbour");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published unlucky = new Published(agencies, agencies.names().getFirst());
			Published neighbour = new Published(agencies, agencies.names().getLast());
			List.of(0, 1, 2).forEach((number) -> agencies.publish(unlucky.first(Family.ACTIVITY, number)));
			agencies.publish(unlucky.first(Family.PLAN, 0));
			agencies.publish(neighbour.first(Family.ACTIVITY, 0));
			agencies.flush();
			SpecificRecord event = unlucky.first(Family.ACTIVITY, 1);
			BuggyProjection.fails(event);
			// When
			hub.with("spring.main.sources", BuggyProjection.class.getName()).start();
			// Then
			String log = "agency." + agencies.names().getFirst() + ".activity";
			patiently().untilAsserted(() -> {
				assertThat(hub.sql().sql("SELECT count(*) FROM activity").query(Long.class).single()).isEqualTo(2);
				assertThat(hub.sql().sql("SELECT count(*) FROM plan").query(Long.class).single()).isOne();
				assertThat(hub.health()).contains("DOWN", log + "-0=offset 1: ", BuggyProjection.WHY);
			});
			assertThat(hub.positions()).containsEntry(log, 1L);
			BuggyProjection.isMended(event);
			hub.catchesUp();
			patiently().untilAsserted(() -> assertThat(hub.health()).contains("UP"));
			assertThat(hub.sql().sql("SELECT count(*) FROM activity").query(Long.class).single()).isEqualTo(4);
		}
	}

	@Test
	void aTopicThatNobodyRecordedIsNotReadWhateverItsKind() throws Exception {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "recorded");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			String unrecorded = "agency." + agencies.names().getFirst() + "-too.refused";
			try (Admin admin = Admin.create(agencies.superuser())) {
				admin.createTopics(List.of(new NewTopic(unrecorded, 1, (short) 1))).all().get();
			}
			// When
			hub.start().catchesUp();
			// Then
			patiently().untilAsserted(
					() -> assertThat(hub.health()).contains("UP", unrecorded + "-0=not registered in hub.reference"));
			assertThat(hub.positions()).doesNotContainKey(unrecorded).containsKey("hub.clock");
		}
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(HubUnderTest.PATIENCE).pollInterval(Duration.ofMillis(100));
	}

}
