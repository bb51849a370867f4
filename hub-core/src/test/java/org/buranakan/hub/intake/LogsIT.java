package org.buranakan.hub.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.common.TopicPartition;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.schemas.topic.Topic;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who owns logs, as the database has it. */
@OnDatabase
class LogsIT {

	private static final Parking PARKING = new Parking(Parking.Code.OFFSET_GAP, "After offset 4 came 6");

	private final TopicPartition plans = new TopicPartition("agency.logs-it.plan", 0);

	private final TopicPartition refused = new TopicPartition("agency.logs-it.refused", 0);

	private final TopicPartition unknown = new TopicPartition("agency.logs-it.answer", 0);

	@Autowired
	private Logs logs;

	@Autowired
	private JdbcClient database;

	@Test
	void logsAreClaimedTogetherAndWhatNobodyRegisteredIsNot() {
		// Given
		register();
		// When
		Map<TopicPartition, Logs.Claim> claims = this.logs
			.claim(Map.of(this.plans, 0L, this.refused, 7L, this.unknown, 0L));
		// Then
		assertThat(claims).containsOnlyKeys(this.plans, this.refused);
		assertThat(claims.get(this.plans)).isEqualTo(new Logs.Claim(
				new Log(id(this.plans), Topic.parse(this.plans.topic()).orElseThrow(), 0, epoch(this.plans)), 0));
		assertThat(claims.get(this.refused)).extracting(Logs.Claim::nextOffset).isEqualTo(7L);
		assertThat(this.logs.find(Set.of(this.plans, this.unknown)))
			.isEqualTo(Map.of(this.plans, new Logs.Recorded(id(this.plans), "id", 0, epoch(this.plans), null)));
	}

	@Test
	void whoWasFrozenParksNothingOfWhoClaimedSince() {
		// Given
		register();
		long mine = this.logs.claim(Map.of(this.plans, 0L)).values().iterator().next().log().epoch();
		long others = this.logs.claim(Map.of(this.plans, 0L)).values().iterator().next().log().epoch();
		// When
		boolean parked = this.logs.park(this.plans, mine, PARKING);
		// Then
		assertThat(parked).isFalse();
		assertThat(state()).isEqualTo("RUNNING");
		assertThat(this.logs.park(this.plans, others, PARKING)).isTrue();
		assertThat(state()).isEqualTo("PARKED");
	}

	private void register() {
		List.of(this.plans, this.refused)
			.forEach((partition) -> this.logs.register(Topic.parse(partition.topic()).orElseThrow(), 0, "id"));
	}

	private int id(TopicPartition partition) {
		return this.database.sql("SELECT id FROM hub.log WHERE topic = :topic")
			.param("topic", partition.topic())
			.query(Integer.class)
			.single();
	}

	private long epoch(TopicPartition partition) {
		return this.database.sql("SELECT epoch FROM hub.log WHERE topic = :topic")
			.param("topic", partition.topic())
			.query(Long.class)
			.single();
	}

	private String state() {
		return this.database.sql("SELECT state FROM hub.log WHERE topic = :topic")
			.param("topic", this.plans.topic())
			.query(String.class)
			.single();
	}

}
