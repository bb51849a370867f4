package org.buranakan.hub.complaint;

import java.util.Optional;
import java.util.Set;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** A count of an area, a channel and a period is a row. */
@Component
class ComplaintCountProjection implements Projection<ComplaintCounted> {

	private static final FactTable<ComplaintCounted> TABLE = FactTable.ofAgencies("complaint_count",
			new Columns<ComplaintCounted>().text("area", ComplaintCounted::getArea)
				.text("channel", ComplaintCounted::getChannel)
				.text("topic", ComplaintCounted::getTopic)
				.date("period_start", ComplaintCounted::getPeriodStart)
				.date("period_end", ComplaintCounted::getPeriodEnd)
				.number("received", ComplaintCounted::getReceived)
				.number("resolved", ComplaintCounted::getResolved)
				.number("pending", ComplaintCounted::getPending)
				.symbol("status", ComplaintCounted::getStatus)
				.texts("filled_in", ComplaintCounted::getFilledIn));

	@Override
	public Topics kind() {
		return Topics.COMPLAINT;
	}

	@Override
	public FactTable<ComplaintCounted> table() {
		return TABLE;
	}

	@Override
	public Set<DirtyKey> touches(ComplaintCounted count) {
		return Set.of(DirtyKey.area(count.getArea()));
	}

	@Override
	public Optional<String> impossible(ComplaintCounted count) {
		if (count.getPeriodEnd().isBefore(count.getPeriodStart())) {
			return Optional.of("periodEnd");
		}
		if (isNegative(count.getReceived())) {
			return Optional.of("received");
		}
		if (isNegative(count.getResolved())) {
			return Optional.of("resolved");
		}
		return isNegative(count.getPending()) ? Optional.of("pending") : Optional.empty();
	}

	private static boolean isNegative(@Nullable Long number) {
		return number != null && number < 0;
	}

}
