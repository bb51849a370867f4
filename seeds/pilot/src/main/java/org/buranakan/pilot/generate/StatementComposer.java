package org.buranakan.pilot.generate;

import java.util.List;

import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.AnswerGiven;
import org.buranakan.schemas.event.AnswerKind;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.Stance;
import org.buranakan.schemas.topic.Family;

/** Stances on plans of CODI's, and answers to findings. */
final class StatementComposer {

	private static final List<Stance> STANCES = List.of(Stance.PROPOSES, Stance.ADJUSTS, Stance.AGREES, Stance.AGREES,
			Stance.DECLINES, Stance.WITHDRAWN);

	private static final List<AnswerKind> ANSWERS = List.of(AnswerKind.EXPLAINS, AnswerKind.WILL_ACT,
			AnswerKind.CORRECTED, AnswerKind.DISPUTES);

	AgreementStated agreement(Step step) {
		Entity entity = step.entity();
		Entity proposer = new Entity(entity.seed(), "codi", entity.number());
		return AgreementStated.newBuilder()
			.setEntityId(entity.id())
			.setRevision(step.revision())
			.setEventId(entity.eventId(step.revision()))
			.setAgency(entity.agency())
			.setOccurredAt(entity.occurredAt(step.revision()))
			.setRecordedAt(entity.occurredAt(step.revision()).plusSeconds(5))
			.setSource(entity.source(step.revision()))
			.setBasis(Basis.ILLUSTRATIVE)
			.setPlan(Entity.inBlock(proposer, Family.PLAN, entity.index()).id())
			.setPlanRevision(1)
			.setParty(entity.agency())
			.setStance(step.changing().oneOf(STANCES))
			.setStatedOn(entity.day(step.lasting()))
			.setFilledIn(step.lasting().inHundred(20) ? List.of("statedOn") : List.of())
			.setNote(note(step))
			.build();
	}

	AnswerGiven answer(Step step) {
		Entity entity = step.entity();
		return AnswerGiven.newBuilder()
			.setEntityId(entity.id())
			.setRevision(step.revision())
			.setEventId(entity.eventId(step.revision()))
			.setAgency(entity.agency())
			.setOccurredAt(entity.occurredAt(step.revision()))
			.setRecordedAt(entity.occurredAt(step.revision()).plusSeconds(5))
			.setSource(entity.source(step.revision()))
			.setBasis(Basis.ILLUSTRATIVE)
			.setFinding("blocked-money:" + Entity.inBlock(entity, Family.ACTIVITY, step.lasting().below(20)).id())
			.setKind(step.changing().oneOf(ANSWERS))
			.setText(note(step))
			.setActsBy(step.changing().inHundred(50) ? entity.day(step.lasting()) : null)
			.build();
	}

	private static LocalizedText note(Step step) {
		return new LocalizedText("ฉบับที่ " + step.mark(), "Version " + step.mark());
	}

}
