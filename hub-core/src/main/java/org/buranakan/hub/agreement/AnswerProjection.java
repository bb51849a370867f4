package org.buranakan.hub.agreement;

import java.util.Set;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.event.AnswerGiven;
import org.buranakan.schemas.topic.Topics;

import org.springframework.stereotype.Component;

/** What an agency says to a finding is a row. */
@Component
class AnswerProjection implements Projection<AnswerGiven> {

	private static final FactTable<AnswerGiven> TABLE = FactTable.ofAgencies("answer",
			new Columns<AnswerGiven>().text("finding", AnswerGiven::getFinding)
				.symbol("kind", AnswerGiven::getKind)
				.localized("text", AnswerGiven::getText)
				.date("acts_by", AnswerGiven::getActsBy));

	@Override
	public Topics kind() {
		return Topics.ANSWER;
	}

	@Override
	public FactTable<AnswerGiven> table() {
		return TABLE;
	}

	@Override
	public Set<DirtyKey> touches(AnswerGiven answer) {
		return Set.of();
	}

}
