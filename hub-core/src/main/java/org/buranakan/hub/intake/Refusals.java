package org.buranakan.hub.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.schemas.record.SourceRefused;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Table {@code hub.refusal}: the latest word on each place of a source that its connector
 * refused.
 */
@Component
class Refusals {

	private static final List<Column<Row>> COLUMNS = new Columns<Row>()
		.integer("log_id", (row) -> row.arrival().log().id())
		.text("place_key", Row::place)
		.number("log_offset", (row) -> row.arrival().offset())
		.addAll(new Columns<SourceRefused>().instant("at", SourceRefused::getRecordedAt)
			.text("agency", SourceRefused::getAgency)
			.text("family", SourceRefused::getFamily)
			.symbol("source_kind", (refused) -> refused.getSource().getKind())
			.text("system", (refused) -> refused.getSource().getSystem())
			.text("container", (refused) -> refused.getSource().getContainer())
			.text("place", (refused) -> refused.getSource().getPlace())
			.text("field", SourceRefused::getField)
			.text("code", SourceRefused::getCode)
			.localized("reason", SourceRefused::getReason)
			.localized("remedy", SourceRefused::getRemedy)
			.flag("resolved", SourceRefused::getResolved), Row::refused)
		.list();

	private final JdbcOperations database;

	private final Statements statements;

	Refusals(JdbcOperations database, Statements statements) {
		this.database = database;
		this.statements = statements;
	}

	void write(List<Ended> records) {
		Map<Object, Row> latest = new LinkedHashMap<>();
		for (Ended ended : records) {
			if (ended.judgement() instanceof Judgement.Refusal(var place, var refused)
					&& ended.outcome() instanceof Outcome.Applied) {
				latest.put(List.of(ended.arrival().log().id(), place), new Row(ended.arrival(), place, refused));
			}
		}
		if (!latest.isEmpty()) {
			List<Row> rows = List.copyOf(latest.values());
			this.database.update("""
					DELETE FROM hub.refusal r USING unnest(?::integer[], ?::text[]) AS said (log_id, place_key)
					WHERE r.log_id = said.log_id AND r.place_key = said.place_key
					""", rows.stream().map((row) -> row.arrival().log().id()).toArray(Integer[]::new),
					rows.stream().map(Row::place).toArray(String[]::new));
			this.statements.insert("hub.refusal", COLUMNS, rows);
		}
	}

	/** A refusal with where it stands. */
	private record Row(Arrival arrival, String place, SourceRefused refused) {

	}

}
