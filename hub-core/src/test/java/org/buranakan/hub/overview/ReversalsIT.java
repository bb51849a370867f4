package org.buranakan.hub.overview;

import java.time.LocalDate;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.derivation.Pass;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.PlanRecorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Postings are final, and a mistake is taken back by another posting; so is a mistaken
 * reversal.
 */
@OnDatabase
@DerivedByHand
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReversalsIT {

	private static final String PLAN = "codi:plan";

	private static final String ACTIVITY = "codi:activity";

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeAll
	void derivingWhenTold() {
		this.hub = new HubClient(this.port);
	}

	@BeforeEach
	void twoReportsOfOneActivity() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
		ActivityRecorded activity = ActivityRecorded.newBuilder(first(ActivityRecorded.class))
			.setAgency("codi")
			.setEntityId(ACTIVITY)
			.setPlan(null)
			.setSameAs(null)
			.setStatus(ActivityStatus.PLANNED)
			.setStartsOn(LocalDate.of(2022, 2, 14))
			.setEndsOn(LocalDate.of(2022, 2, 14))
			.build();
		this.events.publish(activity,
				ActivityRecorded.newBuilder(activity)
					.setAgency("pacc-zone-1")
					.setEntityId("pacc-zone-1:activity")
					.setSameAs(ACTIVITY)
					.build(),
				PlanRecorded.newBuilder(first(PlanRecorded.class)).setEntityId(PLAN).setAgency("codi").build());
	}

	@Test
	void aFunderIsOneUntilItsMoneyIsTakenBackWholeByWhomPostedIt() {
		BudgetPosted given = BudgetPosted.newBuilder(posting("codi:given", 100)).setFunder("codi").build();
		this.events.publish(given);
		assertThat(roles()).contains("funder");
		// When a part is taken back, and another agency says that it takes back all
		this.events.publish(reversal(given, "codi:part", -40),
				BudgetPosted.newBuilder(reversal(given, "pacc-zone-1:all", -100)).setAgency("pacc-zone-1").build());
		// Then
		assertThat(roles()).contains("funder");
		// When the rest is
		this.events.publish(reversal(given, "codi:rest", -60));
		// Then
		assertThat(roles()).doesNotContain("funder");
		// When that was a mistake
		this.events.publish(reversal(reversal(given, "codi:rest", -60), "codi:mistaken", 60));
		// Then
		assertThat(roles()).contains("funder");
	}

	@Test
	void whatReversesAReversalHasTheEffectOfWhatWasReversedFirst() {
		BudgetPosted held = BudgetPosted.newBuilder(posting("codi:held", 100))
			.setPlan(PLAN)
			.setRestriction("training-rule")
			.build();
		this.events.publish(held);
		derive();
		JsonNode activity = activity();
		JsonNode course = course();
		JsonNode finding = finding();
		assertThat(activity.path("blocked").toString()).contains("\"amountSatang\":100");
		assertThat(finding.path("status").asString()).isEqualTo("OPEN");
		// When it is taken back, without a word of what it was for
		BudgetPosted back = BudgetPosted.newBuilder(reversal(held, "codi:back", -100))
			.setActivity(null)
			.setPlan(null)
			.setRestriction(null)
			.build();
		this.events.publish(back);
		derive();
		// Then
		assertThat(amount(activity())).isZero();
		assertThat(amount(course())).isZero();
		assertThat(activity().path("blocked")).isEmpty();
		assertThat(finding().path("status").asString()).isEqualTo("RESOLVED");
		// When that is taken back
		this.events.publish(reversal(back, "codi:again", 100));
		derive();
		// Then
		assertThat(activity().path("money")).isEqualTo(activity.path("money"));
		assertThat(activity().path("blocked")).isEqualTo(activity.path("blocked"));
		assertThat(course()).isEqualTo(course);
		assertThat(finding().path("status").asString()).isEqualTo("OPEN");
		assertThat(finding().path("amountSatang")).isEqualTo(finding.path("amountSatang"));
	}

	@Test
	void postingsThatReverseEachOtherCountOnceEach() {
		this.events.publish(BudgetPosted.newBuilder(posting("codi:a", 100)).setReverses("codi:b").build(),
				BudgetPosted.newBuilder(posting("codi:b", 10)).setReverses("codi:a").setActivity(null).build(),
				BudgetPosted.newBuilder(posting("codi:c", 1)).setReverses("codi:c").setActivity(null).build());
		assertThat(amount(activity())).isEqualTo(110);
	}

	private void derive() {
		Pass pass = this.derivation.pass();
		while (pass.taken() > 0) {
			pass = this.derivation.pass();
		}
	}

	private List<String> roles() {
		return activity().path("joint")
			.path("reports")
			.valueStream()
			.filter((report) -> report.path("activity").asString().equals(ACTIVITY))
			.flatMap((report) -> report.path("roles").valueStream())
			.map(JsonNode::asString)
			.toList();
	}

	private JsonNode activity() {
		return this.hub.read("/activities/" + ACTIVITY);
	}

	private JsonNode course() {
		return this.hub.read("/plans/" + PLAN + "/course").path("happened");
	}

	private JsonNode finding() {
		return this.hub.read("/findings/blocked-money:" + ACTIVITY);
	}

	private static long amount(JsonNode of) {
		return of.path("money").valueStream().mapToLong((phase) -> phase.path("amountSatang").longValue()).sum();
	}

	private static BudgetPosted posting(String id, long satang) {
		return BudgetPosted.newBuilder(first(BudgetPosted.class))
			.setEntityId(id)
			.setAgency("codi")
			.setPlan(null)
			.setActivity(ACTIVITY)
			.setRestriction(null)
			.setReverses(null)
			.setPhase(BudgetPhase.ALLOTTED)
			.setAmountSatang(satang)
			.build();
	}

	private static BudgetPosted reversal(BudgetPosted reversed, String id, long satang) {
		return BudgetPosted.newBuilder(reversed)
			.setEntityId(id)
			.setReverses(reversed.getEntityId())
			.setAmountSatang(satang)
			.build();
	}

	private static <E extends SpecificRecord> E first(Class<E> type) {
		return new Generator(700, 4711).events().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

}
