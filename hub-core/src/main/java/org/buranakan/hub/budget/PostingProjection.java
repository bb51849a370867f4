package org.buranakan.hub.budget;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.topic.Topics;

import org.springframework.stereotype.Component;

/** A posting is a row that never changes. */
@Component
class PostingProjection implements Projection<BudgetPosted> {

	private static final FactTable<BudgetPosted> TABLE = FactTable.ofAgencies("posting",
			new Columns<BudgetPosted>().text("budget_line", BudgetPosted::getBudgetLine)
				.localized("line_title", BudgetPosted::getLineTitle)
				.integer("fiscal_year", BudgetPosted::getFiscalYear)
				.symbol("phase", BudgetPosted::getPhase)
				.number("amount_satang", BudgetPosted::getAmountSatang)
				.text("area", BudgetPosted::getArea)
				.date("posted_on", BudgetPosted::getPostedOn)
				.text("funder", BudgetPosted::getFunder)
				.text("recipient", BudgetPosted::getRecipient)
				.text("plan", BudgetPosted::getPlan)
				.text("activity", BudgetPosted::getActivity)
				.text("restriction", BudgetPosted::getRestriction)
				.text("procurement", BudgetPosted::getProcurement)
				.text("reverses", BudgetPosted::getReverses)
				.localized("note", BudgetPosted::getNote)
				.texts("filled_in", BudgetPosted::getFilledIn));

	/** An unknown phase may be any. */
	private static final Set<BudgetPhase> PAID_OR_RETURNED = EnumSet.of(BudgetPhase.DISBURSED, BudgetPhase.RETURNED,
			BudgetPhase.UNKNOWN);

	@Override
	public Topics kind() {
		return Topics.BUDGET;
	}

	@Override
	public FactTable<BudgetPosted> table() {
		return TABLE;
	}

	@Override
	public Set<DirtyKey> touches(BudgetPosted posting) {
		Set<DirtyKey> touched = new LinkedHashSet<>();
		touched.add(DirtyKey.area(posting.getArea()));
		touched.add(DirtyKey.budget(posting.getAgency(), posting.getBudgetLine(), posting.getFiscalYear(),
				posting.getArea()));
		if (posting.getActivity() != null) {
			touched.add(DirtyKey.activity(posting.getActivity()));
		}
		if (posting.getPlan() != null) {
			touched.add(DirtyKey.plan(posting.getPlan()));
		}
		if (PAID_OR_RETURNED.contains(posting.getPhase())) {
			touched.add(DirtyKey.line(posting.getAgency(), posting.getBudgetLine()));
		}
		// It may not repeat what the other one was for.
		if (posting.getReverses() != null) {
			touched.add(DirtyKey.posting(posting.getReverses()));
		}
		return touched;
	}

}
