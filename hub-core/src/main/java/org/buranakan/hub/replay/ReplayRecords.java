package org.buranakan.hub.replay;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code hub.replay}: the replays that were ever asked for. */
@Component
class ReplayRecords {

	private static final String SELECT = "SELECT id, state, started_at, ended_at, folded, to_fold, result, failure, cut FROM hub.replay ";

	private final JdbcClient database;

	private final JsonMapper mapper;

	ReplayRecords(JdbcClient database, JsonMapper mapper) {
		this.database = database;
		this.mapper = mapper;
	}

	/**
	 * Notes that one begins.
	 * @param cut until where; null for where the live view stands
	 */
	long begin(@Nullable String cut) {
		return this.database.sql("INSERT INTO hub.replay (state, cut) VALUES ('FOLDING', :cut) RETURNING id")
			.param("cut", cut)
			.query(Long.class)
			.single();
	}

	void progress(long id, Replay.State state, long folded, long toFold) {
		this.database.sql("UPDATE hub.replay SET state = :state, folded = :folded, to_fold = :toFold WHERE id = :id")
			.param("state", state.name())
			.param("folded", folded)
			.param("toFold", toFold)
			.param("id", id)
			.update();
	}

	void end(long id, Replay.Result result) {
		end(id, result.state(), this.mapper.writeValueAsString(result), null);
	}

	void fail(long id, String why) {
		end(id, Replay.State.FAILED, null, why);
	}

	/** Ends those whose process is gone. */
	void failAbandoned() {
		this.database.sql("""
				UPDATE hub.replay SET state = 'FAILED', ended_at = now(),
					failure = 'The hub that replayed ended meanwhile' WHERE ended_at IS NULL
				""").update();
	}

	private void end(long id, Replay.State state, @Nullable String result, @Nullable String failure) {
		this.database.sql("""
				UPDATE hub.replay SET state = :state, ended_at = now(), result = :result::jsonb, failure = :failure
				WHERE id = :id
				""")
			.param("state", state.name())
			.param("result", result)
			.param("failure", failure)
			.param("id", id)
			.update();
	}

	Optional<Replay> find(long id) {
		return this.database.sql(SELECT + "WHERE id = :id").param("id", id).query(rows()).optional();
	}

	/** The latest, newest first. */
	List<Replay> latest() {
		return this.database.sql(SELECT + "ORDER BY id DESC LIMIT 20").query(rows()).list();
	}

	private RowMapper<Replay> rows() {
		return (row, number) -> {
			String result = row.getString(7);
			return new Replay(row.getLong(1), Replay.State.valueOf(row.getString(2)), row.getString(9),
					row.getTimestamp(3).toInstant(),
					(row.getTimestamp(4) != null) ? row.getTimestamp(4).toInstant() : null, row.getLong(5),
					row.getLong(6), (result != null) ? this.mapper.readValue(result, Replay.Result.class) : null,
					row.getString(8));
		};
	}

}
