package org.buranakan.pilot.generate;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.Indicator;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.topic.Family;

final class ActivityComposer {

	private static final List<ActivityStatus> STATUSES = List.of(ActivityStatus.PLANNED, ActivityStatus.ONGOING,
			ActivityStatus.DONE, ActivityStatus.POSTPONED, ActivityStatus.CANCELLED);

	private final Vocabulary vocabulary;

	ActivityComposer(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	ActivityRecorded compose(Step step) {
		Entity entity = step.entity();
		Dice lasting = step.lasting();
		Dice changing = step.changing();
		List<String> areas = this.vocabulary.places(entity.agency(), 1 + lasting.below(3), lasting);
		String kind = lasting.oneOf(this.vocabulary.codes("activity-kind"));
		String plan = Entity.inBlock(entity, Family.PLAN, lasting.below(Entity.perBlock(Family.PLAN))).id();
		LocalDate start = entity.day(lasting).plusDays(changing.below(7));
		ActivityStatus status = changing.inHundred(3) ? ActivityStatus.WITHDRAWN : changing.oneOf(STATUSES);
		LocalizedText kindName = this.vocabulary.name("activity-kind", kind);
		LocalizedText areaName = this.vocabulary.name("area", areas.getFirst());
		return ActivityRecorded.newBuilder()
			.setEntityId(entity.id())
			.setRevision(step.revision())
			.setEventId(entity.eventId(step.revision()))
			.setAgency(entity.agency())
			.setOccurredAt(entity.occurredAt(step.revision()))
			.setRecordedAt(entity.occurredAt(step.revision()).plusSeconds(5))
			.setSource(entity.source(step.revision()))
			.setBasis(Basis.ILLUSTRATIVE)
			.setPlan(lasting.inHundred(80) ? plan : null)
			.setSameAs(lasting.inHundred(5) ? new Entity(entity.seed(), "codi", entity.number()).id() : null)
			.setKind(kind)
			.setTitle(new LocalizedText(kindName.getTh() + " " + areaName.getTh(),
					kindName.getEn() + ", " + areaName.getEn()))
			.setAreas(areas)
			.setVenue(lasting.inHundred(40) ? "หอประชุม" + areaName.getTh() : null)
			.setStartsOn(start)
			.setEndsOn(start.plusDays(lasting.below(3)))
			.setDatePrecision(lasting.inHundred(90) ? DatePrecision.DAY : DatePrecision.MONTH)
			.setStatus(status)
			.setOrganiser(entity.agency())
			.setPartners(lasting.someOf(this.vocabulary.codes("organisation"), lasting.below(3)))
			.setParticipantsTarget((long) (20 + lasting.below(80)))
			.setParticipants((status == ActivityStatus.DONE) ? Long.valueOf(10 + changing.below(90)) : null)
			.setResult((status == ActivityStatus.DONE) ? new LocalizedText("แล้วเสร็จ", "Completed") : null)
			.setIndicators(indicators(lasting, changing))
			.setFilledIn(lasting.inHundred(20) ? List.of("startsOn", "endsOn") : List.of())
			.setNote(new LocalizedText("ฉบับที่ " + step.mark(), "Version " + step.mark()))
			.build();
	}

	private List<Indicator> indicators(Dice lasting, Dice changing) {
		if (!lasting.inHundred(30)) {
			return List.of();
		}
		String code = lasting.oneOf(this.vocabulary.codes("indicator"));
		String unit = lasting.oneOf(this.vocabulary.codes("unit"));
		return List.of(new Indicator(code, unit, 10L + lasting.below(90), (long) changing.below(100)));
	}

}
