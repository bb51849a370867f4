package org.buranakan.hub.activity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.topic.Topics;

import org.springframework.stereotype.Component;

/**
 * An activity is a row, with its areas as parts. With each area stands what lists and
 * sums of a place ask of the activity.
 */
@Component
class ActivityProjection implements Projection<ActivityRecorded> {

	private static final FactTable<ActivityRecorded> TABLE = FactTable
		.ofAgencies("activity",
				new Columns<ActivityRecorded>().text("plan", ActivityRecorded::getPlan)
					.text("same_as", ActivityRecorded::getSameAs)
					.text("kind", ActivityRecorded::getKind)
					.localized("title", ActivityRecorded::getTitle)
					.text("venue", ActivityRecorded::getVenue)
					.date("starts_on", ActivityRecorded::getStartsOn)
					.date("ends_on", ActivityRecorded::getEndsOn)
					.symbol("date_precision", ActivityRecorded::getDatePrecision)
					.symbol("status", ActivityRecorded::getStatus)
					.text("organiser", ActivityRecorded::getOrganiser)
					.texts("partners", ActivityRecorded::getPartners)
					.number("participants_target", ActivityRecorded::getParticipantsTarget)
					.number("participants", ActivityRecorded::getParticipants)
					.localized("result", ActivityRecorded::getResult)
					.json("indicators", (activity) -> IndicatorsJson.of(activity.getIndicators()))
					.localized("note", ActivityRecorded::getNote)
					.texts("filled_in", ActivityRecorded::getFilledIn))
		.with("activity_area", "activity_id", Place::of,
				new Columns<Place>().text("area", Place::area)
					.date("starts_on", (place) -> place.activity().getStartsOn())
					.date("ends_on", (place) -> place.activity().getEndsOn())
					.symbol("status", (place) -> place.activity().getStatus())
					.text("kind", (place) -> place.activity().getKind())
					.text("agency", (place) -> place.activity().getAgency())
					.flag("joint", (place) -> place.activity().getSameAs() != null)
					.number("participants_target", (place) -> place.activity().getParticipantsTarget())
					.number("participants", (place) -> place.activity().getParticipants()));

	@Override
	public Topics kind() {
		return Topics.ACTIVITY;
	}

	@Override
	public FactTable<ActivityRecorded> table() {
		return TABLE;
	}

	@Override
	public Set<DirtyKey> touches(ActivityRecorded activity) {
		Set<DirtyKey> touched = new LinkedHashSet<>();
		touched.add(DirtyKey.activity(activity.getEntityId()));
		for (String area : activity.getAreas()) {
			touched.add(DirtyKey.area(area));
			touched.add(DirtyKey.province(area));
		}
		if (activity.getPlan() != null) {
			touched.add(DirtyKey.plan(activity.getPlan()));
		}
		if (activity.getSameAs() != null) {
			touched.add(DirtyKey.activity(activity.getSameAs()));
		}
		return touched;
	}

	@Override
	public Optional<String> impossible(ActivityRecorded activity) {
		if (activity.getEndsOn().isBefore(activity.getStartsOn())) {
			return Optional.of("endsOn");
		}
		boolean negative = Stream
			.of(Optional.ofNullable(activity.getParticipantsTarget()), Optional.ofNullable(activity.getParticipants()))
			.anyMatch((count) -> count.isPresent() && count.get() < 0);
		return negative ? Optional.of("participants") : Optional.empty();
	}

	private record Place(ActivityRecorded activity, String area) {

		static List<Place> of(ActivityRecorded activity) {
			return activity.getAreas().stream().map((area) -> new Place(activity, area)).toList();
		}

	}

}
