package org.buranakan.pilot.generate;

import org.apache.avro.specific.SpecificRecord;

/** Writes a step out as the event of its family. */
final class Composition {

	private final PlanComposer plans;

	private final ActivityComposer activities;

	private final PostingComposer postings;

	private final CountComposer counts;

	private final StatementComposer statements;

	Composition(Vocabulary vocabulary) {
		this.plans = new PlanComposer(vocabulary);
		this.activities = new ActivityComposer(vocabulary);
		this.postings = new PostingComposer(vocabulary);
		this.counts = new CountComposer(vocabulary);
		this.statements = new StatementComposer();
	}

	SpecificRecord compose(Step step) {
		return switch (step.entity().family()) {
			case PLAN -> this.plans.compose(step);
			case ACTIVITY -> this.activities.compose(step);
			case BUDGET -> this.postings.compose(step);
			case COMPLAINT -> this.counts.compose(step);
			case AGREEMENT -> this.statements.agreement(step);
			case ANSWER -> this.statements.answer(step);
		};
	}

}
