package org.buranakan.hub.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page and others read: shapes, filters, pages, and problems.
 */
@OnDatabase
class RestIT {

	private static final long SEED = 4711;

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeEach
	void publish() {
		this.hub = new HubClient(this.port);
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
		this.events.publish(new Generator(700, SEED).events().toList());
		this.derivation.passOverEverything();
		// No broker appended these events, so nothing says when.
		this.database.sql("UPDATE hub.log SET last_heard = now()").update();
	}

	@Test
	void theClockStatesTheFiscalYearOfTheBuddhistEra() {
		assertThat(this.hub.read("/clock").toString())
			.isEqualTo("{\"businessDate\":\"2022-02-07\",\"fiscalYear\":2565}");
	}

	@Test
	void everyAgencyAccountsForItsEvents() {
		JsonNode agencies = this.hub.read("/agencies");
		assertThat(agencies.values()).hasSize(7).allSatisfy((agency) -> {
			JsonNode events = agency.path("events");
			assertThat(events.path("received").longValue()).isPositive()
				.isEqualTo(events.path("applied").longValue() + events.path("stale").longValue()
						+ events.path("rejected").longValue());
			assertThat(agency.path("state").asString()).isEqualTo("RUNNING");
			assertThat(this.hub.read("/agencies/" + agency.path("id").asString())).isEqualTo(agency);
		});
	}

	@ParameterizedTest
	@CsvSource({ "6,RUNNING", "8,SILENT" })
	void anAgencyIsSilentOnceNothingWasHeardForLongerThanItsCadence(int days, String state) {
		// Given a cadence of a week
		assertThat(this.hub.read("/agencies/codi").path("cadenceDays").intValue()).isEqualTo(7);
		// When
		this.database.sql("UPDATE hub.log SET last_heard = now() - make_interval(days => :days) WHERE agency = 'codi'")
			.param("days", days)
			.update();
		// Then
		assertThat(this.hub.read("/agencies/codi").path("state").asString()).isEqualTo(state);
		assertThat(this.hub.read("/agencies/pacc-zone-1").path("state").asString()).isEqualTo("RUNNING");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plans", "/activities", "/budget", "/budget/postings", "/action-plan", "/findings" })
	void pagesTogetherAreTheWholeListInOneOrder(String list) {
		JsonNode whole = this.hub.read(list + "?size=500");
		int total = whole.path("total").intValue();
		assertThat(total).isBetween(8, 500).isEqualTo(whole.path("items").size());
		int size = total / 3 + 1;
		List<JsonNode> paged = List.of(0, 1, 2, 3)
			.stream()
			.map((page) -> this.hub.read("%s?page=%d&size=%d".formatted(list, page, size)))
			.flatMap((page) -> page.path("items").valueStream())
			.toList();
		assertThat(paged).isEqualTo(whole.path("items").valueStream().toList());
		assertThat(this.hub.read(list + "?page=1000").path("items")).isEmpty();
	}

	@Test
	void oneActivityIsFoundByItsIdAndStandsInTheActionPlan() {
		JsonNode item = this.hub.read("/action-plan?kind=training&size=1").path("items").path(0);
		assertThat(item.path("type").asString()).isEqualTo("ACTIVITY");
		JsonNode activity = this.hub.read("/activities/" + encoded(item.path("id").asString()));
		assertThat(activity.path("title")).isEqualTo(item.path("what"));
		assertThat(activity.path("money")).isEqualTo(item.path("money"));
		assertThat(activity.path("lineage").path("topic").asString())
			.isEqualTo("agency." + activity.path("agency").path("code").asString() + ".activity");
	}

	@Test
	void aMilestoneIsPartOfTheActionPlanAndOpensItsPlan() {
		JsonNode milestone = this.hub.read("/action-plan?kind=milestone&size=1").path("items").path(0);
		String id = milestone.path("id").asString();
		assertThat(milestone.path("type").asString()).isEqualTo("MILESTONE");
		JsonNode plan = this.hub.read("/plans/" + encoded(milestone.path("plan").path("id").asString()));
		assertThat(plan.path("milestones")
			.valueStream()
			.map((one) -> plan.path("id").asString() + "#" + one.path("code").asString())).contains(id);
	}

	@ParameterizedTest
	@CsvSource({ "province,11", "province,23", "area,2301", "agency,codi", "kind,training", "status,DONE",
			"fiscalYear,2565" })
	void theActionPlansFiltersKeepWhatMatchesAndDropTheRest(String filter, String value) {
		JsonNode all = this.hub.read("/action-plan?size=500");
		long expected = all.path("items").valueStream().filter((item) -> matches(item, filter, value)).count();
		JsonNode found = this.hub.read("/action-plan?size=500&%s=%s".formatted(filter, value));
		assertThat(found.path("total").longValue()).isEqualTo(expected).isPositive();
		assertThat(found.path("items").values())
			.allSatisfy((item) -> assertThat(matches(item, filter, value)).isTrue());
	}

	@Test
	void textIsFoundInThaiWhateverItsNormalisationAndInEnglishWhateverItsCase() {
		ActivityRecorded training = ActivityRecorded
			.newBuilder(new Generator(700, SEED).events()
				.filter(ActivityRecorded.class::isInstance)
				.map(ActivityRecorded.class::cast)
				.findFirst()
				.orElseThrow())
			.setTitle(new org.buranakan.schemas.event.LocalizedText("อบรมแกนนำชุมชนน้ำเชี่ยว",
					"Training of LEADERS, Nam Chiao"))
			.setStatus(org.buranakan.schemas.event.ActivityStatus.PLANNED)
			.setRevision(99)
			.build();
		this.events.publish(training);
		for (String text : List.of("แกนนำชุมชน", "แกนนํา", "leaders, nam")) {
			assertThat(this.hub.read("/action-plan?q=" + encoded(text))
				.path("items")
				.valueStream()
				.map((item) -> item.path("id").asString())).as(text).contains(training.getEntityId());
		}
		assertThat(this.hub.read("/action-plan?q=" + encoded("50%_")).path("total").intValue()).isZero();
	}

	@Test
	void budgetTotalsAreThoseOfTheWholeFilterAndOfThePostingsBehindIt() {
		JsonNode sheet = this.hub.read("/budget?province=20&size=1");
		long allotted = amount(sheet.path("totals").path("money"), "ALLOTTED");
		JsonNode lines = this.hub.read("/budget?province=20&size=500");
		assertThat(lines.path("items").valueStream().mapToLong((line) -> amount(line.path("money"), "ALLOTTED")).sum())
			.isEqualTo(allotted);
		JsonNode postings = this.hub.read("/budget/postings?province=20&phase=ALLOTTED&size=500");
		assertThat(postings.path("items")
			.valueStream()
			.mapToLong((posting) -> posting.path("amountSatang").longValue())
			.sum()).isEqualTo(allotted).isPositive();
	}

	@Test
	void findingsNameTheirRuleAndEvidenceAndAreFoundByTheirId() {
		JsonNode findings = this.hub.read("/findings?status=OPEN&size=500");
		assertThat(findings.path("items").values()).isNotEmpty().allSatisfy((finding) -> {
			assertThat(finding.path("title").path("th").asString()).isNotBlank();
			assertThat(finding.path("evidence").values()).isNotEmpty()
				.allSatisfy((position) -> assertThat(position.path("eventId").asString()).hasSize(36));
		});
		JsonNode first = findings.path("items").path(0);
		assertThat(this.hub.read("/findings/" + encoded(first.path("id").asString()))).isEqualTo(first);
		assertThat(this.hub.read("/findings/rules").valueStream().map((rule) -> rule.path("id").asString()))
			.containsExactly("join-up", "contradiction", "left-out", "not-agreed", "milestone-overdue", "unknown-plan",
					"no-committee", "agency-silent", "blocked-money", "over-disbursed", "phase-out-of-order",
					"funded-twice", "split-purchase", "year-end-rush");
	}

	@ParameterizedTest
	@CsvSource({ "/areas/99,404,not-found", "/agencies/nobody,404,not-found", "/plans/codi:none,404,not-found",
			"/plans/codi%3Aa%2Fb,404,not-found", "/activities/x,404,not-found", "/findings/x,404,not-found",
			"/nothing,404,not-found", "/plans?size=0,400,bad-parameter", "/plans?size=501,400,bad-parameter",
			"/plans?page=-1,400,bad-parameter", "/plans?page=one,400,bad-parameter", "/areas?depth=4,400,bad-parameter",
			"/plans?province=1,400,bad-parameter", "/plans?fiscalYear=2022,400,bad-parameter",
			"/activities?status=GONE,400,bad-parameter", "/activities?from=24-01-2565,400,bad-parameter",
			"/activities?from=2565-01-24,400,bad-parameter",
			"/activities?from=2022-02-01&to=2022-01-01,400,bad-parameter",
			"/activities?agencies=codi,400,bad-parameter", "/findings?status=CLOSED,400,bad-parameter",
			"/plans?q=a%00b,400,bad-parameter", "/activities?q=%1B,400,bad-parameter",
			"/plans?agency=co%00di,400,bad-parameter", "/budget/postings?budgetLine=%C2%85x,400,bad-parameter",
			"/complaints?agency=%01,400,bad-parameter", "/rejections,401,not-signed-in" })
	void whatCannotBeServedIsAProblemWithACodeInBothLanguages(String path, int status, String code) {
		HubClient.Answer answer = this.hub.ask("GET", "/api/v1" + path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.json().path("type").asString()).isEqualTo("urn:buranakan:problem:" + code);
		assertThat(answer.json().path("titleTh").asString()).matches(".*[ก-๙].*");
		assertThat(answer.json().path("detail").asString()).isNotBlank().doesNotContain("Exception", "SQL");
	}

	@Test
	void theFingerprintIsThatOfTheSameRowsUntilSomethingChanges() {
		JsonNode before = this.hub.read("/fingerprint");
		assertThat(before.path("drained").booleanValue()).isTrue();
		assertThat(before.path("sha256").asString()).matches("[0-9a-f]{64}");
		assertThat(before.path("positions").values()).isNotEmpty();
		assertThat(this.hub.read("/fingerprint")).isEqualTo(before);
		this.events.today(LocalDate.of(2022, 5, 1));
		this.derivation.pass();
		assertThat(this.hub.read("/fingerprint").path("sha256")).isNotEqualTo(before.path("sha256"));
	}

	@Test
	void whoeverAsksForTheFingerprintWhileNothingMovesGetsTheOneThatWasTaken() {
		// Given
		JsonNode taken = this.hub.read("/fingerprint");
		// When rows change without the logs
		this.database.sql("UPDATE area_summary SET plans = plans + 1").update();
		// Then
		assertThat(this.hub.read("/fingerprint")).isEqualTo(taken);
	}

	@Test
	void nothingCanBeWrittenThroughRest() {
		HubClient.Answer answer = this.hub.ask("DELETE", "/api/v1/plans");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.json().path("code").asString()).isEqualTo("not-served");
	}

	private static boolean matches(JsonNode item, String filter, String value) {
		return switch (filter) {
			case "province", "area" ->
				item.path("where").valueStream().anyMatch((place) -> place.path("code").asString().startsWith(value));
			case "agency" -> item.path("who").path("agency").path("code").asString().equals(value);
			case "kind" -> item.path("kind").path("code").asString().equals(value);
			case "status" -> item.path("status").asString().equals(value);
			default -> item.path("startsOn").asString().compareTo("2022-09-30") <= 0
					&& item.path("endsOn").asString().compareTo("2021-10-01") >= 0;
		};
	}

	private static long amount(JsonNode money, String phase) {
		return money.valueStream()
			.filter((amount) -> amount.path("phase").asString().equals(phase))
			.mapToLong((amount) -> amount.path("amountSatang").longValue())
			.sum();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
