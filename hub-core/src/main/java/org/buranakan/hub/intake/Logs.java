package org.buranakan.hub.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;

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
			.param("agency", topic.agency().map(AgencyId::value).orElse(""))
			.update();
	}

	/** The logs of those partitions that somebody registered, as they are recorded. */
	Map<TopicPartition, Recorded> find(Collection<TopicPartition> partitions) {
		List<TopicPartition> wanted = List.copyOf(partitions);
		Map<TopicPartition, Recorded> recorded = new HashMap<>();
		this.database
			.sql("""
					SELECT topic, partition, topic_id, next_offset, epoch, id, CASE WHEN parked_code = 'OFFSET_GAP' THEN parked_upto END
					FROM hub.log
					WHERE (topic, partition) IN (SELECT * FROM unnest(:topics::text[], :partitions::integer[]))
					""")
			.param("topics", topics(wanted))
			.param("partitions", partitions(wanted))
			.query((ResultSet row) -> {
				recorded.put(partition(row), new Recorded(row.getInt(6), row.getString(3), row.getLong(4),
						row.getLong(5), row.getObject(7, Long.class)));
			});
		return recorded;
	}

	/**
	 * The gaps of those logs that operators accepted; of the live view whoever asks, for
	 * a replay folds acts and logs in no order between them.
	 */
	List<Gap> accepted(Collection<TopicPartition> partitions) {
		return this.database
			.sql("""
					SELECT subject, attributes ->> 'topicId', (attributes ->> 'from')::bigint, (attributes ->> 'upto')::bigint,
						actor, recorded_at, reason_th
					FROM view.act WHERE kind = 'log-gap-accepted' AND actor ~ '^operator(-|$)' AND subject = ANY (:topics::text[])
					ORDER BY recorded_at, id
					""")
			.param("topics", topics(List.copyOf(partitions)))
			.query((row, number) -> new Gap(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4),
					row.getString(5), row.getTimestamp(6).toInstant(), row.getString(7)))
			.list();
	}

	/**
	 * Makes this process the owner of the logs: whoever owned them before writes nothing
	 * any more.
	 * @param atLeast where each begins
	 * @throws org.springframework.dao.CannotAcquireLockException if somebody has locked
	 * one for ten seconds
	 */
	Map<TopicPartition, Claim> claim(Map<TopicPartition, Long> atLeast) {
		endFrozen();
		List<TopicPartition> wanted = List.copyOf(atLeast.keySet());
		Map<TopicPartition, Claim> claims = new HashMap<>();
		this.database
			.sql("""
					WITH patience AS MATERIALIZED (SELECT set_config('lock_timeout', '10s', true)),
					wanted AS (
						SELECT l.id, w.at_least
						FROM patience, unnest(:topics::text[], :partitions::integer[], :atLeast::bigint[]) AS w (topic, partition, at_least)
						JOIN hub.log l USING (topic, partition) ORDER BY l.id FOR UPDATE OF l)
					UPDATE hub.log l SET epoch = epoch + 1, state = 'RUNNING', parked_code = NULL, parked_why = NULL, parked_upto = NULL,
						next_offset = greatest(next_offset, at_least)
					FROM wanted WHERE l.id = wanted.id
					RETURNING l.topic, l.partition, l.id, l.epoch, l.next_offset
					""")
			.param("topics", topics(wanted))
			.param("partitions", partitions(wanted))
			.param("atLeast", wanted.stream().map(atLeast::get).toArray(Long[]::new))
			.query((ResultSet row) -> {
				TopicPartition partition = partition(row);
				Log log = new Log(row.getInt(3), Topic.parse(partition.topic()).orElseThrow(), partition.partition(),
						row.getLong(4));
				claims.put(partition, new Claim(log, row.getLong(5)));
			});
		return claims;
	}

	/**
	 * Ends the sessions of owners that froze in the middle of a COPY, with the logs
	 * locked: while it waits for rows, none of PostgreSQL's timeouts ends a session, nor
	 * does the network, for a frozen process's system answers in its place.
	 */
	private void endFrozen() {
		this.database
			.sql("""
					SELECT pg_terminate_backend(pid) FROM pg_stat_activity AS session
					WHERE datname = current_database() AND usename = current_user AND state = 'active' AND wait_event = 'ClientRead'
						AND query LIKE 'COPY %' AND query_start < now() - interval '30 seconds'
						AND EXISTS (SELECT FROM pg_locks WHERE pg_locks.pid = session.pid
							AND relation = 'hub.log'::regclass AND mode = 'RowShareLock')
					""")
			.query()
			.listOfRows();
	}

	/** Where a log stands; empty if it is another process's by now. */
	Optional<Long> standing(Log log) {
		return this.database.sql("SELECT next_offset FROM hub.log WHERE id = :id AND epoch = :mine")
			.param("id", log.id())
			.param("mine", log.epoch())
			.query(Long.class)
			.optional();
	}

	/**
	 * Moves a log on without records, from where it stands.
	 * @return false if it stands elsewhere or is another process's, and nothing was
	 * written
	 */
	boolean pass(Log log, long from, long upto) {
		return this.database
			.sql("UPDATE hub.log SET next_offset = :upto WHERE id = :id AND epoch = :mine AND next_offset = :from")
			.param("upto", upto)
			.param("id", log.id())
			.param("mine", log.epoch())
			.param("from", from)
			.update() == 1;
	}

	/**
	 * Says why a log is not read, until it is claimed again.
	 * @return false if somebody claimed it since that epoch, and nothing was written
	 */
	boolean park(TopicPartition partition, long epoch, Parking parking) {
		return this.database.sql("""
				UPDATE hub.log SET state = 'PARKED', parked_code = :code, parked_why = :why, parked_upto = :upto
				WHERE topic = :topic AND partition = :partition AND epoch = :epoch
				""")
			.param("code", parking.code().name())
			.param("why", parking.why())
			.param("upto", parking.upto(), Types.BIGINT)
			.param("topic", partition.topic())
			.param("partition", partition.partition())
			.param("epoch", epoch)
			.update() == 1;
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

	private static TopicPartition partition(ResultSet row) throws SQLException {
		return new TopicPartition(row.getString(1), row.getInt(2));
	}

	private static String[] topics(List<TopicPartition> partitions) {
		return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
	}

	private static Integer[] partitions(List<TopicPartition> partitions) {
		return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
	}

	/**
	 * What is recorded of a log.
	 *
	 * @param id its row
	 * @param epoch of its latest claim, 0 before the first
	 * @param gapUpto where a gap ends that was found by reading; null if none was
	 */
	record Recorded(int id, String topicId, long nextOffset, long epoch, @Nullable Long gapUpto) {

	}

	/**
	 * A claimed log.
	 *
	 * @param nextOffset where to read on
	 */
	record Claim(Log log, long nextOffset) {

	}

}
