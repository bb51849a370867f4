package org.buranakan.hub.act;

import java.util.Set;
import java.util.TreeMap;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.topic.Topics;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** An act is a row, which nothing replaces. */
@Component
class ActProjection implements Projection<ActRecorded> {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final FactTable<ActRecorded> TABLE = FactTable.ofHub("act",
			new Columns<ActRecorded>().text("actor", ActRecorded::getActor)
				.text("kind", ActRecorded::getKind)
				.text("subject", ActRecorded::getSubject)
				.localized("reason", ActRecorded::getReason)
				.json("attributes", (act) -> MAPPER.writeValueAsString(new TreeMap<>(act.getAttributes()))));

	@Override
	public Topics kind() {
		return Topics.ACT;
	}

	@Override
	public FactTable<ActRecorded> table() {
		return TABLE;
	}

	/** Where a finding stands is told when it is read; nothing is derived from an act. */
	@Override
	public Set<DirtyKey> touches(ActRecorded act) {
		return Set.of();
	}

}
