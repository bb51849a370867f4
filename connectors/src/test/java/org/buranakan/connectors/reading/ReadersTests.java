package org.buranakan.connectors.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reference.PilotReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables of good and bad examples, one pair for each reader. */
class ReadersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			24 ม.ค. 2565            | 2022-01-24
			24 มกราคม ๒๕๖๕          | 2022-01-24
			๒๔ ม.ค. ๒๕๖๕            | 2022-01-24
			24ม.ค.2565              | 2022-01-24
			วันจันทร์ที่ 24 มกราคม พ.ศ. 2565 | 2022-01-24
			24/01/2565              | 2022-01-24
			๒๔/๐๑/๒๕๖๕              | 2022-01-24
			24-1-2565               | 2022-01-24
			24.01.2565              | 2022-01-24
			24/01/2022              | 2022-01-24
			2022-01-24              | 2022-01-24
			2565-01-24              | 2022-01-24
			2022-01-24T09:30:00+07:00 | 2022-01-24
			2022-01-23T17:30:00Z      | 2022-01-24
			2022-01-24T00:30:00+0900  | 2022-01-23
			2565-01-23 20:00:00.5+00  | 2022-01-24
			24 January 2022         | 2022-01-24
			24 ม.ค. ค.ศ. 2022       | 2022-01-24
			24 ม.ค. พ.ศ. 65         | 2022-01-24
			29 กุมภาพันธ์ 2567      | 2024-02-29
			29/02/2567              | 2024-02-29
			30 มิ.ย. 2565           | 2022-06-30
			๒๙ ก.พ. ๒๕๖๗            | 2024-02-29
			2567-02-29              | 2024-02-29
			29 ก.พ. พ.ศ. 67         | 2024-02-29
			""")
	void aDateIsRead(String text, LocalDate expected) {
		assertThat(Readers.date(Era.UNDECLARED).read(Offered.of(text))).isEqualTo(new Reading.Read(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			24/01/65       | ERA_AMBIGUOUS
			24 ม.ค. 65     | ERA_AMBIGUOUS
			24/01/22       | ERA_AMBIGUOUS
			24/01/2656     | YEAR_IMPOSSIBLE
			24/01/1922     | YEAR_IMPOSSIBLE
			24/01/2465     | YEAR_IMPOSSIBLE
			24/01/256      | YEAR_IMPOSSIBLE
			24/01/25655    | YEAR_IMPOSSIBLE
			29/02/2565     | DATE_IMPOSSIBLE
			29/02/2566     | DATE_IMPOSSIBLE
			29 ก.พ. 67      | ERA_AMBIGUOUS
			31 เม.ย. 2565  | DATE_IMPOSSIBLE
			12/24/2565     | DATE_IMPOSSIBLE
			ม.ค. 2565      | DATE_UNREADABLE
			เร็วๆ นี้        | DATE_UNREADABLE
			24 มกรา 2565   | DATE_UNREADABLE
			44585          | DATE_UNREADABLE
			""")
	void aDateIsRefused(String text, RefusalCode code) {
		assertThat(Readers.date(Era.UNDECLARED).read(Offered.of(text))).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(code));
	}

	@Test
	void anAmbiguousYearIsShownInBothReadings() {
		// When
		Reading reading = Readers.date(Era.UNDECLARED).read(Offered.of("24/01/65"));
		// Then
		assertThat(reading).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().reason().getTh()).contains("พ.ศ. 2565 = ค.ศ. 2022",
						"ค.ศ. 2065"));
	}

	@ParameterizedTest
	@CsvSource({ "SINCE_1900, 44585, 2022-01-24", "SINCE_1904, 43123, 2022-01-24", "SINCE_1900, 44585.75, 2022-01-24",
			"SINCE_1900, 242917, 2022-01-29", "SINCE_1900, 45351, 2024-02-29", "SINCE_1904, 43889, 2024-02-29",
			"SINCE_1900, 36526, 2000-01-01" })
	void aBareNumberOfASpreadsheetIsADate(Serials serials, BigDecimal number, LocalDate expected) {
		assertThat(Readers.date(Era.BUDDHIST, serials).read(new Offered.Figure(number)))
			.isEqualTo(new Reading.Read(expected));
	}

	@ParameterizedTest
	@CsvSource({ "NONE, 44585", "SINCE_1900, 2565", "SINCE_1900, 0", "SINCE_1900, -44585", "SINCE_1900, 25650124",
			"SINCE_1904, 2565", "SINCE_1900, 36525", "SINCE_1900, 1500000" })
	void aNumberThatIsNoDateOfOurTimeIsRefused(Serials serials, BigDecimal number) {
		assertThat(Readers.date(Era.BUDDHIST, serials).read(new Offered.Figure(number))).isInstanceOfSatisfying(
				Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(RefusalCode.DATE_UNREADABLE));
	}

	@ParameterizedTest
	@CsvSource({ "BUDDHIST, 24/01/65, 2022-01-24", "COMMON, 24/01/22, 2022-01-24", "BUDDHIST, 24 ม.ค. 2565, 2022-01-24",
			"BUDDHIST, 24 ม.ค. ค.ศ. 2022, 2022-01-24" })
	void aDeclaredEraDecides(Era era, String text, LocalDate expected) {
		assertThat(Readers.date(era).read(Offered.of(text))).isEqualTo(new Reading.Read(expected));
	}

	@ParameterizedTest
	@CsvSource({ "BUDDHIST, 24/01/2022", "COMMON, 24/01/2565" })
	void aYearOfTheOtherEraThanDeclaredIsRefused(Era era, String text) {
		assertThat(Readers.date(era).read(Offered.of(text))).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(RefusalCode.ERA_CONTRADICTED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e600000000", "1e2147483647", "1e3000000", "1e-600000000" })
	void aShortNumberThatNoMemoryHoldsIsRefusedAtOnce(String number) {
		// When
		Offered offered = Offered.of(new BigDecimal(number));
		// Then
		assertThat(offered.text()).hasSizeLessThan(20);
		assertThat(Readers.quantity().read(offered)).isInstanceOf(Reading.Unreadable.class);
		assertThat(Readers.money().read(offered)).isInstanceOf(Reading.Unreadable.class);
	}

	@Test
	void aTextLongerThanItsReaderCouldReadIsRefused() {
		assertThat(Readers.period(Era.UNDECLARED).read(Offered.of("1 - ".repeat(1000) + "1"))).isInstanceOfSatisfying(
				Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(RefusalCode.TEXT_TOO_LONG));
	}

	@Test
	void aSpanOfSpansIsNoPeriod() {
		assertThat(Readers.period(Era.UNDECLARED).read(Offered.of("1 - ".repeat(200) + "1"))).isInstanceOfSatisfying(
				Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(RefusalCode.DATE_UNREADABLE));
	}

	@Test
	void whoNamesNoEntryOfAListIsOfferedNamesAndNoneOfThemInPart() {
		// Given
		KnownCodes known = PilotReference.book().codes();
		// When
		Reading reading = Readers.code(new CodeList("organisation", Map.of()), known).read(Offered.of("ใครก็ได้"));
		// Then
		assertThat(reading).isInstanceOfSatisfying(Reading.Unreadable.class, (refused) -> {
			List<String> offered = List.of(refused.objection().detail().split(", "));
			assertThat(offered).hasSizeGreaterThan(1).last().isEqualTo("…");
			assertThat(known.names("organisation").values()).extracting(Text::th)
				.containsAll(offered.subList(0, offered.size() - 1));
		});
	}

	@Test
	void aTextWithACharacterThatIsNoneIsRefused() {
		assertThat(Readers.text().read(new Offered.Words("a\0b"))).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(RefusalCode.TEXT_UNUSABLE));
	}

	@ParameterizedTest
	@CsvSource({ "2022-01-24, 2022-01-24", "2565-01-24, 2022-01-24" })
	void aTypedDateIsRead(LocalDate typed, LocalDate expected) {
		assertThat(Readers.date(Era.BUDDHIST).read(new Offered.Day(typed))).isEqualTo(new Reading.Read(expected));
	}

	@ParameterizedTest
	@CsvSource({ "1965-01-24, ERA_AMBIGUOUS", "1922-01-24, YEAR_IMPOSSIBLE", "2656-01-24, YEAR_IMPOSSIBLE",
			"1479-01-24, YEAR_IMPOSSIBLE" })
	void aTypedDateIsRefused(LocalDate typed, RefusalCode code) {
		assertThat(Readers.date(Era.BUDDHIST).read(new Offered.Day(typed))).isInstanceOfSatisfying(
				Reading.Unreadable.class, (refused) -> assertThat(refused.objection().code()).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1,500,000.-        | 150000000
			๑๐,๐๐๐ บาท         | 1000000
			๑๒๐,๐๐๐.๐๐         | 12000000
			(500)              | -50000
			-500               | -50000
			฿1,000             | 100000
			14250.5            | 1425050
			10,000 บาทถ้วน     | 1000000
			1.5 ล้านบาท        | 150000000
			ไม่ใช้งบประมาณ      | 0
			ไม่ใช้งบฯ           | 0
			ไม่มีงบประมาณ       | 0
			ไม่เสียค่าใช้จ่าย    | 0
			0                  | 0
			๐                  | 0
			0.-                | 0
			1,500,000.- บาท    | 150000000
			1,500,000.00       | 150000000
			(1,500.50)         | -150050
			๒.๕ ล้านบาท        | 250000000
			""")
	void moneyIsRead(String text, long satang) {
		assertThat(Readers.money().read(Offered.of(text))).isEqualTo(new Reading.Read(satang));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1,50,000           | MONEY_UNREADABLE
			หนึ่งหมื่นบาท        | MONEY_UNREADABLE
			(500               | MONEY_UNREADABLE
			10.555             | MONEY_TOO_FINE
			99999999999999999999 | NUMBER_TOO_LARGE
			10,000 USD         | MONEY_UNREADABLE
			500)               | MONEY_UNREADABLE
			1.500.000          | MONEY_UNREADABLE
			10,000 - 20,000    | MONEY_UNREADABLE
			ใช้งบประมาณ         | MONEY_UNREADABLE
			""")
	void moneyIsRefused(String text, RefusalCode code) {
		assertThat(Readers.money().read(Offered.of(text))).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource({ "0.30000000000000004, 30", "14250.5, 1425050", "-1E3, -100000" })
	void aNumberOfASpreadsheetIsMoneyWithoutItsBinaryNoise(BigDecimal baht, long satang) {
		assertThat(Readers.money().read(new Offered.Figure(baht))).isEqualTo(new Reading.Read(satang));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			45       | 45
			๔๕ คน    | 45
			1,200 ราย | 1200
			45.0     | 45
			0        | 0
			""")
	void aQuantityIsRead(String text, long expected) {
		assertThat(Readers.quantity().read(Offered.of(text))).isEqualTo(new Reading.Read(expected));
	}

	@ParameterizedTest
	@CsvSource({ "-1, NUMBER_NEGATIVE", "4.5, NUMBER_UNREADABLE", "หลายคน, NUMBER_UNREADABLE",
			"9999999999999999, NUMBER_TOO_LARGE" })
	void aQuantityIsRefused(String text, RefusalCode code) {
		assertThat(Readers.quantity().read(Offered.of(text))).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "-", "–", "\u200b" })
	void nothingIsBlankForEveryReader(String text) {
		assertThat(new Reader[] { Readers.text(), Readers.money(), Readers.quantity(), Readers.yesNo(),
				Readers.date(Era.BUDDHIST), Readers.period(Era.BUDDHIST), Readers.fiscalYear(Era.BUDDHIST) })
			.allSatisfy((reader) -> assertThat(reader.read(Offered.of(text))).isEqualTo(new Reading.Blank()));
	}

	@Test
	void whatIsNoSingleValueIsRefusedByEveryReaderWithoutQuotingIt() {
		assertThat(new Reader[] { Readers.text(), Readers.money(), Readers.quantity(), Readers.yesNo(),
				Readers.date(Era.BUDDHIST), Readers.period(Era.BUDDHIST), Readers.fiscalYear(Era.BUDDHIST),
				Readers.area(new FewAreas(List.of()), new AreaScope(List.of(), 0)),
				Readers.code(new CodeList(null, Map.of("", List.of(""))), (kind) -> Map.of()) })
			.allSatisfy((reader) -> assertThat(reader.read(new Offered.Structure()))
				.isEqualTo(new Reading.Unreadable(new Objection(RefusalCode.VALUE_STRUCTURED, "", ""))));
	}

	@ParameterizedTest
	@CsvSource({ "ใช่, true", "มี, true", "ไม่ใช่, false", "ไม่มี, false", "YES, true", "0, false" })
	void yesAndNoAreRead(String text, boolean expected) {
		assertThat(Readers.yesNo().read(Offered.of(text))).isEqualTo(new Reading.Read(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'  ก   ข '   | ก ข
			\ufeffก\u200bข | กข
			'=1+1'       | =1+1
			""")
	void textIsTidied(String text, String expected) {
		assertThat(Readers.text().read(Offered.of(text))).isEqualTo(new Reading.Read(expected));
	}

}
