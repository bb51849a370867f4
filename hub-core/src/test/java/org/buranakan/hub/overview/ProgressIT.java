package org.buranakan.hub.overview;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How far the programme has come, on 7 February 2022, by facts whose answers are worked
 * out by hand. Numbers go by stage: planned, visited, committee, plan, mou, running,
 * done.
 */
@OnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeAll
	void publish() {
		this.hub = new HubClient(this.port);
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
		this.events.publish(ProgressFacts.all());
		this.derivation.passOverEverything();
	}

	@Test
	void everyMonthShowsHowManyTambonsHadReachedEachStageByItsEnd() {
		JsonNode rollout = this.hub.read("/rollout");
		assertThat(rollout.path("fiscalYear").intValue()).isEqualTo(2565);
		assertThat(texts(rollout.path("stages"), "stage")).containsExactly("planned", "visited", "committee", "plan",
				"mou", "running", "done");
		JsonNode whole = rollout.path("whole");
		assertThat(whole.path("tambons").intValue()).isEqualTo(4);
		assertThat(points(whole)).containsExactly("reached [0,1,0,0,0,0,0] furthest [0,1,0,0,0,0,0] none 3",
				"reached [3,2,0,0,0,0,0] furthest [2,2,0,0,0,0,0] none 0",
				"reached [3,2,1,0,0,0,0] furthest [1,2,1,0,0,0,0] none 0",
				"reached [4,3,1,0,1,0,0] furthest [1,1,1,0,1,0,0] none 0",
				"reached [4,3,1,1,1,0,0] furthest [0,1,1,1,1,0,0] none 0");
		assertThat(point(whole.path("now"))).isEqualTo("reached [4,3,1,1,1,0,0] furthest [0,1,1,1,1,0,0] none 0");
		assertThat(whole.path("untold").toString()).isEqualTo("[0,0,0,0,0,1,0]");
	}

	@Test
	void monthsAreThoseOfTheFiscalYearAndWhatIsAheadHasNoNumbers() {
		JsonNode months = this.hub.read("/rollout").path("months");
		assertThat(months.valueStream().map((month) -> month.path("name").path("th").asString())).hasSize(12)
			.startsWith("ตุลาคม 2564")
			.endsWith("กันยายน 2565");
		assertThat(months.path(11).path("name").path("en").asString()).isEqualTo("September 2022");
		assertThat(months.path(4).path("to").asString()).isEqualTo("2022-02-28");
		assertThat(months.valueStream().map((month) -> month.path("ahead").booleanValue())).containsExactly(false,
				false, false, false, false, true, true, true, true, true, true, true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			province=20 | 1 | reached [1,1,0,0,1,0,0] furthest [0,0,0,0,1,0,0] none 0
			zone=pacc-zone-1 | 3 | reached [3,2,1,1,0,0,0] furthest [0,1,1,1,0,0,0] none 0
			area=1102 | 1 | reached [1,0,0,1,0,0,0] furthest [0,0,0,1,0,0,0] none 0
			province=23 | 0 | reached [0,0,0,0,0,0,0] furthest [0,0,0,0,0,0,0] none 0
			""")
	void aProvinceAZoneOrADistrictIsShownAlone(String scope, int tambons, String now) {
		JsonNode whole = this.hub.read("/rollout?" + scope).path("whole");
		assertThat(whole.path("tambons").intValue()).isEqualTo(tambons);
		assertThat(point(whole.path("now"))).isEqualTo(now);
	}

	@Test
	void everyProvinceOfTheNationIsShownBesideTheWhole() {
		JsonNode provinces = this.hub.read("/rollout").path("provinces");
		assertThat(provinces.valueStream().map((one) -> one.path("area").path("code").asString())).containsExactly("11",
				"20");
		assertThat(points(provinces.path(1))).containsExactly("reached [0,1,0,0,0,0,0] furthest [0,1,0,0,0,0,0] none 0",
				"reached [0,1,0,0,0,0,0] furthest [0,1,0,0,0,0,0] none 0",
				"reached [0,1,0,0,0,0,0] furthest [0,1,0,0,0,0,0] none 0",
				"reached [1,1,0,0,1,0,0] furthest [0,0,0,0,1,0,0] none 0",
				"reached [1,1,0,0,1,0,0] furthest [0,0,0,0,1,0,0] none 0");
	}

	@Test
	void aYearBeforeKnowsNothingOfWhatCameAfterButNowDoes() {
		JsonNode whole = this.hub.read("/rollout?fiscalYear=2564").path("whole");
		assertThat(points(whole)).hasSize(12)
			.endsWith("reached [0,0,0,0,0,0,0] furthest [0,0,0,0,0,0,0] none 4",
					"reached [0,1,0,0,0,0,0] furthest [0,1,0,0,0,0,0] none 3");
		assertThat(point(whole.path("now"))).isEqualTo("reached [4,3,1,1,1,0,0] furthest [0,1,1,1,1,0,0] none 0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					110103 | committee | planned 2021-11-15 UNKNOWN PLAN codi:p1, visited 2022-01-31 MONTH ACTIVITY codi:a2, committee 2021-12-10 DAY ACTIVITY codi:a1
					110110 | visited | planned 2021-11-15 UNKNOWN PLAN codi:p1, visited 2021-11-15 UNKNOWN PLAN codi:p1, running null UNKNOWN ACTIVITY codi:a4
					110201 | plan | planned 2021-11-15 UNKNOWN PLAN codi:p1, plan 2022-02-03 UNKNOWN ACTIVITY codi:a5
					200104 | mou | planned 2022-01-24 UNKNOWN PLAN pacoc-20:p2, visited 2021-09-05 DAY ACTIVITY codi:a8, mou 2022-01-20 DAY MEMORANDUM pacoc-20:p2
					""")
	void aTambonSaysWhatShowsWhichStageAndByWhen(String code, String furthest, String stages) {
		JsonNode tambon = this.hub.read("/areas/" + code + "/rollout").path("tambons").path(0);
		assertThat(tambon.path("furthest").asString()).isEqualTo(furthest)
			.isEqualTo(this.hub.read("/areas/" + code).path("stage").asString());
		assertThat(String.join(", ",
				tambon.path("stages")
					.valueStream()
					.map((one) -> String.join(" ", one.path("stage").asString(), one.path("reachedBy").asString("null"),
							one.path("datePrecision").asString(), one.path("shownBy").asString(),
							one.path("subject").asString()))
					.toList()))
			.isEqualTo(stages);
		assertThat(tambon.path("stages").path(0).path("lineage").path("topic").asString()).endsWith(".plan");
	}

	@Test
	void aProvincesTambonsAreThoseOfTheProgramme() {
		assertThat(this.hub.read("/areas/20/rollout").path("tambons").values()).hasSize(1);
		assertThat(this.hub.ask("GET", "/api/v1/areas/99/rollout").status()).isEqualTo(404);
	}

	@Test
	void milestonesStandInTheFiscalCalendarByWhatBecameOfThem() {
		JsonNode sheet = this.hub.read("/milestones");
		assertThat(sheet.path("items").valueStream().map(ProgressIT::milestone)).containsExactly(
				"codi:p1#off 2021-12-01 CANCELLED null", "codi:p1#late 2021-12-31 LATE 38",
				"codi:p1#not-said 2022-01-10 CANNOT_BE_TOLD null", "codi:p1#after-time 2022-01-15 DONE 5",
				"codi:p1#in-time 2022-01-31 DONE 0", "pacoc-20:p2#late 2022-02-06 LATE 1",
				"pacoc-20:p2#today 2022-02-07 DUE null", "codi:p1#this-month 2022-02-28 DUE null",
				"codi:p1#later 2022-03-31 AHEAD null");
		assertThat(sheet.path("months").valueStream().map(ProgressIT::month)).hasSize(12)
			.startsWith("1 ตุลาคม 2564 0 0 0 0 0 0", "2 พฤศจิกายน 2564 0 0 0 0 0 0", "3 ธันวาคม 2564 0 1 0 0 1 0",
					"4 มกราคม 2565 2 0 0 0 0 1", "5 กุมภาพันธ์ 2565 0 1 2 0 0 0", "6 มีนาคม 2565 0 0 0 1 0 0");
	}

	@Test
	void whatIsLateIsWhatTheRuleFindsAndTheScopeAndTheStandingNarrow() {
		JsonNode late = this.hub.read("/milestones?standing=LATE&size=1&page=1");
		assertThat(late.path("total").intValue()).isEqualTo(2)
			.isEqualTo(this.hub.read("/findings?rule=milestone-overdue")
				.path("items")
				.valueStream()
				.filter((finding) -> finding.path("computable").booleanValue())
				.count());
		assertThat(late.path("items").valueStream().map(ProgressIT::milestone))
			.containsExactly("pacoc-20:p2#late 2022-02-06 LATE 1");
		assertThat(this.hub.read("/milestones?province=20").path("total").intValue()).isEqualTo(2);
		assertThat(this.hub.read("/milestones?agency=codi&zone=pacc-zone-1").path("total").intValue()).isEqualTo(7);
		assertThat(this.hub.read("/milestones?fiscalYear=2566").path("total").intValue()).isEqualTo(1);
	}

	@Test
	void peopleAreComparedWithTheTargetsOfWhatIsDoneAndAJointActivityCountsOnce() {
		JsonNode results = this.hub.read("/results");
		assertThat(people(results)).isEqualTo("activities 7 done 5 target 150 done 20 25 came 32 unstated 1");
		assertThat(results.path("kinds")
			.valueStream()
			.map((of) -> of.path("kind").path("code").asString() + " " + people(of)))
			.containsExactly("area-visit activities 3 done 2 target 130 done 0 0 came 7 unstated 1",
					"committee-appointed activities 1 done 1 target 20 done 20 25 came 25 unstated 0",
					"mechanism activities 1 done 0 target 0 done 0 0 came 0 unstated 0",
					"mou-signing activities 1 done 1 target 0 done 0 0 came 0 unstated 0",
					"plan-drafting activities 1 done 1 target 0 done 0 0 came 0 unstated 0");
		assertThat(people(this.hub.read("/results?agency=pacoc-11")))
			.as("a report whose lead the filter leaves out stands for its activity")
			.isEqualTo("activities 1 done 1 target 20 done 20 25 came 25 unstated 0");
		assertThat(people(this.hub.read("/results?fiscalYear=2564&province=20&kind=area-visit")))
			.isEqualTo("activities 1 done 1 target 0 done 0 0 came 0 unstated 0");
	}

	@Test
	void indicatorsAddUpWhereTheirUnitDoes() {
		assertThat(this.hub.read("/results")
			.path("indicators")
			.valueStream()
			.map((one) -> String.join(" ", one.path("indicator").path("code").asString(),
					one.path("unit").path("code").asString(), one.path("target").toString(),
					one.path("actual").toString(), one.path("activities").toString(), one.path("met").toString(),
					one.path("unstated").toString())))
			.containsExactly("complaints-resolved percent null null 1 0 0", "watchers-trained person 15 12 2 1 1");
	}

	@Test
	void complaintsAreCountedByMonthProvinceChannelAndTopic() {
		JsonNode complaints = this.hub.read("/complaints");
		assertThat(figures(complaints.path("all"))).isEqualTo("10 2 6 of 3, 1 unstated");
		assertThat(figures(complaints.path("months").path(3).path("figures"))).isEqualTo("6 2 3 of 2, 1 unstated");
		assertThat(figures(complaints.path("severalMonths"))).isEqualTo("4 0 3 of 1, 0 unstated");
		assertThat(by(complaints, "provinces")).containsExactly("11 5 2 3 of 1, 0 unstated",
				"20 5 0 3 of 2, 1 unstated");
		assertThat(by(complaints, "channels")).containsExactly("page 6 2 3 of 2, 1 unstated",
				"chat 4 0 3 of 1, 0 unstated");
		assertThat(by(complaints, "topics")).containsExactly("construction 6 2 3 of 2, 1 unstated",
				"none 4 0 3 of 1, 0 unstated");
		assertThat(figures(this.hub.read("/complaints?channel=chat&zone=pacc-zone-2").path("all")))
			.isEqualTo("4 0 3 of 1, 0 unstated");
		assertThat(figures(this.hub.read("/complaints?province=23").path("all"))).isEqualTo("0 0 0 of 0, 0 unstated");
	}

	@ParameterizedTest
	@CsvSource({ "/rollout?fiscalYear=2022", "/rollout?agency=codi", "/milestones?standing=OVERDUE",
			"/milestones?size=501", "/results?area=1", "/complaints?province=x" })
	void whatIsNoQuestionIsAProblem(String path) {
		assertThat(this.hub.ask("GET", "/api/v1" + path).json().path("code").asString()).isEqualTo("bad-parameter");
	}

	private static List<String> points(JsonNode standing) {
		return standing.path("months").valueStream().map(ProgressIT::point).toList();
	}

	private static String point(JsonNode point) {
		return "reached %s furthest %s none %s".formatted(point.path("reached"), point.path("furthest"),
				point.path("none"));
	}

	private static String milestone(JsonNode item) {
		return String.join(" ", item.path("id").asString(), item.path("dueOn").asString(),
				item.path("standing").asString(), item.path("daysLate").toString());
	}

	private static String month(JsonNode month) {
		JsonNode named = month.path("month");
		return "%s %s %s %s %s %s %s %s".formatted(named.path("number"), named.path("name").path("th").asString(),
				month.path("done"), month.path("late"), month.path("due"), month.path("ahead"), month.path("cancelled"),
				month.path("cannotBeTold"));
	}

	private static String people(JsonNode of) {
		JsonNode people = of.path("people");
		return "activities %s done %s target %s done %s %s came %s unstated %s".formatted(people.path("activities"),
				people.path("done"), people.path("target"), people.path("doneTarget"), people.path("doneCame"),
				people.path("came"), people.path("unstated"));
	}

	private static List<String> by(JsonNode complaints, String what) {
		return complaints.path(what)
			.valueStream()
			.map((one) -> one.path("of").path("code").asString("none") + " " + figures(one.path("figures")))
			.toList();
	}

	private static String figures(JsonNode figures) {
		return "%s %s %s of %s, %s unstated".formatted(figures.path("received"), figures.path("resolved"),
				figures.path("pending"), figures.path("counts"), figures.path("unstated"));
	}

	private static List<String> texts(JsonNode list, String field) {
		return list.valueStream().map((one) -> one.path(field).asString()).toList();
	}

}
