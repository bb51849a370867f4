package org.buranakan.hub.area;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.buranakan.schemas.record.ReferenceRecorded;

/**
 * What an area must show, worked out from the events alone, in memory and one area at a
 * time. Shares nothing with the statements that it judges.
 */
class RollUp {

	private final List<SpecificRecord> latest;

	private final Map<String, Map<String, String>> reference = new HashMap<>();

	RollUp(Collection<? extends SpecificRecord> events, Collection<ReferenceRecorded> reference) {
		Map<String, SpecificRecord> states = new HashMap<>();
		events.stream()
			.sorted(Comparator.comparingLong((event) -> Envelope.of(event).revision()))
			.forEach((event) -> states.put(event.getClass() + Envelope.of(event).entityId(), event));
		this.latest = List.copyOf(states.values());
		reference
			.forEach((entry) -> this.reference.put(entry.getKind() + "/" + entry.getCode(), entry.getAttributes()));
	}

	List<String> programmeAreas(String prefix) {
		return of(PlanRecorded.class)
			.filter((plan) -> plan.getStatus() != PlanStatus.WITHDRAWN
					&& "true".equals(attributes("programme", plan.getProgramme()).get("roll-up")))
			.flatMap((plan) -> plan.getAreas().stream())
			.map((named) -> named.getArea())
			.filter((area) -> area.length() == 6 && area.startsWith(prefix))
			.distinct()
			.sorted()
			.toList();
	}

	/** The highest order of the stages stated for it or implied by what is done in it. */
	long stage(String tambon) {
		Stream<String> stated = of(PlanRecorded.class)
			.filter((plan) -> plan.getStatus() != PlanStatus.WITHDRAWN
					&& "true".equals(attributes("programme", plan.getProgramme()).get("roll-up")))
			.flatMap((plan) -> plan.getAreas().stream())
			.filter((named) -> named.getArea().equals(tambon))
			.map((named) -> Objects.requireNonNullElse(named.getStage(), "planned"));
		Stream<String> implied = of(ActivityRecorded.class)
			.filter((activity) -> activity.getAreas().contains(tambon) && isDone(activity))
			.map((activity) -> attributes("activity-kind", activity.getKind()).getOrDefault("stage", "planned"));
		Stream<String> ofPlans = of(PlanRecorded.class)
			.filter((plan) -> "true".equals(attributes("programme", plan.getProgramme()).get("roll-up")))
			.filter((plan) -> plan.getAreas().stream().anyMatch((named) -> named.getArea().equals(tambon)))
			.flatMap((plan) -> switch (plan.getStatus()) {
				case WITHDRAWN -> Stream.<String>of();
				case COMPLETED -> Stream.concat(signed(plan), with("plan", "COMPLETED"));
				case UNKNOWN, DRAFT, PROPOSED, ADOPTED -> signed(plan);
			});
		return Stream.of(stated, implied, ofPlans).flatMap((all) -> all).mapToLong(this::order).max().orElse(0);
	}

	/** As its agency says, and no more than the one that leads it says. */
	private boolean isDone(ActivityRecorded activity) {
		ActivityRecorded lead = activity;
		for (int step = 0; step < 16; step++) {
			String named = (lead.getStatus() != ActivityStatus.WITHDRAWN) ? lead.getSameAs() : null;
			if (named == null) {
				break;
			}
			Optional<ActivityRecorded> next = of(ActivityRecorded.class)
				.filter((other) -> other.getEntityId().equals(named))
				.findFirst();
			if (next.isEmpty()) {
				return activity.getStatus() == ActivityStatus.DONE;
			}
			lead = next.get();
		}
		return switch (lead.getStatus()) {
			case DONE -> activity.getStatus() == ActivityStatus.DONE || activity.getStatus() == ActivityStatus.UNKNOWN;
			case UNKNOWN, WITHDRAWN -> activity.getStatus() == ActivityStatus.DONE;
			case PLANNED, ONGOING, POSTPONED, CANCELLED -> false;
		};
	}

	private Stream<String> signed(PlanRecorded plan) {
		return (plan.getMemorandum() != null && plan.getMemorandum().getSignedOn() != null)
				? with("memorandum", "signed") : Stream.of();
	}

	/** The stages that say so of themselves. */
	private Stream<String> with(String attribute, String value) {
		return this.reference.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith("programme-stage/")
					&& value.equals(entry.getValue().get(attribute)))
			.map((entry) -> entry.getKey().substring("programme-stage/".length()));
	}

	long order(String stage) {
		return Long.parseLong(attributes("programme-stage", stage).getOrDefault("order", "1"));
	}

	Map<String, Long> activities(String prefix) {
		Map<String, Long> counts = new TreeMap<>();
		activitiesIn(prefix).forEach((activity) -> counts.merge(activity.getStatus().name(), 1L, Long::sum));
		return counts;
	}

	long participants(String prefix) {
		return activitiesIn(prefix)
			.filter((activity) -> activity.getSameAs() == null && activity.getStatus() != ActivityStatus.WITHDRAWN)
			.mapToLong((activity) -> Objects.requireNonNullElse(activity.getParticipants(), 0L))
			.sum();
	}

	Map<String, Long> money(String prefix) {
		Map<String, Long> sums = new TreeMap<>();
		of(BudgetPosted.class).filter((posting) -> posting.getArea().startsWith(prefix))
			.forEach((posting) -> sums.merge(posting.getPhase().name(), posting.getAmountSatang(), Long::sum));
		return sums;
	}

	long received(String prefix) {
		Predicate<ComplaintCounted> counts = (count) -> count.getStatus() != CountStatus.WITHDRAWN;
		return of(ComplaintCounted.class).filter(counts)
			.filter((count) -> count.getArea().startsWith(prefix))
			.collect(Collectors.groupingBy((count) -> List.of(count.getAgency(), count.getArea(), count.getChannel(),
					String.valueOf(count.getTopic()))))
			.values()
			.stream()
			.mapToLong(RollUp::receivedOnce)
			.sum();
	}

	/** Of counts whose periods overlap, those that begin first. */
	private static long receivedOnce(List<ComplaintCounted> series) {
		long received = 0;
		LocalDate until = LocalDate.MIN;
		for (ComplaintCounted count : series.stream()
			.sorted(Comparator.comparing(ComplaintCounted::getPeriodStart)
				.thenComparing(ComplaintCounted::getPeriodEnd, Comparator.reverseOrder())
				.thenComparing(ComplaintCounted::getOccurredAt, Comparator.reverseOrder())
				.thenComparing(ComplaintCounted::getEntityId))
			.toList()) {
			if (count.getPeriodStart().isAfter(until)) {
				received += count.getReceived();
			}
			until = count.getPeriodEnd().isAfter(until) ? count.getPeriodEnd() : until;
		}
		return received;
	}

	private Stream<ActivityRecorded> activitiesIn(String prefix) {
		return of(ActivityRecorded.class)
			.filter((activity) -> activity.getAreas().stream().anyMatch((area) -> area.startsWith(prefix)));
	}

	private Map<String, String> attributes(String kind, String code) {
		return this.reference.getOrDefault(kind + "/" + code, Map.of());
	}

	private <E> Stream<E> of(Class<E> type) {
		return this.latest.stream().filter(type::isInstance).map(type::cast);
	}

}
