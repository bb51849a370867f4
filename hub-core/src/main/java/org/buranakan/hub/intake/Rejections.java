package org.buranakan.hub.intake;

import java.util.List;
import java.util.UUID;

import org.buranakan.hub.intake.Judgement.Sound;
import org.buranakan.hub.intake.Judgement.Unsound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Table {@code hub.rejection}: what was not applied and why, without its values. */
@Component
class Rejections {

	private static final List<Column<Row>> COLUMNS = new Columns<Row>()
		.integer("log_id", (row) -> row.arrival().log().id())
		.number("log_offset", (row) -> row.arrival().offset())
		.instant("at", (row) -> row.arrival().at())
		.text("entity_id", Row::entityId)
		.uuid("event_id", Row::eventId)
		.symbol("code", (row) -> row.rejected().code())
		.text("reason_th", (row) -> row.rejected().code().reasonInThai(row.rejected().detail()))
		.text("reason_en", (row) -> row.rejected().code().reasonInEnglish(row.rejected().detail()))
		.text("remedy_th", (row) -> row.rejected().code().remedy().thai())
		.text("remedy_en", (row) -> row.rejected().code().remedy().english())
		.list();

	private final Statements statements;

	Rejections(Statements statements) {
		this.statements = statements;
	}

	void append(List<Ended> records) {
		this.statements.insert("hub.rejection", COLUMNS,
				records.stream()
					.filter((ended) -> ended.outcome() instanceof Outcome.Rejected)
					.map(Rejections::row)
					.toList());
	}

	private static Row row(Ended ended) {
		Outcome.Rejected rejected = (Outcome.Rejected) ended.outcome();
		return switch (ended.judgement()) {
			case Sound<?>(var _, var fact) -> new Row(ended.arrival(), rejected, fact.id(), fact.eventId());
			case Unsound(var _, var entityId, var eventId) -> new Row(ended.arrival(), rejected, entityId, eventId);
			case Judgement.Refusal(var _, var _) -> new Row(ended.arrival(), rejected, null, null);
		};
	}

	/** What a rejection says. */
	private record Row(Arrival arrival, Outcome.Rejected rejected, @Nullable String entityId, @Nullable UUID eventId) {

	}

}
