package org.buranakan.pilot.generate;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;

final class CountComposer {

	private final Vocabulary vocabulary;

	CountComposer(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	ComplaintCounted compose(Step step) {
		Entity entity = step.entity();
		Dice lasting = step.lasting();
		LocalDate month = entity.day(lasting).withDayOfMonth(1);
		long received = 1L + lasting.below(40) + step.revision() - 1;
		long resolved = Math.min(received, step.changing().below(30) + 100L * step.variant());
		return ComplaintCounted.newBuilder()
			.setEntityId(entity.id())
			.setRevision(step.revision())
			.setEventId(entity.eventId(step.revision()))
			.setAgency(entity.agency())
			.setOccurredAt(entity.occurredAt(step.revision()))
			.setRecordedAt(entity.occurredAt(step.revision()).plusSeconds(5))
			.setSource(entity.source(step.revision()))
			.setBasis(Basis.ILLUSTRATIVE)
			.setArea(lasting.oneOf(this.vocabulary.tambons(entity.agency())))
			.setChannel(lasting.oneOf(this.vocabulary.codes("channel")))
			.setTopic(lasting.oneOf(this.vocabulary.codes("complaint-topic")))
			.setPeriodStart(month)
			.setPeriodEnd(month.plusMonths(1).minusDays(1))
			.setReceived(received + step.variant())
			.setResolved(resolved)
			.setPending(received + step.variant() - resolved)
			.setFilledIn(lasting.inHundred(20) ? List.of("received") : List.of())
			.setStatus(lasting.inHundred(97) ? CountStatus.COUNTED : CountStatus.WITHDRAWN)
			.build();
	}

}
