package org.buranakan.hub.intake;

import java.sql.ResultSet;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.topic.Topic;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code hub.log}: which logs there are, who owns them, how far each is read. */
@Component
class Logs {

	private final JdbcClient database;

	Logs(JdbcClient database) {
		this.database = database;
	}

	/** Makes a log known; one that has been read from stays as it is. */
	void register(Topic topic, int partition, String topicId) {
		this.database.sql("""
				INSERT INTO hub.log (topic, partition, topic_id, family, agency)
				VALUES (:topic, :partition, :topicId, :family, nullif(:agency, ''))
				ON CONFLICT (topic, partition) DO UPDATE SET topic_id = excluded.topic_id
				WHERE log.next_offset = 0 AND log.topic_id <> excluded.topic_id
				""")
			.param("topic", topic.name())
			.param("partition", partition)
			.param("topicId", topicId)
			.param("family", topic.kind().code())
			.param("agency", topic.owner())
			.update();
	}

	/** The log of that partition as it is recorded; empty while nobody registered it. */
	Optional<Recorded> find(TopicPartition partition) {
		return this.database
			.sql("SELECT topic_id, next_offset FROM hub.log WHERE topic = :topic AND partition = :partition")
			.param("topic", partition.topic())
			.param("partition", partition.partition())
			.query((row, number) -> new Recorded(row.getString(1), row.getLong(2)))
			.optional();
	}

	/** Makes this process its owner: whoever owned it before writes nothing any more. */
	Claim claim(Topic topic, int partition, long atLeast) {
		return this.database.sql("""
				UPDATE hub.log SET epoch = epoch + 1, state = 'RUNNING', parked_code = NULL, parked_why = NULL,
					next_offset = greatest(next_offset, :atLeast)
				WHERE topic = :topic AND partition = :partition
				RETURNING id, epoch, next_offset
				""")
			.param("topic", topic.name())
			.param("partition", partition)
			.param("atLeast", atLeast)
			.query((row, number) -> new Claim(new Log(row.getInt(1), topic, partition, row.getLong(2)), row.getLong(3)))
			.single();
	}

	/** Where a log stands; empty if it is another process's by now. */
	Optional<Long> standing(Log log) {
		return this.database.sql("SELECT next_offset FROM hub.log WHERE id = :id AND epoch = :mine")
			.param("id", log.id())
			.param("mine", log.epoch())
			.query(Long.class)
			.optional();
	}

	/** Stops reading a log until it is claimed again, and says why. */
	void park(TopicPartition partition, Parking parking) {
		this.database.sql("""
				UPDATE hub.log SET state = 'PARKED', parked_code = :code, parked_why = :why
				WHERE topic = :topic AND partition = :partition
				""")
			.param("code", parking.code().name())
			.param("why", parking.why())
			.param("topic", partition.topic())
			.param("partition", partition.partition())
			.update();
	}

	/**
	 * Locks the logs, so that nobody else writes what rests on their positions before
	 * this transaction ends.
	 * @return the next offset of each that still is this process's, by its row
	 */
	Map<Integer, Long> lock(Collection<Log> logs) {
		Map<Integer, Long> epochs = new HashMap<>();
		logs.forEach((log) -> epochs.put(log.id(), log.epoch()));
		Map<Integer, Long> positions = new HashMap<>();
		this.database.sql("SELECT id, epoch, next_offset FROM hub.log WHERE id IN (:ids) ORDER BY id FOR UPDATE")
			.param("ids", epochs.keySet())
			.query((ResultSet row) -> {
				if (Long.valueOf(row.getLong(2)).equals(epochs.get(row.getInt(1)))) {
					positions.put(row.getInt(1), row.getLong(3));
				}
			});
		return positions;
	}

	/** Moves the logs on by what was read of them, if they are where they were. */
	void advance(Collection<Tally> tallies) {
		for (Tally tally : tallies) {
			int moved = this.database.sql("""
					UPDATE hub.log SET next_offset = :next, received = received + :received,
						applied = applied + :applied, stale = stale + :stale, rejected = rejected + :rejected,
						last_heard = greatest(last_heard, :heard)
					WHERE id = :id AND next_offset = :expected AND epoch = :mine
					""")
				.param("next", tally.next())
				.param("received", tally.received())
				.param("applied", tally.applied())
				.param("stale", tally.stale())
				.param("rejected", tally.rejected())
				.param("heard", tally.heard().atOffset(ZoneOffset.UTC))
				.param("id", tally.log().id())
				.param("expected", tally.first())
				.param("mine", tally.log().epoch())
				.update();
			if (moved != 1) {
				throw new OwnershipLost(List.of(tally.log()));
			}
		}
	}

	/** What is recorded of a log. */
	record Recorded(String topicId, long nextOffset) {

	}

	/**
	 * A claimed log.
	 *
	 * @param nextOffset where to read on
	 */
	record Claim(Log log, long nextOffset) {

	}

}
