package org.buranakan.hub.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.hub.view.PhaseAmount;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Areas of every level show what an independent roll-up of the same events says.
 */
@OnDatabase
class AreaRollUpIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private Areas areas;

	@Autowired
	private JdbcClient database;

	private final List<ReferenceRecorded> reference = new PilotData().reference();

	private RollUp expected = new RollUp(List.of(), List.of());

	private long seed;

	@BeforeEach
	void publishAndDerive() {
		this.seed = new Random().nextInt(1_000_000);
		List<SpecificRecord> generated = new Generator(800, this.seed).events().toList();
		this.expected = new RollUp(generated, this.reference);
		this.events.forget();
		this.events.publish(this.reference);
		this.events.publish(generated);
		this.derivation.passOverEverything();
	}

	@Test
	void everyAreaShowsWhatTheEventsSay() {
		List<AreaView> views = codes().map((code) -> this.areas.byCode(code).orElseThrow()).toList();
		assertThat(views).hasSizeGreaterThan(300).allSatisfy((view) -> {
			String code = view.code();
			assertThat(view.programmeAreas()).as(about(code)).isEqualTo(this.expected.programmeAreas(code).size());
			assertThat(view.runningAreas()).as(about(code)).isEqualTo(running(code));
			assertThat(view.stages().stream().mapToLong(AreaView.StageCount::count).sum()).as(about(code))
				.isEqualTo(view.programmeAreas());
			assertThat(view.activities()
				.stream()
				.collect(Collectors.toMap(AreaView.StatusCount::status, AreaView.StatusCount::count))).as(about(code))
				.isEqualTo(this.expected.activities(code));
			assertThat(view.participants()).as(about(code)).isEqualTo(this.expected.participants(code));
			assertThat(sums(view.money())).as(about(code)).isEqualTo(this.expected.money(code));
			assertThat(view.complaints().received()).as(about(code)).isEqualTo(this.expected.received(code));
		});
	}

	@Test
	void childrenAddUpToTheirParentAndStateTheirStage() {
		AreaView province = this.areas.byCode("23").orElseThrow();
		assertThat(province.children()).isNotEmpty();
		assertThat(province.children().stream().mapToLong(AreaView.Child::programmeAreas).sum()).as(about("23"))
			.isEqualTo(province.programmeAreas());
		assertThat(province.children().stream().flatMap((child) -> this.areas.byCode(child.code()).stream()))
			.flatExtracting(AreaView::children)
			.allSatisfy((child) -> assertThat(order(child)).as(about(child.code()))
				.isEqualTo(
						this.expected.programmeAreas(child.code()).isEmpty() ? 0 : this.expected.stage(child.code())));
	}

	@Test
	void budgetLinesWhoseWordsWouldRunTogetherStayTwo() {
		// Given
		BudgetPosted model = new Generator(800, this.seed).events()
			.filter(BudgetPosted.class::isInstance)
			.map(BudgetPosted.class::cast)
			.findFirst()
			.orElseThrow();
		int year = model.getFiscalYear();
		// When
		this.events
			.publish(List.of(posting(model, "run-1", "x:" + year, "11"), posting(model, "run-2", "x", year + ":11")));
		this.derivation.passOverEverything();
		// Then
		assertThat(this.database.sql("SELECT count(*) FROM budget_summary WHERE budget_line IN ('x', :other)")
			.param("other", "x:" + year)
			.query(Long.class)
			.single()).as(about("11")).isEqualTo(2);
	}

	private static BudgetPosted posting(BudgetPosted model, String local, String line, String area) {
		return BudgetPosted.newBuilder(model)
			.setEntityId(model.getAgency() + ":" + local)
			.setEventId(UUID.randomUUID())
			.setBudgetLine(line)
			.setArea(area)
			.build();
	}

	@Test
	void theTreeHoldsEveryAreaOnceUnderItsParent() {
		List<AreaNode> provinces = this.areas.tree(3);
		assertThat(provinces).extracting(AreaNode::code).containsExactly("11", "19", "20", "23");
		assertThat(provinces.stream().flatMap((province) -> province.children().stream())).hasSize(37);
		assertThat(provinces.stream()
			.flatMap((province) -> province.children().stream())
			.flatMap(
					(amphoe) -> amphoe.children().stream().filter((tambon) -> tambon.code().startsWith(amphoe.code()))))
			.hasSize(291);
		assertThat(this.areas.tree(1)).allSatisfy((province) -> assertThat(province.children()).isEmpty());
	}

	@Test
	void anAreaThatStandsNoLongerIsNeitherInTheTreeNorAChild() {
		// Given
		this.events.publish(area("1198", LocalDate.of(2022, 2, 28)), area("1199", LocalDate.of(2022, 3, 1)));
		// When
		this.events.today(LocalDate.of(2022, 3, 1));
		// Then
		assertThat(this.areas.byCode("11").orElseThrow().children()).extracting(AreaView.Child::code)
			.contains("1199")
			.doesNotContain("1198");
		assertThat(this.areas.tree(2).getFirst().children()).extracting(AreaNode::code)
			.contains("1199")
			.doesNotContain("1198");
	}

	@Test
	void whichStagesRunIsWhatReferenceSays() {
		// Given
		ReferenceRecorded memorandum = this.reference.stream()
			.filter((entry) -> entry.getKind().equals("programme-stage") && entry.getCode().equals("mou"))
			.findFirst()
			.orElseThrow();
		// When
		this.events.publish(ReferenceRecorded.newBuilder(memorandum)
			.setRevision(2)
			.setAttributes(Map.of("order", "5", "running", "true", "memorandum", "signed"))
			.build());
		// Then
		assertThat(this.areas.byCode("23").orElseThrow().runningAreas()).as(about("23"))
			.isEqualTo(this.expected.programmeAreas("23")
				.stream()
				.filter((code) -> this.expected.stage(code) >= this.expected.order("mou"))
				.count());
	}

	private ReferenceRecorded area(String code, LocalDate until) {
		return ReferenceRecorded.newBuilder(this.reference.getFirst())
			.setKind("area")
			.setCode(code)
			.setParent("11")
			.setAttributes(Map.of("level", "amphoe"))
			.setValidTo(until)
			.build();
	}

	private long running(String prefix) {
		long running = this.expected.order("running");
		return this.expected.programmeAreas(prefix)
			.stream()
			.filter((code) -> this.expected.stage(code) >= running)
			.count();
	}

	private long order(AreaView.Child child) {
		return (child.stage() == null) ? 0 : this.expected.order(child.stage());
	}

	private Stream<String> codes() {
		return this.reference.stream()
			.filter((entry) -> entry.getKind().equals("area"))
			.map(ReferenceRecorded::getCode);
	}

	private String about(String code) {
		return "area " + code + ", seed " + this.seed;
	}

	private static Map<String, Long> sums(List<PhaseAmount> money) {
		return money.stream().collect(Collectors.toMap(PhaseAmount::phase, PhaseAmount::amountSatang));
	}

}
