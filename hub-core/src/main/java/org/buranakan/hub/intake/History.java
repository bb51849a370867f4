package org.buranakan.hub.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.buranakan.hub.intake.Judgement.Sound;
import org.buranakan.hub.intake.Judgement.Unsound;
import org.postgresql.PGConnection;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Table {@code hub.history}: every record with its outcome. */
@Component
class History {

	private static final String COPY = "COPY hub.history (log_id, log_offset, at, outcome, entity_id, revision, "
			+ "event_id, value) FROM STDIN (FORMAT binary)";

	private static final int COLUMNS = 8;

	private final JdbcOperations database;

	History(JdbcOperations database) {
		this.database = database;
	}

	void append(List<Ended> records) {
		BinaryRows rows = new BinaryRows();
		records.forEach((ended) -> add(rows, ended));
		byte[] bytes = rows.toByteArray();
		this.database.execute((ConnectionCallback<Long>) (connection) -> {
			try {
				return connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn(COPY, new ByteArrayInputStream(bytes), bytes.length);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("COPY to hub.history was cut off", ex);
			}
		});
	}

	private static void add(BinaryRows rows, Ended ended) {
		rows.row(COLUMNS)
			.integer(ended.arrival().log().id())
			.bigint(ended.arrival().offset())
			.instant(ended.arrival().at())
			.text(ended.outcomeName());
		switch (ended.judgement()) {
			case Sound<?>(var _, var fact) -> rows.text(fact.id()).bigint(fact.revision()).uuid(fact.eventId());
			case Unsound(var _, var entityId, var eventId) -> rows.text(entityId).bigint(null).uuid(eventId);
			case Judgement.Refusal(var _, var _) -> rows.text(null).bigint(null).uuid(null);
		}
		rows.bytes(ended.isFactKept() ? ended.arrival().record().value() : null);
	}

}
