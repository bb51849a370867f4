package org.buranakan.hub.intake;

import java.util.List;
import java.util.UUID;

import org.buranakan.hub.intake.Judgement.Sound;
import org.buranakan.hub.intake.Judgement.Unsound;
import org.buranakan.schemas.event.PlanRecorded;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Table {@code hub.history}: every record with its outcome. */
@Component
class History {

	private static final List<Column<Ended>> COLUMNS = new Columns<Ended>()
		.integer("log_id", (ended) -> ended.arrival().log().id())
		.number("log_offset", (ended) -> ended.arrival().offset())
		.instant("at", (ended) -> ended.arrival().at())
		.text("outcome", Ended::outcomeName)
		.text("entity_id", History::entityId)
		.number("revision", History::revision)
		.uuid("event_id", History::eventId)
		.bytes("value", (ended) -> ended.isFactKept() ? ended.arrival().record().value() : null)
		.list();

	private final Statements statements;

	History(Statements statements) {
		this.statements = statements;
	}

	void append(List<Ended> records) {
		this.statements.insert("hub.history", COLUMNS, records);
	}

	/** Appends to a copy's own {@code plan_history}. */
	void appendPlans(List<Ended> records) {
		this.statements.insert("plan_history", COLUMNS, records);
	}

	/** Whether it states a plan. */
	static boolean isOfAPlan(Ended ended) {
		return ended.judgement() instanceof Sound<?>(var _, var fact) && fact.event() instanceof PlanRecorded;
	}

	private static @Nullable String entityId(Ended ended) {
		return switch (ended.judgement()) {
			case Sound<?>(var _, var fact) -> fact.id();
			case Unsound(var _, var entityId, var _) -> entityId;
			case Judgement.Refusal(var _, var _) -> null;
		};
	}

	private static @Nullable Long revision(Ended ended) {
		return (ended.judgement() instanceof Sound<?>(var _, var fact)) ? fact.revision() : null;
	}

	private static @Nullable UUID eventId(Ended ended) {
		return switch (ended.judgement()) {
			case Sound<?>(var _, var fact) -> fact.eventId();
			case Unsound(var _, var _, var eventId) -> eventId;
			case Judgement.Refusal(var _, var _) -> null;
		};
	}

}
