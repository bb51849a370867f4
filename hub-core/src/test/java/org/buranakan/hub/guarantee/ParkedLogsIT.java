package org.buranakan.hub.guarantee;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invariant 2: a log that must not be read is told at once, whatever the database takes,
 * and read again once it is mended.
 */
class ParkedLogsIT {

	@Test
	void aGapIsToldAtOnceAndWrittenOnceTheDatabaseTakesIt() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "gapped");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			agencies.publish(published.first(Family.PLAN, 0));
			agencies.flush();
			hub.start().catchesUp();
			hub.sql().sql("ALTER TABLE hub.log ADD CONSTRAINT none_parked CHECK (state <> 'PARKED')").update();
			// When
			published.inTransaction(published.first(Family.PLAN, 1));
			agencies.publish(published.first(Family.PLAN, 2));
			agencies.publish(published.first(Family.ACTIVITY, 0));
			agencies.flush();
			// Then
			patiently().untilAsserted(() -> {
				assertThat(hub.health()).contains("DOWN", "OFFSET_GAP", "Find out who publishes with transactions");
				assertThat(hub.sql().sql("SELECT count(*) FROM activity").query(Long.class).single()).isOne();
			});
			patiently().untilAsserted(
					() -> assertThat(hub.health()).contains("OFFSET_GAP", "does not know yet", "none_parked"));
			assertThat(parked(hub)).isEmpty();
			hub.sql().sql("ALTER TABLE hub.log DROP CONSTRAINT none_parked").update();
			patiently().untilAsserted(() -> assertThat(parked(hub))
				.containsExactly("agency." + agencies.names().getFirst() + ".plan OFFSET_GAP"));
			assertThat(hub.health()).contains("DOWN", "OFFSET_GAP");
		}
	}

	@Test
	void whoLostALogParksNothingOfItsNewOwner() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "revived");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			agencies.publish(published.first(Family.PLAN, 0));
			agencies.flush();
			hub.start().catchesUp();
			published.inTransaction(published.first(Family.PLAN, 1));
			String plans = "agency." + agencies.names().getFirst() + ".plan";
			patiently().untilAsserted(() -> assertThat(hub.positions()).containsEntry(plans, 2L));
			hub.sql().sql("UPDATE hub.log SET epoch = epoch + 1").update();
			// When
			agencies.publish(published.first(Family.PLAN, 2));
			agencies.flush();
			// Then
			patiently().untilAsserted(
					() -> assertThat(hub.health()).contains("DOWN", plans + "-0=claimed by another process"));
			assertThat(parked(hub)).isEmpty();
		}
	}

	@Test
	void aParkedLogIsLookedAtAgainAndReadOnWithoutARestart() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "mended");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			agencies.publish(published.first(Family.PLAN, 0));
			agencies.flush();
			hub.start().catchesUp();
			hub.stop();
			agencies.publish(published.first(Family.PLAN, 1));
			agencies.flush();
			hub.sql().sql("UPDATE hub.log SET topic_id = 'other/' || topic_id WHERE family = 'plan'").update();
			hub.start();
			patiently()
				.untilAsserted(() -> assertThat(hub.health()).contains("DOWN", "TOPIC_RECREATED", "record the new id"));
			patiently().untilAsserted(() -> assertThat(lag(hub, "activity").gauges()).hasSize(1));
			assertThat(lag(hub, "plan").gauges()).isEmpty();
			// When
			hub.sql().sql("UPDATE hub.log SET topic_id = substr(topic_id, 7) WHERE family = 'plan'").update();
			// Then
			hub.catchesUp();
			patiently().untilAsserted(() -> assertThat(hub.health()).contains("UP"));
			assertThat(parked(hub)).isEmpty();
			patiently().untilAsserted(
					() -> assertThat(lag(hub, "plan").gauges()).extracting(Gauge::value).containsExactly(0.0));
		}
	}

	@Test
	void whatBecameOfRecordsIsMeteredByAgencyFamilyAndOutcome() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "metered");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			ProducerRecord<byte[], byte[]> plan = published.record(published.first(Family.PLAN, 0));
			agencies.publish(plan);
			agencies.publish(Published.bytes(plan, plan.value()));
			agencies.publish(Published.bytes(plan, null));
			agencies.flush();
			// When
			hub.start().catchesUp();
			// Then
			patiently().untilAsserted(() -> {
				assertThat(List.of("applied", "stale", "rejected")).allSatisfy((outcome) -> assertThat(
						meter(hub, "hub.intake.records", agencies.names().getFirst(), "plan").tag("outcome", outcome)
							.counters())
					.extracting((counter) -> counter.count())
					.as(outcome)
					.containsExactly(1.0));
				assertThat(meter(hub, "hub.intake.lag", agencies.names().getFirst(), "plan").gauges())
					.extracting(Gauge::value)
					.containsExactly(0.0);
			});
			assertThat(hub.asks("/actuator/prometheus").body()).contains("hub_intake_records_total", "hub_intake_lag");
		}
	}

	private static Search meter(HubUnderTest hub, String name, String agency, String family) {
		return hub.bean(MeterRegistry.class).find(name).tag("agency", agency).tag("family", family);
	}

	private static Search lag(HubUnderTest hub, String family) {
		return meter(hub, "hub.intake.lag", hub.agencies().names().getFirst(), family);
	}

	private static List<String> parked(HubUnderTest hub) {
		return hub.sql()
			.sql("SELECT topic || ' ' || parked_code FROM hub.log WHERE state = 'PARKED'")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(HubUnderTest.PATIENCE).pollInterval(Duration.ofMillis(100));
	}

}
