package org.buranakan.hub.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.LogPosition;
import org.buranakan.schemas.record.RecordRejected;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rejections that stand in {@code hub.rejection} and not yet in {@code hub.rejected}.
 */
@Component
class Unpublished implements Outbox.Rows<RecordRejected> {

	/** Of advisory locks; arbitrary, the hub's own. */
	private static final long LOCK = 0x7265_6a65_6374L;

	private final JdbcClient database;

	Unpublished(JdbcClient database) {
		this.database = database;
	}

	@Override
	public boolean lock() {
		return this.database.sql("SELECT pg_try_advisory_xact_lock(:lock)")
			.param("lock", LOCK)
			.query(Boolean.class)
			.single();
	}

	@Override
	public List<RecordRejected> next(int most) {
		return this.database.sql("""
				SELECT r.*, l.topic, l.topic_id, l.partition, l.agency
				FROM hub.rejection r JOIN hub.log l ON l.id = r.log_id
				WHERE published_offset IS NULL ORDER BY log_id, log_offset LIMIT :most
				""").param("most", most).query((row, number) -> {
			LogPosition position = new LogPosition(row.getString("topic"), row.getString("topic_id"),
					row.getInt("partition"), row.getLong("log_offset"));
			String agency = row.getString("agency");
			Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
			return new RecordRejected(position, (agency == null) ? "" : agency, row.getString("entity_id"),
					row.getObject("event_id", UUID.class), row.getString("code"),
					new LocalizedText(row.getString("reason_th"), row.getString("reason_en")),
					new LocalizedText(row.getString("remedy_th"), row.getString("remedy_en")), at);
		}).list();
	}

	@Override
	public long publishedUpTo() {
		return this.database.sql("SELECT coalesce(max(published_offset) + 1, 0) FROM hub.rejection")
			.query(Long.class)
			.single();
	}

	@Override
	public void published(RecordRejected rejected, long offset) {
		LogPosition position = rejected.getPosition();
		this.database.sql("""
				UPDATE hub.rejection r SET published_offset = :offset FROM hub.log l
				WHERE l.id = r.log_id AND l.topic = :topic AND l.topic_id = :topicId AND l.partition = :partition
					AND r.log_offset = :logOffset AND r.published_offset IS NULL
				""")
			.params(Map.of("offset", offset, "topic", position.getTopic(), "topicId", position.getTopicId(),
					"partition", position.getPartition(), "logOffset", position.getOffset()))
			.update();
	}

	/** {@code <topic>/<partition>/<offset>}. */
	@Override
	public String key(RecordRejected rejected) {
		LogPosition position = rejected.getPosition();
		return position.getTopic() + "/" + position.getPartition() + "/" + position.getOffset();
	}

}
