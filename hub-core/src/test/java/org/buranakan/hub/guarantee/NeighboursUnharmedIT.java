package org.buranakan.hub.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant 6: a bad record hurts nobody else, and an outage rejects nothing. */
class NeighboursUnharmedIT {

	@Test
	void poisonOfEveryKindIsRejectedWithItsCodeAndItsNeighboursApply() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "poisoned");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			Map<String, ProducerRecord<byte[], byte[]>> poison = Poison.byCode(agencies, published);
			List<String> neighbours = new ArrayList<>();
			poison.values().forEach((record) -> {
				SpecificRecord good = published.first(Family.PLAN, neighbours.size());
				neighbours.add(good.get(0).toString());
				agencies.publish(good);
				agencies.publish(record);
			});
			agencies.flush();
			// When
			hub.start().catchesUp();
			// Then
			assertThat(hub.sql().sql("SELECT code FROM hub.rejection").query(String.class).list())
				.containsExactlyInAnyOrderElementsOf(poison.keySet());
			assertThat(hub.sql().sql("SELECT id FROM plan").query(String.class).list())
				.containsExactlyInAnyOrderElementsOf(neighbours);
			hub.isTheOracles();
			Awaitility.await()
				.atMost(HubUnderTest.PATIENCE)
				.until(() -> hub.sql()
					.sql("SELECT count(*) FROM hub.rejection WHERE published_offset IS NULL")
					.query(Long.class)
					.single() == 0);
		}
	}

	@Test
	void figuresBeyondAnyStopNobodysDerivation() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "boastful");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			SpecificRecord one = published.first(Family.ACTIVITY, 0);
			SpecificRecord other = Published.with(published.first(Family.ACTIVITY, 1), "areas",
					Published.at(one, "areas"));
			agencies.publish(Published.with(one, "participants", Long.MAX_VALUE));
			agencies.publish(Published.with(other, "participants", 1L));
			agencies.flush();
			// When
			hub.start().catchesUp();
			// Then
			hub.drains();
			assertThat(hub.sql().sql("SELECT code FROM hub.rejection").query(String.class).list())
				.containsExactly("IMPOSSIBLE_VALUE");
			assertThat(hub.sql().sql("SELECT count(*) FROM area_summary").query(Long.class).single()).isPositive();
			hub.isTheOracles();
		}
	}

	@Test
	void anOutageOfTheRegistryHoldsBackAndRejectsNothing() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "waiting");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			agencies.publish(new Published(agencies, agencies.names().getFirst()).first(Family.PLAN, 0));
			agencies.flush();
			// When
			hub.with("hub.intake.registry", "http://127.0.0.1:1/nobody").start();
			// Then
			Awaitility.await()
				.atMost(HubUnderTest.PATIENCE)
				.untilAsserted(() -> assertThat(hub.health()).contains("DOWN", "heldBack"));
			assertThat(hub.sql().sql("SELECT count(*) FROM hub.rejection").query(Long.class).single()).isZero();
			assertThat(hub.positions().values()).allMatch((offset) -> offset == 0);
			hub.stop();
			hub.with("hub.intake.registry", agencies.platform().registry()).start().catchesUp();
			assertThat(hub.health()).contains("UP");
			assertThat(hub.sql().sql("SELECT count(*) FROM plan").query(Long.class).single()).isOne();
		}
	}

}
