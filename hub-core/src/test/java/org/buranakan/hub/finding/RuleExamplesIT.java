package org.buranakan.hub.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.DerivedByHand;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule keeps quiet about its good example and speaks up about its bad one. Nothing
 * is committed but reference and the business date.
 */
@OnDatabase
@DerivedByHand
@Transactional
@TestInstance(Lifecycle.PER_CLASS)
class RuleExamplesIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private JdbcClient database;

	@Autowired
	private JsonMapper mapper;

	@BeforeAll
	void pilotOnSeventhOfFebruary() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
	}

	static Stream<Rule> rules() {
		return Rules.all().stream();
	}

	@ParameterizedTest
	@MethodSource("rules")
	void theGoodExampleHasNoFindingOfTheRule(Rule rule) {
		hold(rule, "good");
		assertThat(found(rule)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("rules")
	void theBadExampleHasOneThatNamesItsSpecificsInBothLanguages(Rule rule) {
		hold(rule, "bad");
		assertThat(found(rule)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(rule.severity().name());
			assertThat(finding.computable()).isTrue();
			assertThat(finding.th()).doesNotContain("{", "[", "null").matches(".*[ก-๙].*");
			assertThat(finding.en()).doesNotContain("{", "[", "null").doesNotMatch(".*[ก-๙].*");
		});
	}

	@ParameterizedTest
	@MethodSource("rules")
	void aFindingThatNoLongerHoldsIsKeptAsResolved(Rule rule) {
		// Given
		hold(rule, "bad");
		String id = found(rule).getFirst().id();
		// When
		for (String table : List.of("activity", "plan", "posting", "agreement", "reference")) {
			this.database.sql("DELETE FROM " + table).update();
		}
		this.derivation.passOverEverything();
		// Then
		assertThat(found(rule)).isEmpty();
		assertThat(this.database.sql("SELECT id, resolved_on::text FROM hub.resolved_finding WHERE rule = :rule")
			.param("rule", rule.id())
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()).containsExactly(Map.entry(id, "2022-02-07"));
	}

	@Test
	void aTrainingInThreeDaysSaysWhatHoldsHowMuchAndHowManyWait() {
		Rule rule = rule("blocked-money");
		hold(rule, "bad");
		assertThat(found(rule)).singleElement().satisfies((finding) -> {
			assertThat(finding.amount()).isEqualTo(12000000);
			assertThat(finding.people()).isEqualTo(80);
			assertThat(finding.th()).contains("10 ก.พ. 2565", "120,000 บาท", "80 คน");
			assertThat(finding.en()).isEqualTo(
					"“Activity” of Office of Public Sector Anti-Corruption Commission (PACC), zone 1 starts on 10 Feb 2022, "
							+ "while 120,000 baht are held by: Disbursement rules for training; 80 people are waiting.");
		});
	}

	/**
	 * Postings on top of the bad example's 120,000 baht, in satang, and what is held
	 * then.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			DISBURSED |  5000000 | -             |  7000000
			RETURNED  | -2000000 | -             | 10000000
			ALLOTTED  |  3000000 | -             | 12000000
			COMMITTED | 12000000 | mou-pending   | 12000000
			ALLOTTED  |  1000000 | mou-pending   | 13000000
			DISBURSED | -1000000 | -             | 12000000
			""")
	void theSameBahtIsHeldOnceAndNotOnceItIsPaidOrReturned(String phase, long amount, @Nullable String restriction,
			long held) {
		// Given
		ExampleFacts facts = new ExampleFacts(this.database, this.mapper);
		facts.hold(facts(rule("blocked-money"), "bad"));
		// When
		facts.hold(posting(phase, amount, restriction));
		this.derivation.passOverEverything();
		// Then
		assertThat(found(rule("blocked-money"))).extracting(Found::amount).containsExactly(held);
		assertThat(this.database.sql("SELECT sum(value::bigint) FROM area_summary, jsonb_each_text(blocked)")
			.query(Long.class)
			.single()).isEqualTo(held);
	}

	@Test
	void aRefundOfWhatWasPaidIsHeldAgain() {
		// Given
		ExampleFacts facts = new ExampleFacts(this.database, this.mapper);
		facts.hold(facts(rule("blocked-money"), "bad"));
		facts.hold(posting("DISBURSED", 12000000, null));
		// When
		facts.hold(posting("RETURNED", -4000000, null));
		this.derivation.passOverEverything();
		// Then
		assertThat(found(rule("blocked-money"))).extracting(Found::amount).containsExactly(4000000L);
	}

	@Test
	void paymentsAreTakenFromWhatNothingHoldsFirst() {
		// Given
		ExampleFacts facts = new ExampleFacts(this.database, this.mapper);
		facts.hold(facts(rule("blocked-money"), "bad"));
		facts.hold(posting("ALLOTTED", 3000000, null));
		// When
		facts.hold(posting("DISBURSED", 5000000, null));
		this.derivation.passOverEverything();
		// Then
		assertThat(found(rule("blocked-money"))).extracting(Found::amount).containsExactly(10000000L);
	}

	private JsonNode posting(String phase, long amount, @Nullable String restriction) {
		ObjectNode posting = this.mapper.createObjectNode()
			.put("id", "pacc-zone-1:" + phase + amount)
			.put("agency", "pacc-zone-1")
			.put("area", "110301")
			.put("activity", "pacc-zone-1:a")
			.put("phase", phase)
			.put("amount_satang", amount)
			.put("restriction", restriction);
		return this.mapper.createArrayNode().add(this.mapper.createObjectNode().set("posting", posting));
	}

	@Test
	void aNewBusinessDateAloneBringsAFindingForward() {
		// Given
		Rule rule = rule("blocked-money");
		hold(rule, "good");
		assertThat(found(rule)).isEmpty();
		// When
		this.events.today(LocalDate.of(2022, 2, 8));
		this.derivation.pass();
		// Then
		assertThat(found(rule)).extracting("id").containsExactly("blocked-money:pacc-zone-1:b");
	}

	@Test
	void datesThatAreStatedTooCoarselyGiveADoubtAndNoAllClear() {
		// Given
		Rule rule = rule("join-up");
		new ExampleFacts(this.database, this.mapper).hold(facts(rule, "bad"));
		this.database.sql("UPDATE activity SET date_precision = 'QUARTER' WHERE agency <> 'pacc-zone-1'").update();
		// When
		this.derivation.passOverEverything();
		// Then
		assertThat(found(rule)).singleElement().satisfies((finding) -> {
			assertThat(finding.computable()).isFalse();
			assertThat(finding.severity()).isEqualTo("INFO");
		});
	}

	@Test
	void anActivityOfThePlanThatNamesOnlyTheProvinceLeavesItOpenWhetherATambonIsLeftOut() {
		// Given
		Rule rule = rule("left-out");
		new ExampleFacts(this.database, this.mapper).hold(facts(rule, "bad"));
		this.database.sql("UPDATE activity SET plan = 'codi:p', status = 'PLANNED'").update();
		this.database.sql("UPDATE activity_area SET area = '11', status = 'PLANNED'").update();
		// When
		this.derivation.passOverEverything();
		// Then
		assertThat(found(rule)).singleElement().satisfies((finding) -> assertThat(finding.computable()).isFalse());
	}

	@Test
	void aTambonWhosePlanWasWithdrawnIsLeftOutEvenIfSomebodyIsActiveThere() {
		// Given
		Rule rule = rule("left-out");
		new ExampleFacts(this.database, this.mapper).hold(facts(rule, "good"));
		this.database.sql("UPDATE plan SET status = 'WITHDRAWN'").update();
		// When
		this.derivation.passOverEverything();
		// Then
		assertThat(found(rule)).extracting("id").containsExactly("left-out:110301");
	}

	private void hold(Rule rule, String example) {
		new ExampleFacts(this.database, this.mapper).hold(facts(rule, example));
		this.derivation.passOverEverything();
	}

	private JsonNode facts(Rule rule, String example) {
		JsonNode facts = this.mapper.readTree(rule.examples()).path(example).path("facts");
		assertThat(facts).isNotEmpty();
		return facts;
	}

	private List<Found> found(Rule rule) {
		return this.database.sql("""
				SELECT id, severity, computable, amount_satang AS amount, people, text_th AS th, text_en AS en
				FROM finding WHERE rule = :rule
				""")
			.param("rule", rule.id())
			.query((row, number) -> new Found(row.getString("id"), row.getString("severity"),
					row.getBoolean("computable"), row.getLong("amount"), row.getLong("people"), row.getString("th"),
					row.getString("en")))
			.list();
	}

	record Found(String id, String severity, boolean computable, long amount, long people, String th, String en) {

	}

	private static Rule rule(String id) {
		return rules().filter((rule) -> rule.id().equals(id)).findFirst().orElseThrow();
	}

}
