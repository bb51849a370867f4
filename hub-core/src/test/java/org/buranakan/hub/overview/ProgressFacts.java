package org.buranakan.hub.overview;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.Indicator;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.Memorandum;
import org.buranakan.schemas.event.Milestone;
import org.buranakan.schemas.event.MilestoneStatus;
import org.buranakan.schemas.event.PlanArea;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.jspecify.annotations.Nullable;

/**
 * A programme of four tambons, small enough to be worked out by hand: days are of the
 * common era, and a fact is said on the day that is named last.
 */
final class ProgressFacts {

	static final String VISITED_TWICE = "110103";

	static final String RUNNING_PERHAPS = "110110";

	static final String PLANNED_EARLY = "110201";

	static final String SIGNED = "200104";

	static final String NOT_YET = "230102";

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	private ProgressFacts() {
	}

	static List<SpecificRecord> all() {
		return List.of(
				plan("codi:p1", "2021-11-15", Map.of(VISITED_TWICE, "", RUNNING_PERHAPS, "visited", PLANNED_EARLY, ""))
					.setMilestones(List.of(milestone("late", "2021-12-31", MilestoneStatus.PLANNED, null),
							milestone("in-time", "2022-01-31", MilestoneStatus.DONE, "2022-01-20"),
							milestone("after-time", "2022-01-15", MilestoneStatus.DONE, "2022-01-20"),
							milestone("not-said", "2022-01-10", MilestoneStatus.UNKNOWN, null),
							milestone("this-month", "2022-02-28", MilestoneStatus.PLANNED, null),
							milestone("later", "2022-03-31", MilestoneStatus.UNKNOWN, null),
							milestone("off", "2021-12-01", MilestoneStatus.CANCELLED, null),
							milestone("next-year", "2022-10-01", MilestoneStatus.PLANNED, null)))
					.build(),
				plan("pacoc-20:p2", "2022-01-24", Map.of(SIGNED, "planned"))
					.setMemorandum(new Memorandum(List.of("codi"), null, LocalDate.parse("2022-01-20")))
					.setMilestones(List.of(milestone("late", "2022-02-06", MilestoneStatus.PLANNED, null),
							milestone("today", "2022-02-07", MilestoneStatus.PLANNED, null)))
					.build(),
				plan("codi:withdrawn", "2021-11-15", Map.of("200105", "done")).setStatus(PlanStatus.WITHDRAWN)
					.setMilestones(List.of(milestone("a", "2021-12-31", MilestoneStatus.PLANNED, null)))
					.build(),
				plan("codi:draft", "2021-11-15", Map.of("11", "")).setStatus(PlanStatus.DRAFT)
					.setMilestones(List.of(milestone("a", "2021-12-31", MilestoneStatus.PLANNED, null)))
					.build(),
				plan("codi:other", "2021-11-15", Map.of("200117", "done")).setProgramme("good-governance").build(),
				activity("codi:a1", "committee-appointed", VISITED_TWICE, "2021-12-10", "2021-12-10", "2021-12-12")
					.setParticipantsTarget(20L)
					.setParticipants(25L)
					.build(),
				activity("codi:a2", "area-visit", VISITED_TWICE, "2022-01-01", "2022-01-31", "2022-02-01")
					.setDatePrecision(DatePrecision.MONTH)
					.setParticipantsTarget(30L)
					.build(),
				activity("codi:a3", "area-visit", VISITED_TWICE, "2022-02-02", "2022-02-02", "2022-02-03")
					.setParticipants(7L)
					.setIndicators(List.of(measured("watchers-trained", "person", 10L, 12L),
							measured("complaints-resolved", "percent", 80L, 50L)))
					.build(),
				activity("codi:a4", "mechanism", RUNNING_PERHAPS, "2022-01-10", "2022-01-10", "2022-01-10")
					.setStatus(ActivityStatus.UNKNOWN)
					.build(),
				activity("codi:a5", "plan-drafting", PLANNED_EARLY, "2022-01-01", "2022-03-31", "2022-02-03")
					.setDatePrecision(DatePrecision.QUARTER)
					.setIndicators(List.of(measured("watchers-trained", "person", 5L, null)))
					.build(),
				activity("codi:a6", "area-visit", PLANNED_EARLY, "2022-01-05", "2022-01-05", "2022-01-05")
					.setStatus(ActivityStatus.PLANNED)
					.setParticipantsTarget(100L)
					.build(),
				activity("codi:a7", "mou-signing", "11", "2022-01-06", "2022-01-06", "2022-01-07").build(),
				activity("codi:a8", "area-visit", SIGNED, "2021-09-05", "2021-09-05", "2021-09-06").build(),
				activity("codi:a9", "area-visit", RUNNING_PERHAPS, "2021-10-05", "2021-10-05", "2021-10-06")
					.setStatus(ActivityStatus.CANCELLED)
					.setParticipantsTarget(1000L)
					.build(),
				activity("pacoc-11:same", "committee-appointed", VISITED_TWICE, "2021-12-10", "2021-12-10",
						"2021-12-12")
					.setSameAs("codi:a1")
					.setParticipantsTarget(20L)
					.setParticipants(25L)
					.build(),
				count("1", VISITED_TWICE, "page", "2022-01-01", "2022-01-31", 5L, 2L, null).setTopic("construction")
					.build(),
				count("2", SIGNED, "chat", "2021-12-15", "2022-01-15", 4L, null, 3L).setTopic(null).build(),
				count("3", SIGNED, "page", "2022-01-01", "2022-01-31", 1L, null, null).setTopic("construction").build(),
				count("4", SIGNED, "page", "2021-09-01", "2021-09-30", 50L, 50L, 0L).build(),
				count("5", SIGNED, "page", "2022-01-01", "2022-01-31", 70L, 0L, 70L).setStatus(CountStatus.WITHDRAWN)
					.build());
	}

	/** Of fiscal year 2563: a backlog that months carry on, and periods that overlap. */
	static List<SpecificRecord> counts() {
		return List.of(count("6", SIGNED, "page", "2020-01-01", "2020-01-31", 5L, 2L, 10L).setTopic(null).build(),
				count("7", SIGNED, "page", "2020-02-01", "2020-02-29", 4L, 1L, 13L).setTopic(null).build(),
				count("8", SIGNED, "page", "2020-03-01", "2020-03-31", 3L, 2L, null).setTopic(null).build(),
				count("9", SIGNED, "chat", "2020-01-01", "2020-01-31", 5L, null, 5L).setTopic(null).build(),
				count("10", SIGNED, "chat", "2020-01-01", "2020-02-29", 9L, null, 7L).setTopic(null).build(),
				count("11", SIGNED, "chat", "2020-02-01", "2020-02-29", 4L, null, 7L).setTopic(null).build());
	}

	/**
	 * What a tambon is not said to have reached: the lead cancelled what a partner
	 * reports as done, and a memorandum is of tomorrow.
	 */
	static List<SpecificRecord> notYet() {
		return List.of(
				plan("codi:p3", "2022-01-10", Map.of(NOT_YET, ""))
					.setMemorandum(new Memorandum(List.of("codi"), null, LocalDate.parse("2022-02-08")))
					.build(),
				activity("codi:led", "area-visit", "23", "2022-01-20", "2022-01-20", "2022-01-21")
					.setStatus(ActivityStatus.DONE)
					.build(),
				activity("pacoc-23:led", "area-visit", NOT_YET, "2022-01-20", "2022-01-20", "2022-01-22")
					.setSameAs("codi:led")
					.build());
	}

	/** A revision of a plan of one tambon. */
	static PlanRecorded naming(long revision, String saidOn, @Nullable String stage) {
		return plan("codi:p4", saidOn, Map.of(NOT_YET, (stage != null) ? stage : "")).setRevision(revision)
			.setEventId(UUID.nameUUIDFromBytes(saidOn.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
			.build();
	}

	/** The same activity, as its lead says later. */
	static ActivityRecorded cancelled() {
		return activity("codi:led", "area-visit", "23", "2022-01-20", "2022-01-20", "2022-01-23").setRevision(2)
			.setStatus(ActivityStatus.CANCELLED)
			.build();
	}

	/** What the partner says instead. */
	static ActivityRecorded itsOwn() {
		return activity("pacoc-23:led", "area-visit", NOT_YET, "2022-01-20", "2022-01-20", "2022-01-24").setRevision(2)
			.build();
	}

	private static PlanRecorded.Builder plan(String id, String saidOn, Map<String, String> stages) {
		return PlanRecorded.newBuilder(model(PlanRecorded.class))
			.setEntityId(id)
			.setEventId(UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
			.setAgency(id.substring(0, id.indexOf(':')))
			.setRevision(1)
			.setOccurredAt(LocalDate.parse(saidOn).atTime(LocalTime.NOON).atZone(BANGKOK).toInstant())
			.setFiscalYear(2022)
			.setProgramme("bigrock")
			.setStatus(PlanStatus.ADOPTED)
			.setJoint(false)
			.setMemorandum(null)
			.setMilestones(List.of())
			.setAreas(stages.entrySet()
				.stream()
				.map((area) -> new PlanArea(area.getKey(), area.getValue().isEmpty() ? null : area.getValue()))
				.toList());
	}

	private static Milestone milestone(String code, String dueOn, MilestoneStatus status, @Nullable String doneOn) {
		return Milestone.newBuilder()
			.setCode(code)
			.setTitle(new LocalizedText(code, null))
			.setDueOn(LocalDate.parse(dueOn))
			.setStatus(status)
			.setDoneOn((doneOn != null) ? LocalDate.parse(doneOn) : null)
			.setAreas(List.of())
			.build();
	}

	private static ActivityRecorded.Builder activity(String id, String kind, String area, String from, String to,
			String saidOn) {
		return ActivityRecorded.newBuilder(model(ActivityRecorded.class))
			.setEntityId(id)
			.setEventId(UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
			.setAgency(id.substring(0, id.indexOf(':')))
			.setRevision(1)
			.setOccurredAt(LocalDate.parse(saidOn).atTime(LocalTime.NOON).atZone(BANGKOK).toInstant())
			.setKind(kind)
			.setAreas(List.of(area))
			.setPlan(null)
			.setSameAs(null)
			.setStartsOn(LocalDate.parse(from))
			.setEndsOn(LocalDate.parse(to))
			.setDatePrecision(DatePrecision.DAY)
			.setStatus(ActivityStatus.DONE)
			.setParticipants(null)
			.setParticipantsTarget(null)
			.setIndicators(List.of());
	}

	private static Indicator measured(String code, String unit, @Nullable Long target, @Nullable Long actual) {
		return new Indicator(code, unit, target, actual);
	}

	private static ComplaintCounted.Builder count(String id, String area, String channel, String from, String to,
			long received, @Nullable Long resolved, @Nullable Long pending) {
		return ComplaintCounted.newBuilder(model(ComplaintCounted.class))
			.setEntityId("codi:c" + id)
			.setAgency("codi")
			.setRevision(1)
			.setArea(area)
			.setChannel(channel)
			.setPeriodStart(LocalDate.parse(from))
			.setPeriodEnd(LocalDate.parse(to))
			.setReceived(received)
			.setResolved(resolved)
			.setPending(pending)
			.setStatus(CountStatus.COUNTED);
	}

	private static <E extends SpecificRecord> E model(Class<E> type) {
		return new Generator(700, 4711).events().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

}
