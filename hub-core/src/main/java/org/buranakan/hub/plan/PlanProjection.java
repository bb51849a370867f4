package org.buranakan.hub.plan;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.event.Memorandum;
import org.buranakan.schemas.event.Milestone;
import org.buranakan.schemas.event.PlanArea;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** A plan is a row, with its areas and its milestones as parts. */
@Component
class PlanProjection implements Projection<PlanRecorded> {

	private static final FactTable<PlanRecorded> TABLE = FactTable
		.ofAgencies("plan",
				new Columns<PlanRecorded>().integer("fiscal_year", PlanRecorded::getFiscalYear)
					.text("programme", PlanRecorded::getProgramme)
					.localized("title", PlanRecorded::getTitle)
					.localized("objective", PlanRecorded::getObjective)
					.text("lead", PlanRecorded::getLead)
					.texts("partners", PlanRecorded::getPartners)
					.symbol("status", PlanRecorded::getStatus)
					.flag("joint", PlanRecorded::getJoint)
					.texts("memorandum_parties", ofMemorandum(Memorandum::getParties))
					.date("memorandum_due_on", ofMemorandum(Memorandum::getDueOn))
					.date("memorandum_signed_on", ofMemorandum(Memorandum::getSignedOn))
					.localized("note", PlanRecorded::getNote)
					.texts("filled_in", PlanRecorded::getFilledIn))
		.with("plan_area", "plan_id", PlanRecorded::getAreas,
				new Columns<PlanArea>().text("area", PlanArea::getArea).text("stage", PlanArea::getStage))
		.with("plan_milestone", "plan_id", PlanRecorded::getMilestones,
				new Columns<Milestone>().text("code", Milestone::getCode)
					.localized("title", Milestone::getTitle)
					.date("due_on", Milestone::getDueOn)
					.symbol("status", Milestone::getStatus)
					.date("done_on", Milestone::getDoneOn)
					.texts("areas", Milestone::getAreas));

	@Override
	public Topics kind() {
		return Topics.PLAN;
	}

	@Override
	public FactTable<PlanRecorded> table() {
		return TABLE;
	}

	@Override
	public Set<DirtyKey> touches(PlanRecorded plan) {
		Set<DirtyKey> touched = new LinkedHashSet<>();
		touched.add(DirtyKey.plan(plan.getEntityId()));
		for (PlanArea area : plan.getAreas()) {
			touched.add(DirtyKey.area(area.getArea()));
			touched.add(DirtyKey.province(area.getArea()));
		}
		return touched;
	}

	@Override
	public Optional<String> impossible(PlanRecorded plan) {
		Set<String> codes = new HashSet<>();
		boolean unique = plan.getMilestones().stream().allMatch((milestone) -> codes.add(milestone.getCode()));
		return unique ? Optional.empty() : Optional.of("milestones");
	}

	private static <T> Function<PlanRecorded, @Nullable T> ofMemorandum(Function<Memorandum, @Nullable T> part) {
		return (plan) -> (plan.getMemorandum() == null) ? null : part.apply(plan.getMemorandum());
	}

}
