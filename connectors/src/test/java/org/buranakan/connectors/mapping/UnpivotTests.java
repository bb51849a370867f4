package org.buranakan.connectors.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnpivotTests {

	private final WideBudget budget = new WideBudget();

	@Test
	void everyColumnOfAFiscalYearBecomesAPostingAndTheRowOneActivity() {
		// When
		Outcome outcome = this.budget.map(Map.of("งบ 2565", "1,500.-", "งบ 66", "2,000", "งบรวม", "3,500"));
		// Then
		assertThat(entities(outcome)).containsExactly("P1", "P1-FY2565", "P1-FY2566");
		assertThat(postings(outcome)).extracting(BudgetPosted::getAmountSatang).containsExactly(150_000L, 200_000L);
		assertThat(postings(outcome)).extracting(BudgetPosted::getFiscalYear).containsExactly(2022, 2023);
		assertThat(postings(outcome)).extracting(BudgetPosted::getPostedOn)
			.containsExactly(LocalDate.of(2021, 10, 1), LocalDate.of(2022, 10, 1));
	}

	@Test
	void aBlankCellSaysNothingAndZeroSaysZero() {
		// When
		Outcome outcome = this.budget
			.map(Map.of("งบ 2564", "", "งบ 2565", "0", "งบ 2566", "ไม่ใช้งบประมาณ", "งบ 2567", "-"));
		// Then
		assertThat(entities(outcome)).containsExactly("P1", "P1-FY2565", "P1-FY2566");
		assertThat(postings(outcome)).extracting(BudgetPosted::getAmountSatang).containsExactly(0L, 0L);
		assertThat(((Outcome.Mapped) outcome).absent()).extracting((absent) -> absent.entity().local())
			.containsExactly("P1-FY2564", "P1-FY2567");
	}

	@Test
	void aRefusalPointsToTheColumn() {
		// When
		Outcome outcome = this.budget.map(Map.of("งบ 2565", "1,500", "งบ 2566", "มาก"));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.refusals()).singleElement().satisfies((refusal) -> {
					assertThat(refusal.objection().code()).isEqualTo(RefusalCode.MONEY_UNREADABLE);
					assertThat(refusal.heading()).isEqualTo("งบ 2566");
					assertThat(refusal.cell()).isEqualTo("งบ!งบ 25667");
				}));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ไตรมาส {quarter}/{year} | ไตรมาส 2/2565 | P1-2565-Q2  | 2022-01-01
			{month} {year}          | ต.ค. 2564     | P1-2564-10  | 2021-10-01
			งบเดือน{month} {year}    | งบเดือนมกราคม 65 | P1-2565-01 | 2022-01-01
			""")
	void quartersAndMonthsHaveColumnsToo(String columns, String heading, String entity, LocalDate start) {
		// Given
		WideBudget other = new WideBudget(WideBudget.PROFILE.replace("งบ {year}", columns)
			.replace("{from: period, as: fiscal-year}", "{constant: 2022}"));
		// When
		Outcome outcome = other.map(Map.of(heading, "100"));
		// Then
		assertThat(entities(outcome)).containsExactly("P1", entity);
		assertThat(postings(outcome)).extracting(BudgetPosted::getPostedOn).containsExactly(start);
	}

	@Test
	void theYearOfAQuarterMayStandInAColumnOfItsOwn() {
		// Given
		WideBudget quarters = new WideBudget(WideBudget.PROFILE.replace("งบ {year}", "ไตรมาส {quarter}")
			.replace("{id}-{period}", "{id}-{year}-{period}")
			.replace("{from: period, as: fiscal-year}", "{from: year, as: fiscal-year}")
			.replace("{from: period, as: period-start}", "{from: [year, period], as: period-start}"));
		// When
		Outcome outcome = quarters.map(Map.of("ปีงบประมาณ", "2565", "ไตรมาส 1", "100", "ไตรมาส 4", "50"));
		// Then
		assertThat(entities(outcome)).containsExactly("P1", "P1-2565-Q1", "P1-2565-Q4");
		assertThat(postings(outcome)).extracting(BudgetPosted::getPostedOn)
			.containsExactly(LocalDate.of(2021, 10, 1), LocalDate.of(2022, 7, 1));
	}

	@Test
	void aVanishedRowLeavesWhatItsColumnsSpokeOf() {
		assertThat(this.budget.vanished(Map.of("งบ 2565", "1", "งบ 2566", "")))
			.extracting((identity) -> identity.entity().local())
			.containsExactly("P1", "P1-FY2565", "P1-FY2566");
	}

	@Test
	void aVanishedRowKnownByItsKeyAloneMayHaveHadAnyOfTheColumns() {
		assertThat(this.budget.vanished(Map.of())).extracting((identity) -> identity.entity().local())
			.contains("P1", "P1-FY2543", "P1-FY2565", "P1-FY2593")
			.hasSize(52);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			งบ {year}        | งบ               | line 9 | none of {year}
			งบ {year}        | งบ {month}       | line 9 | needs its {year}
			as: amount       | as: id           | line 9 | one of the source's columns
			names: period    | names: amount    | line 9 | called like the values
			names: period    | named: period    | line 9 | not known here
			, names: period  | ''               | line 9 | names: missing
			{id}-{period}    | {id}-งบ          | line 9 | no event's key has {period}
			{th: title}      | {th: amount}     | line 12 | events[0].key
			""")
	void aMistakeIsFoundWithItsLine(String right, String wrong, String line, String what) {
		assertThatThrownBy(() -> new WideBudget(WideBudget.PROFILE.replace(right, wrong)))
			.isInstanceOf(ProfileMistake.class)
			.hasMessageContainingAll(line, what);
	}

	private static List<String> entities(Outcome outcome) {
		return ((Outcome.Mapped) outcome).present().stream().map((content) -> content.entity().local()).toList();
	}

	private static List<BudgetPosted> postings(Outcome outcome) {
		return ((Outcome.Mapped) outcome).present()
			.stream()
			.filter((content) -> content.family() == Family.BUDGET)
			.map((content) -> (BudgetPosted) content.record())
			.toList();
	}

}
