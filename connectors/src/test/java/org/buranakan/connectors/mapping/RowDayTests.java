package org.buranakan.connectors.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reading.FewAreas;
import org.buranakan.connectors.reading.KnownArea;
import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.connectors.reading.Validity;
import org.buranakan.schemas.event.BudgetPosted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowDayTests {

	private static final FewAreas AREAS = new FewAreas(List.of(
			new KnownArea("200108", "ห้วยกะปิ", "Huai Kapi",
					new Validity(LocalDate.EPOCH, LocalDate.of(2022, 6, 30), List.of("200118"))),
			new KnownArea("200118", "ห้วยกะปิใหม่", "New Huai Kapi")));

	private static final String PROFILE = """
			agency: codi
			system: ระบบ
			era: buddhist
			dates: 1900
			sources:
			  - name: budget
			    file: "*.xlsx"
			    columns: {"no": "no", year: year, amount: amount, area: area, day: day, plan: plan}
			    events:
			      - family: budget
			        key: "{no}"
			        fields:
			          budgetLine: {constant: TRAIN}
			          fiscalYear: {from: year, as: fiscal-year}
			          phase: {constant: ALLOTTED}
			          amountSatang: {from: amount, as: money}
			          area: {from: area, as: area}
			          postedOn: {from: day, as: date}
			          funder: {constant: codi}
			      - family: plan
			        key: "P{no}"
			        when: {plan: "*"}
			        fields:
			          fiscalYear: {from: year, as: fiscal-year}
			          programme: {constant: BIG ROCK}
			          title: {th: plan}
			          lead: {constant: codi}
			          areas: {each: area, split: ";", fields: {area: {from: ".", as: area}, stage: {constant: ภาค 1}}}
			          status: {constant: ADOPTED}
			""";

	@ParameterizedTest
	@CsvSource({ "24/01/65", "30/06/65" })
	void aRowIsReadWithTheAreasOfItsOwnDay(String day) {
		assertThat(map(PROFILE, row(day))).isInstanceOfSatisfying(Outcome.Mapped.class,
				(mapped) -> assertThat(posting(mapped).getArea()).isEqualTo("200108"));
	}

	@Test
	void anAreaThatEndedBeforeTheRowsDayIsRefusedInItsCell() {
		// When
		Outcome outcome = map(PROFILE, row("01/07/65"));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.refusals()).singleElement().satisfies((refusal) -> {
					assertThat(refusal.objection().code()).isEqualTo(RefusalCode.AREA_SUPERSEDED);
					assertThat(refusal.objection().reason().getTh()).contains("ต.ห้วยกะปิใหม่ (200118)");
					assertThat(refusal.cell()).isEqualTo("แผ่น1!area7");
				}));
	}

	@ParameterizedTest
	@CsvSource({ "2565, true", "2566, false" })
	void whatHasNoDateIsReadWithTheAreasOfItsFiscalYearsFirstDay(String year, boolean stands) {
		// Given
		Map<String, String> row = new HashMap<>(row("24/01/65").values());
		row.put("year", year);
		row.put("plan", "แผน");
		// When
		Outcome outcome = map(PROFILE, new TextRow(row));
		// Then
		assertThat(outcome).isInstanceOf(stands ? Outcome.Mapped.class : Outcome.Refused.class);
	}

	@Test
	void aDateThatCannotBeReadIsRefusedOnceBesideTheArea() {
		assertThat(map(PROFILE, row("เร็วๆ นี้"))).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.refusals()).extracting((refusal) -> refusal.objection().code())
					.containsOnlyOnce(RefusalCode.DATE_UNREADABLE));
	}

	@ParameterizedTest
	@CsvSource({ "1900, 44585", "1904, 43123" })
	void aBareNumberIsADateOfTheProfilesSystem(String system, BigDecimal number) {
		// Given
		Mapping mapping = numbered(PROFILE.replace("dates: 1900", "dates: " + system));
		// When
		Outcome outcome = mapping.map(mapping.profile().sources().getFirst(), withNumber(number));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Mapped.class,
				(mapped) -> assertThat(posting(mapped).getPostedOn()).isEqualTo(LocalDate.of(2022, 1, 24)));
	}

	@Test
	void aBareNumberOfADatabaseIsNoDate() {
		// Given
		Mapping mapping = numbered(PROFILE.replace("file: \"*.xlsx\"", "table: public.budget"));
		// When
		Outcome outcome = mapping.map(mapping.profile().sources().getFirst(), withNumber(BigDecimal.valueOf(44585)));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.refusals()).extracting((refusal) -> refusal.objection().code())
					.containsExactly(RefusalCode.DATE_UNREADABLE));
	}

	@Test
	void anotherSystemOfDatesIsAMistakeInTheProfile() {
		assertThatThrownBy(() -> new Yaml(PROFILE.replace("dates: 1900", "dates: 1905")).mapping(AREAS))
			.isInstanceOf(ProfileMistake.class)
			.hasMessageContainingAll("line 4", "dates", "neither 1900 nor 1904");
	}

	private static BudgetPosted posting(Outcome.Mapped mapped) {
		return (BudgetPosted) mapped.present().getFirst().record();
	}

	/** As {@link SplitRow} offers what is no text: in column {@code .}. */
	private static Mapping numbered(String profile) {
		return new Yaml(profile.replace("from: day,", "from: \".\",")
			.replace("{\"no\": \"no\",", "{\"no\": \"no\", \".\": \".\",")).mapping(AREAS);
	}

	private static Outcome map(String profile, TextRow row) {
		Mapping mapping = new Yaml(profile).mapping(AREAS);
		return mapping.map(mapping.profile().sources().getFirst(), row);
	}

	private static TextRow row(String day) {
		return new TextRow(Map.of("no", "1", "year", "2565", "amount", "500", "area", "200108", "day", day));
	}

	private static Row withNumber(BigDecimal day) {
		return new SplitRow(row(""), ".", Offered.of(day));
	}

}
