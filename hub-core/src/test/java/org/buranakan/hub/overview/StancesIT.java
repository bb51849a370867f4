package org.buranakan.hub.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.Milestone;
import org.buranakan.schemas.event.MilestoneStatus;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.Stance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who agrees to a plan, who says so, and what becomes of it.
 */
@OnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StancesIT {

	@Autowired
	private FoldedEvents events;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeAll
	void reference() {
		this.hub = new HubClient(this.port);
		this.events.forget();
		this.events.publish(new PilotData().reference());
	}

	@Test
	void nobodyStatesTheStanceOfAnAgencyThatSpeaksForItself() {
		// Given
		String plan = "codi:spoken-of";
		this.events.publish(PlanRecorded.newBuilder(first(PlanRecorded.class)).setEntityId(plan).build());
		// When
		this.events.publish(stance("pacc-zone-1", plan, "pacc-zone-1", Stance.DECLINES, 1),
				stance("pacoc-11", plan, "pacc-zone-1", Stance.AGREES, 2),
				stance("pacoc-11", plan, "pacc-zone-2", Stance.AGREES, 2),
				stance("codi", plan, "network-20", Stance.AGREES, 3));
		// Then
		JsonNode shown = this.hub.read("/plans/" + URLEncoder.encode(plan, StandardCharsets.UTF_8));
		assertThat(stances(shown.path("stances"))).containsExactly("pacc-zone-1 DECLINES by pacc-zone-1",
				"network-20 AGREES by codi");
		assertThat(stances(shown.path("disregarded"))).containsExactly("pacc-zone-1 AGREES by pacoc-11",
				"pacc-zone-2 AGREES by pacoc-11");
	}

	@Test
	void theBaselineIsTheNewestRevisionThatEveryPartyOfItAgreedTo() {
		// Given
		String id = "codi:course-1";
		PlanRecorded plan = joint(id).setMilestones(List.of(milestone("a", 1, MilestoneStatus.PLANNED))).build();
		// When nobody but the publishing agency is heard
		this.events.publish(plan);
		// Then
		assertThat(said(course(id))).containsExactly("1 codi SILENT", "1 network-20 SILENT", "1 pacc-zone-1 SILENT");
		assertThat(course(id).path("baseline").isNull()).isTrue();
		// When one agrees, and then all do
		this.events.publish(of("a", stance("pacc-zone-1", id, "pacc-zone-1", Stance.AGREES, 1), 1));
		assertThat(course(id).path("baseline").isNull()).isTrue();
		this.events.publish(of("b", stance("codi", id, "network-20", Stance.AGREES, 2), 1));
		// Then
		assertThat(course(id).path("baseline").path("revision").intValue()).isEqualTo(1);
		assertThat(course(id).path("baseline").path("agreedOn").asString()).isEqualTo("2022-02-02");
		assertThat(milestones(course(id))).containsExactly("a 2022-02-01 now 2022-02-01");
	}

	@Test
	void whoJoinsLaterChangesNothingOfWhatWasAgreedBefore() {
		// Given a revision that all of its parties agreed to
		String id = "codi:course-2";
		PlanRecorded first = joint(id)
			.setMilestones(
					List.of(milestone("a", 1, MilestoneStatus.PLANNED), milestone("b", 2, MilestoneStatus.PLANNED)))
			.build();
		this.events.publish(first);
		this.events.publish(of("a", stance("pacc-zone-1", id, "pacc-zone-1", Stance.AGREES, 1), 1),
				of("b", stance("codi", id, "network-20", Stance.AGREES, 2), 1));
		// When the plan moves on, with a partner more
		this.events.publish(PlanRecorded.newBuilder(first)
			.setRevision(2)
			.setPartners(List.of("pacc-zone-1", "pacc-zone-2", "network-20"))
			.setMilestones(List.of(milestone("a", 7, MilestoneStatus.PLANNED)))
			.build());
		this.events.publish(of("c", stance("pacc-zone-1", id, "pacc-zone-1", Stance.ADJUSTS, 3), 2),
				of("d", stance("codi", id, "network-20", Stance.AGREES, 4), 2),
				of("e", stance("codi", id, "network-20", Stance.AGREES, 5), 3));
		// Then
		assertThat(said(course(id))).containsExactly("1 codi SILENT", "1 network-20 AGREES", "1 pacc-zone-1 AGREES",
				"2 codi SILENT", "2 network-20 AGREES", "2 pacc-zone-1 ADJUSTS", "2 pacc-zone-2 SILENT");
		assertThat(course(id).path("baseline").path("revision").intValue()).isEqualTo(1);
		assertThat(milestones(course(id))).containsExactly("a 2022-02-01 now 2022-02-07", "b 2022-02-02 now gone");
	}

	@Test
	void aRevisionWhoseRecordIsNotToBeHadIsNotAgreed() {
		// Given statements on a revision that the hub never read
		String id = "codi:course-3";
		this.events.publish(joint(id).setRevision(2).build());
		// When
		this.events.publish(of("a", stance("pacc-zone-1", id, "pacc-zone-1", Stance.AGREES, 1), 1),
				of("b", stance("codi", id, "network-20", Stance.AGREES, 2), 1));
		// Then
		assertThat(said(course(id))).startsWith("1 network-20 AGREES", "1 pacc-zone-1 AGREES", "2 codi SILENT");
		assertThat(course(id).path("baseline").isNull()).isTrue();
	}

	@Test
	void whatHappenedIsCountedOnTheBusinessDate() {
		// Given
		String id = "codi:happened";
		this.events.today(LocalDate.of(2022, 2, 7));
		this.events.publish(PlanRecorded.newBuilder(first(PlanRecorded.class))
			.setEntityId(id)
			.setMilestones(List.of(milestone("done", 1, MilestoneStatus.DONE),
					milestone("late", 6, MilestoneStatus.PLANNED), milestone("today", 7, MilestoneStatus.PLANNED),
					milestone("ahead", 8, MilestoneStatus.PLANNED), milestone("off", 1, MilestoneStatus.CANCELLED)))
			.build());
		// When
		ActivityRecorded activity = ActivityRecorded.newBuilder(first(ActivityRecorded.class))
			.setPlan(id)
			.setSameAs(null)
			.setStatus(ActivityStatus.DONE)
			.build();
		this.events.publish(ActivityRecorded.newBuilder(activity).setEntityId("codi:1").build(),
				ActivityRecorded.newBuilder(activity).setEntityId("codi:2").setStatus(ActivityStatus.PLANNED).build(),
				ActivityRecorded.newBuilder(activity).setEntityId("pacc-zone-1:1").setSameAs("codi:1").build());
		BudgetPosted posting = BudgetPosted.newBuilder(first(BudgetPosted.class))
			.setPlan(null)
			.setActivity("codi:1")
			.setReverses(null)
			.setPhase(BudgetPhase.ALLOTTED)
			.setAmountSatang(100)
			.build();
		this.events.publish(BudgetPosted.newBuilder(posting).setEntityId("codi:p1").build(),
				BudgetPosted.newBuilder(posting).setEntityId("codi:p2").setPlan(id).setActivity(null).build(),
				BudgetPosted.newBuilder(posting)
					.setEntityId("codi:p3")
					.setPlan(id)
					.setPhase(BudgetPhase.DISBURSED)
					.build());
		// And what is taken back, by reversals that repeat neither plan nor activity or
		// one of them
		this.events.publish(
				BudgetPosted.newBuilder(posting).setEntityId("codi:p4").setPlan(id).setAmountSatang(1_000).build(),
				BudgetPosted.newBuilder(posting).setEntityId("codi:p5").setAmountSatang(10_000).build(),
				BudgetPosted.newBuilder(posting)
					.setEntityId("codi:p6")
					.setPlan(id)
					.setActivity(null)
					.setAmountSatang(7)
					.build());
		this.events.publish(reversal(posting, "codi:p4", -1_000).setActivity(null).build(),
				reversal(posting, "codi:p5", -10_000).setActivity(null).build(),
				reversal(posting, "codi:p6", -7).setActivity(null).build(),
				reversal(posting, "codi:p2", -30).setActivity(null).setPlan(id).build(),
				reversal(posting, "codi:p1", -1).build());
		// Then
		assertThat(course(id).path("happened").toString())
			.isEqualTo("{\"milestones\":{\"planned\":4,\"due\":3,\"done\":1,"
					+ "\"late\":1},\"activities\":{\"DONE\":1,\"PLANNED\":1},\"money\":[{\"phase\":\"ALLOTTED\","
					+ "\"amountSatang\":169},{\"phase\":\"DISBURSED\",\"amountSatang\":100}]}");
	}

	private static BudgetPosted.Builder reversal(BudgetPosted posting, String reversed, long satang) {
		return BudgetPosted.newBuilder(posting)
			.setEntityId(reversed + "-back")
			.setReverses(reversed)
			.setAmountSatang(satang);
	}

	private static PlanRecorded.Builder joint(String id) {
		return PlanRecorded.newBuilder(first(PlanRecorded.class))
			.setEntityId(id)
			.setAgency("codi")
			.setLead("codi")
			.setPartners(List.of("pacc-zone-1", "network-20"))
			.setMemorandum(null)
			.setRevision(1);
	}

	private static List<String> milestones(JsonNode course) {
		return course.path("baseline")
			.path("milestones")
			.valueStream()
			.map((one) -> one.path("agreed").path("code").asString() + " " + one.path("agreed").path("dueOn").asString()
					+ " now " + one.path("now").path("dueOn").asString("gone"))
			.toList();
	}

	private JsonNode course(String id) {
		return this.hub.read("/plans/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/course");
	}

	private static List<String> said(JsonNode course) {
		return course.path("revisions")
			.valueStream()
			.flatMap((revision) -> revision.path("stances")
				.valueStream()
				.map((one) -> revision.path("revision").asString() + " " + one.path("party").path("code").asString()
						+ " " + one.path("stance").asString()))
			.toList();
	}

	private static AgreementStated of(String id, AgreementStated stance, long revision) {
		return AgreementStated.newBuilder(stance)
			.setEntityId(stance.getAgency() + ":" + stance.getPlan() + id)
			.setPlanRevision(revision)
			.build();
	}

	private static Milestone milestone(String code, int day, MilestoneStatus status) {
		return Milestone.newBuilder()
			.setCode(code)
			.setTitle(new LocalizedText(code, null))
			.setDueOn(LocalDate.of(2022, 2, day))
			.setStatus(status)
			.setAreas(List.of())
			.build();
	}

	private static <E extends SpecificRecord> E first(Class<E> type) {
		return new Generator(700, 4711).events().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	private static AgreementStated stance(String agency, String plan, String party, Stance stance, int day) {
		return AgreementStated.newBuilder(first(AgreementStated.class))
			.setAgency(agency)
			.setEntityId(agency + ":on-behalf-of-" + party)
			.setPlan(plan)
			.setParty(party)
			.setStance(stance)
			.setStatedOn(LocalDate.of(2022, 2, day))
			.build();
	}

	private static List<String> stances(JsonNode list) {
		return list.valueStream()
			.map((one) -> one.path("party").path("code").asString() + " " + one.path("stance").asString() + " by "
					+ one.path("statedBy").path("code").asString())
			.toList();
	}

}
