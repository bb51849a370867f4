package org.buranakan.connectors.reading;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AreaReaderTests {

	private static final KnownAreas AREAS = new FewAreas(List.of(new KnownArea("11", "สมุทรปราการ", "Samut Prakan"),
			new KnownArea("1101", "เมืองสมุทรปราการ", "Mueang Samut Prakan"),
			new KnownArea("110101", "ปากน้ำ", "Pak Nam"), new KnownArea("110103", "บางเมือง", "Bang Mueang"),
			new KnownArea("1106", "บางเสาธง", "Bang Sao Thong"), new KnownArea("110601", "บางเสาธง", "Bang Sao Thong"),
			new KnownArea("20", "ชลบุรี", "Chonburi"), new KnownArea("2004", "บางละมุง", "Bang Lamung"),
			new KnownArea("200402", "หนองปรือ", "Nong Prue"), new KnownArea("2006", "พนัสนิคม", "Phanat Nikhom"),
			new KnownArea("200609", "หนองปรือ", "Nong Prue"), new KnownArea("23", "ตราด", "Trat"),
			new KnownArea("2301", "เมืองตราด", "Mueang Trat"), new KnownArea("410701", "ทมนางาม", "Thom Na Ngam"),
			new KnownArea("200108", "ห้วยกะปิเก่า", "Huai Kapi Kao",
					new Validity(LocalDate.of(1990, 1, 1), LocalDate.of(2022, 6, 30), List.of("2004", "200402"))),
			new KnownArea("200901", "เกาะสีชัง", "Ko Si Chang",
					new Validity(LocalDate.of(1990, 1, 1), LocalDate.of(2022, 6, 30), List.of("200401"))),
			new KnownArea("200401", "เกาะสีชัง", "Ko Si Chang",
					new Validity(LocalDate.of(2022, 7, 1), LocalDate.MAX, List.of()))));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			110101                                    | 110101
			๑๑๐๑๐๑                                    | 110101
			20                                        | 20
			ต.ปากน้ำ อ.เมืองสมุทรปราการ จ.สมุทรปราการ | 110101
			ตำบลปากน้ำ อำเภอเมือง จังหวัดสมุทรปราการ  | 110101
			ปากน้ำ                                    | 110101
			ปากนํ้า                                   | 110101
			จ.สมุทรปราการ อ.บางเสาธง ต.บางเสาธง        | 110601
			ต. บางเสาธง                               | 110601
			อ.บางเสาธง                                | 1106
			อบต.บางเมือง                              | 110103
			ต.หนองปรือ อ.บางละมุง                     | 200402
			สมุทรปราการ / เมือง / ปากน้ำ              | 110101
			ปากน้ำ เมืองสมุทรปราการ สมุทรปราการ        | 110101
			Nong Prue, Bang Lamung                    | 200402
			จ.ตราด                                    | 23
			เทศบาลตำบลบางเมือง                         | 110103
			ทต.บางเมือง                                | 110103
			ท.ต. บางเมือง                              | 110103
			ทต บางเมือง                                | 110103
			อบต บางเมือง                               | 110103
			อ.บ.ต.บางเมือง                             | 110103
			องค์การบริหารส่วนตำบลบางเมือง               | 110103
			เทศบาลบางเมือง อ.เมือง จ.สมุทรปราการ        | 110103
			ต.ทมนางาม                                 | 410701
			ทมนางาม                                   | 410701
			""")
	void anAreaIsReadByCodeOrByPathOfNames(String text, String code) {
		assertThat(anywhere().read(Offered.of(text))).isEqualTo(new Reading.Read(code));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200199                        | AREA_UNKNOWN
			TH-11                         | AREA_UNKNOWN
			ต.ปากนำ้ทิพย์                  | AREA_UNKNOWN
			ต.หนองปรือ อ.เมืองตราด         | AREA_UNKNOWN
			ต.หนองปรือ                    | AREA_AMBIGUOUS
			บางเสาธง                      | AREA_AMBIGUOUS
			""")
	void anAreaIsRefused(String text, RefusalCode code) {
		assertThat(anywhere().read(Offered.of(text))).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200108        | 2022-01-24 | 200108
			200108        | 2022-06-30 | 200108
			ต.ห้วยกะปิเก่า | 2022-06-30 | 200108
			ต.เกาะสีชัง    | 2022-06-30 | 200901
			ต.เกาะสีชัง    | 2022-07-01 | 200401
			200401        | 2022-01-24 | 200401
			""")
	void anAreaThatEndedIsReadUpToItsLastDay(String text, LocalDate day, String code) {
		assertThat(anywhere().read(Offered.of(text), day)).isEqualTo(new Reading.Read(code));
	}

	@ParameterizedTest
	@CsvSource({ "200108, 2022-07-01", "ต.ห้วยกะปิเก่า, 2565-01-01" })
	void anAreaThatEndedIsRefusedAfterwardsWithItsSuccessorsNamed(String text, LocalDate day) {
		assertThat(anywhere().read(Offered.of(text), day)).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> {
					assertThat(refused.objection().code()).isEqualTo(RefusalCode.AREA_SUPERSEDED);
					assertThat(refused.objection().reason().getTh()).contains("(200108)", "2022-06-30",
							"อ.บางละมุง (2004)", "ต.หนองปรือ (200402)");
				});
	}

	@Test
	void withoutADayOnlyWhatHasNoEndIsRead() {
		assertThat(anywhere().read(Offered.of("200108"))).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(RefusalCode.AREA_SUPERSEDED));
	}

	@Test
	void anAreaOfAnotherProvinceThanTheProfileSaysIsRefused() {
		// Given
		Reader inChonburi = Readers.area(AREAS, new AreaScope(List.of("20"), 0));
		// When
		Reading reading = inChonburi.read(Offered.of("ต.ปากน้ำ"));
		// Then
		assertThat(reading).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().code()).isEqualTo(RefusalCode.AREA_OUTSIDE));
	}

	@Test
	void theExpectedLevelDecidesBetweenAnAmphoeAndATambonOfOneName() {
		// Given
		Reader tambons = Readers.area(AREAS, new AreaScope(List.of(), 3));
		// When
		Reading reading = tambons.read(Offered.of("บางเสาธง"));
		// Then
		assertThat(reading).isEqualTo(new Reading.Read("110601"));
	}

	@Test
	void aRefusalShowsACloseName() {
		// When
		Reading reading = anywhere().read(Offered.of("ต.หนองปรื"));
		// Then
		assertThat(reading).isInstanceOfSatisfying(Reading.Unreadable.class,
				(refused) -> assertThat(refused.objection().reason().getTh()).contains("ต.หนองปรือ (200402)"));
	}

	private static Reader anywhere() {
		return Readers.area(AREAS, new AreaScope(List.of(), 0));
	}

}
