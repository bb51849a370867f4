package org.buranakan.connectors.reading;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Stretches of time, as officers write them. */
class PeriodReadersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ม.ค. 2565                 | 2022-01-01 | 2022-01-31 | MONTH
			มกราคม ๒๕๖๕               | 2022-01-01 | 2022-01-31 | MONTH
			ม.ค. - มี.ค. 2565          | 2022-01-01 | 2022-03-31 | MONTH
			ต.ค. 2564 - ม.ค. 2565     | 2021-10-01 | 2022-01-31 | MONTH
			2565-01                   | 2022-01-01 | 2022-01-31 | MONTH
			24-26 มกราคม 2565         | 2022-01-24 | 2022-01-26 | DAY
			24 ม.ค. 2565 - 2 ก.พ. 2565 | 2022-01-24 | 2022-02-02 | DAY
			24/01/2565 ถึง 26/01/2565 | 2022-01-24 | 2022-01-26 | DAY
			24/01/2565                | 2022-01-24 | 2022-01-24 | DAY
			ไตรมาส 2/2565             | 2022-01-01 | 2022-03-31 | QUARTER
			ไตรมาสที่ 1 ปีงบประมาณ 2565 | 2021-10-01 | 2021-12-31 | QUARTER
			ปีงบประมาณ 2565           | 2021-10-01 | 2022-09-30 | FISCAL_YEAR
			2565 / ไตรมาส 2           | 2022-01-01 | 2022-03-31 | QUARTER
			ไตรมาส 2 / 2565           | 2022-01-01 | 2022-03-31 | QUARTER
			ปีงบประมาณ 2565 ไตรมาส 4  | 2022-07-01 | 2022-09-30 | QUARTER
			2565-Q1                   | 2021-10-01 | 2021-12-31 | QUARTER
			ไตรมาส ๒ ปี ๒๕๖๕          | 2022-01-01 | 2022-03-31 | QUARTER
			ม.ค. / 2565               | 2022-01-01 | 2022-01-31 | MONTH
			มกราคม-มีนาคม ๒๕๖๕        | 2022-01-01 | 2022-03-31 | MONTH
			ก.พ. 2567                 | 2024-02-01 | 2024-02-29 | MONTH
			""")
	void aPeriodIsRead(String text, LocalDate start, LocalDate end, String precision) {
		assertThat(Readers.period(Era.UNDECLARED).read(Offered.of(text))).isInstanceOfSatisfying(Reading.Read.class,
				(read) -> assertThat(read.value())
					.hasToString("Period[start=" + start + ", end=" + end + ", precision=" + precision + "]"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ม.ค. - มี.ค. 65      | 2022-01-01 | 2022-03-31 | MONTH
			ต.ค. 64 - ม.ค. 65   | 2021-10-01 | 2022-01-31 | MONTH
			ไตรมาส 2/65         | 2022-01-01 | 2022-03-31 | QUARTER
			ปีงบประมาณ 65       | 2021-10-01 | 2022-09-30 | FISCAL_YEAR
			""")
	void aPeriodOfTwoDigitYearsIsReadInTheDeclaredEra(String text, LocalDate start, LocalDate end, String precision) {
		assertThat(Readers.period(Era.BUDDHIST).read(Offered.of(text))).isInstanceOfSatisfying(Reading.Read.class,
				(read) -> assertThat(read.value())
					.hasToString("Period[start=" + start + ", end=" + end + ", precision=" + precision + "]"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ไตรมาส 2                | PERIOD_WITHOUT_YEAR
			ไตรมาสที่ ๒              | PERIOD_WITHOUT_YEAR
			ม.ค.                    | PERIOD_WITHOUT_YEAR
			ม.ค. - มี.ค.             | PERIOD_WITHOUT_YEAR
			ไตรมาส 2/65             | ERA_AMBIGUOUS
			ปีงบประมาณ 65           | ERA_AMBIGUOUS
			ม.ค. - มี.ค. 65          | ERA_AMBIGUOUS
			ม.ค. - มค 2565 - 2566    | DATE_UNREADABLE
			มี.ค. - ม.ค. 2565        | PERIOD_REVERSED
			26-24 มกราคม 2565       | PERIOD_REVERSED
			2565-13                 | PERIOD_UNREADABLE
			ไตรมาส 5/2565           | DATE_UNREADABLE
			ม.ค. 65                 | ERA_AMBIGUOUS
			ปีงบประมาณ 2656         | YEAR_IMPOSSIBLE
			ตลอดปี                   | DATE_UNREADABLE
			""")
	void aPeriodIsRefused(String text, RefusalCode code) {
		assertThat(Readers.period(Era.UNDECLARED).read(Offered.of(text))).isInstanceOfSatisfying(
				Reading.Unreadable.class, (refused) -> assertThat(refused.objection().code()).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource({ "2565, 2022", "๒๕๖๕, 2022", "ปีงบประมาณ 2565, 2022", "ปีงบประมาณ พ.ศ. ๒๕๖๕, 2022", "ปีงบฯ 2565, 2022",
			"ปี 2565, 2022", "2022, 2022" })
	void aFiscalYearIsRead(String text, int expected) {
		assertThat(Readers.fiscalYear(Era.UNDECLARED).read(Offered.of(text))).isEqualTo(new Reading.Read(expected));
	}

	@ParameterizedTest
	@CsvSource({ "2656, YEAR_IMPOSSIBLE", "65, ERA_AMBIGUOUS", "ปีหน้า, YEAR_UNREADABLE", "2565.5, YEAR_UNREADABLE" })
	void aFiscalYearIsRefused(String text, RefusalCode code) {
		assertThat(Readers.fiscalYear(Era.UNDECLARED).read(Offered.of(text))).isInstanceOfSatisfying(
				Reading.Unreadable.class, (refused) -> assertThat(refused.objection().code()).isEqualTo(code));
	}

}
