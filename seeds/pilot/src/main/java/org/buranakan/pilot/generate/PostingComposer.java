package org.buranakan.pilot.generate;

import java.util.List;

import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;

/** Every fifteenth posting reverses the one before it. */
final class PostingComposer {

	private static final List<BudgetPhase> PHASES = List.of(BudgetPhase.PROPOSED, BudgetPhase.APPROVED,
			BudgetPhase.ALLOTTED, BudgetPhase.ALLOTTED, BudgetPhase.COMMITTED, BudgetPhase.DISBURSED,
			BudgetPhase.RETURNED);

	private static final int REVERSAL_EVERY = 15;

	private final Vocabulary vocabulary;

	PostingComposer(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	BudgetPosted compose(Step step) {
		Entity entity = step.entity();
		boolean reversal = entity.index() % REVERSAL_EVERY == REVERSAL_EVERY - 1;
		Entity original = reversal ? Entity.inBlock(entity, Family.BUDGET, entity.index() - 1) : entity;
		Dice lasting = original.dice(1);
		BudgetPhase phase = lasting.oneOf(PHASES);
		String activity = Entity.inBlock(entity, Family.ACTIVITY, lasting.below(Entity.perBlock(Family.ACTIVITY))).id();
		long amount = amount(phase, lasting) + step.variant();
		return BudgetPosted.newBuilder()
			.setEntityId(entity.id())
			.setRevision(step.revision())
			.setEventId(entity.eventId(step.revision()))
			.setAgency(entity.agency())
			.setOccurredAt(entity.occurredAt(step.revision()))
			.setRecordedAt(entity.occurredAt(step.revision()).plusSeconds(5))
			.setSource(entity.source(step.revision()))
			.setBasis(Basis.ILLUSTRATIVE)
			.setBudgetLine("L" + lasting.below(9))
			.setLineTitle(new LocalizedText("หมวดรายจ่าย", "Line of expenditure"))
			.setFiscalYear(2022)
			.setPhase(phase)
			.setAmountSatang(reversal ? -amount : amount)
			.setArea(area(entity.agency(), lasting))
			.setPostedOn(original.day(lasting))
			.setFunder(entity.agency())
			.setRecipient(lasting.inHundred(70) ? lasting.oneOf(this.vocabulary.codes("organisation")) : null)
			.setPlan(lasting.inHundred(50) ? Entity.inBlock(entity, Family.PLAN, lasting.below(4)).id() : null)
			.setActivity(lasting.inHundred(60) ? activity : null)
			.setRestriction(restriction(phase, lasting))
			.setProcurement(lasting.inHundred(30) ? lasting.oneOf(this.vocabulary.codes("procurement")) : null)
			.setNote(reversal ? new LocalizedText("กลับรายการ", "Reversal") : null)
			.setFilledIn(lasting.inHundred(20) ? List.of("amountSatang") : List.of())
			.setReverses(reversal ? original.id() : null)
			.build();
	}

	private static long amount(BudgetPhase phase, Dice dice) {
		long amount = 100_00L + dice.below(20_000_000);
		return (phase == BudgetPhase.RETURNED) ? -amount / 10 : amount;
	}

	private String area(String agency, Dice dice) {
		List<String> areas = dice.inHundred(80) ? this.vocabulary.tambons(agency) : this.vocabulary.provinces(agency);
		return dice.oneOf(areas);
	}

	private @Nullable String restriction(BudgetPhase phase, Dice dice) {
		boolean blocked = phase == BudgetPhase.ALLOTTED && dice.inHundred(25);
		return blocked ? dice.oneOf(this.vocabulary.codes("restriction")) : null;
	}

}
