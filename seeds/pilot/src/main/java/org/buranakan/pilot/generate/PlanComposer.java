package org.buranakan.pilot.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.Memorandum;
import org.buranakan.schemas.event.Milestone;
import org.buranakan.schemas.event.MilestoneStatus;
import org.buranakan.schemas.event.PlanArea;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;

final class PlanComposer {

	private static final List<PlanStatus> STANDING = List.of(PlanStatus.DRAFT, PlanStatus.PROPOSED, PlanStatus.ADOPTED);

	private final Vocabulary vocabulary;

	PlanComposer(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	PlanRecorded compose(Step step) {
		Entity entity = step.entity();
		Dice lasting = step.lasting();
		Dice changing = step.changing();
		String programme = lasting.oneOf(this.vocabulary.codes("programme"));
		List<String> areas = this.vocabulary.places(entity.agency(), 1 + lasting.below(8), lasting);
		return PlanRecorded.newBuilder()
			.setEntityId(entity.id())
			.setRevision(step.revision())
			.setEventId(entity.eventId(step.revision()))
			.setAgency(entity.agency())
			.setOccurredAt(entity.occurredAt(step.revision()))
			.setRecordedAt(entity.occurredAt(step.revision()).plusSeconds(5))
			.setSource(entity.source(step.revision()))
			.setBasis(Basis.ILLUSTRATIVE)
			.setFiscalYear(2022)
			.setProgramme(programme)
			.setTitle(new LocalizedText("แผนที่ " + entity.number() + " ฉบับที่ " + step.mark(),
					"Plan " + entity.number() + ", version " + step.mark()))
			.setObjective(
					lasting.inHundred(50) ? new LocalizedText("วัตถุประสงค์ของแผนที่ " + entity.number(), null) : null)
			.setLead(entity.agency())
			.setPartners(lasting.someOf(this.vocabulary.codes("organisation"), lasting.below(4)))
			.setAreas(areas.stream().map((area) -> new PlanArea(area, stage(changing))).toList())
			.setMilestones(milestones(entity.day(lasting), areas, changing))
			.setStatus(changing.inHundred(4) ? PlanStatus.WITHDRAWN : changing.oneOf(STANDING))
			.setJoint(lasting.inHundred(20))
			.setMemorandum(lasting.inHundred(25) ? memorandum(entity, step) : null)
			.setNote(changing.inHundred(30) ? new LocalizedText("หมายเหตุ", "Note") : null)
			.setFilledIn(lasting.inHundred(20) ? List.of("areas", "milestones") : List.of())
			.build();
	}

	private String stage(Dice dice) {
		return dice.oneOf(this.vocabulary.codes("programme-stage"));
	}

	private Memorandum memorandum(Entity entity, Step step) {
		LocalDate due = entity.day(step.lasting());
		return new Memorandum(step.lasting().someOf(this.vocabulary.codes("organisation"), 2), due,
				step.changing().inHundred(40) ? due.plusDays(5) : null);
	}

	private static List<Milestone> milestones(LocalDate first, List<String> areas, Dice dice) {
		return IntStream.rangeClosed(1, dice.below(4)).mapToObj((number) -> {
			LocalDate due = first.plusDays(20L * number);
			boolean done = dice.inHundred(30);
			return Milestone.newBuilder()
				.setCode("M" + number)
				.setTitle(new LocalizedText("จังหวะก้าวที่ " + number, "Step " + number))
				.setDueOn(due)
				.setStatus(done ? MilestoneStatus.DONE : MilestoneStatus.PLANNED)
				.setDoneOn(done ? due : null)
				.setAreas((areas.size() > 2 && number == 1) ? areas.subList(0, 2) : List.of())
				.build();
		}).toList();
	}

}
