package org.buranakan.connectors.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.avro.Schema;
import org.buranakan.connectors.mapping.Outcome.Mapped;
import org.buranakan.connectors.mapping.Outcome.Refused;
import org.buranakan.connectors.reading.FewAreas;
import org.buranakan.connectors.reading.KnownArea;
import org.buranakan.connectors.reading.KnownAreas;
import org.buranakan.connectors.reading.KnownCodes;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MappingTests {

	static final String PROFILE = """
			agency: pacc-zone-1
			system: แบบรายงาน
			era: buddhist
			within: ["11"]
			lists:
			  kind:
			    reference: activity-kind
			    codes: {training: [อบรม]}
			  status:
			    codes: {DONE: [ดำเนินการแล้ว], PLANNED: [ตามแผน]}
			  basis:
			    codes: {ILLUSTRATIVE: [ตัวอย่างประกอบ], RECORDED: [บันทึกการประชุม]}
			sources:
			  - name: activities
			    file: "*.xlsx"
			    columns: {รหัส: รหัส, ที่มา: ที่มา, วันที่บันทึก: วันที่บันทึก, แผน: แผน, ประเภท: ประเภท, ชื่อ: ชื่อ, ชื่ออังกฤษ: ชื่ออังกฤษ, พื้นที่: พื้นที่, เวลา: เวลา, ถึง: ถึง, สถานะ: สถานะ, จำนวน: จำนวน, งบ: งบ}
			    events:
			      - family: activity
			        key: "{รหัส}"
			        fields:
			          basis: {from: ที่มา, as: code, of: basis}
			          occurredAt: {from: วันที่บันทึก, as: date, era: common}
			          plan: {template: "codi:{แผน}"}
			          kind: {from: ประเภท, as: code, of: kind}
			          title: {th: ชื่อ, en: ชื่ออังกฤษ}
			          areas: {each: พื้นที่, split: "[;,]", as: area}
			          startsOn: {from: เวลา, as: period-start}
			          endsOn: {from: เวลา, as: period-end}
			          datePrecision: {from: เวลา, as: period-precision}
			          status: {from: สถานะ, as: code, of: status}
			          organiser: {constant: pacc-zone-1}
			          participants: {from: จำนวน, as: quantity}
			      - family: budget
			        key: "{รหัส}-งบ"
			        when: {งบ: "*"}
			        fields:
			          budgetLine: {constant: TRAIN}
			          fiscalYear: {constant: 2022}
			          phase: {constant: ALLOTTED}
			          amountSatang: {from: งบ, as: money}
			          area: {from: พื้นที่, as: area}
			          postedOn: {from: เวลา, as: period-start}
			          funder: {constant: pacc-zone-1}
			          activity: {template: "pacc-zone-1:{รหัส}"}
			""";

	static final Map<String, String> GOOD = Map.ofEntries(Map.entry("รหัส", "Z1-๐๕"), Map.entry("แผน", "BR65"),
			Map.entry("ประเภท", "อบรม"), Map.entry("ชื่อ", "อบรม  ประชาชน"), Map.entry("พื้นที่", "ต.ปากน้ำ"),
			Map.entry("เวลา", "24-25 ม.ค. 65"), Map.entry("สถานะ", "ดำเนินการแล้ว"), Map.entry("จำนวน", "๔๕ คน"),
			Map.entry("ที่มา", "ตัวอย่างประกอบ"), Map.entry("วันที่บันทึก", "2022-01-31"));

	private final Mapping mapping = mapping(PROFILE);

	@Test
	void aRowBecomesTheEventsItsProfileDerives() {
		// When
		Outcome outcome = map(with("งบ", "12,000.-"));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Mapped.class, (mapped) -> {
			assertThat(mapped.present()).extracting(Content::entity)
				.map(Object::toString)
				.containsExactly("pacc-zone-1:Z1-05", "pacc-zone-1:Z1-05-งบ");
			ActivityRecorded activity = (ActivityRecorded) mapped.present().getFirst().record();
			assertThat(activity.getTitle()).isEqualTo(new LocalizedText("อบรม ประชาชน", null));
			assertThat(activity.getPlan()).isEqualTo("codi:BR65");
			assertThat(activity.getAreas()).containsExactly("110101");
			assertThat(activity.getStartsOn()).isEqualTo(LocalDate.of(2022, 1, 24));
			assertThat(activity.getEndsOn()).isEqualTo(LocalDate.of(2022, 1, 25));
			assertThat(activity.getStatus()).isEqualTo(ActivityStatus.DONE);
			assertThat(activity.getParticipants()).isEqualTo(45);
			assertThat(activity.getBasis()).isEqualTo(Basis.ILLUSTRATIVE);
			assertThat(mapped.present().getFirst().occurredAt()).contains(Instant.parse("2022-01-30T17:00:00Z"));
			assertThat(((BudgetPosted) mapped.present().getLast().record()).getAmountSatang()).isEqualTo(1_200_000);
		});
	}

	@Test
	void anEventWhoseConditionFailsIsAbsent() {
		// When
		Outcome outcome = map(GOOD);
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Mapped.class, (mapped) -> {
			assertThat(mapped.present()).hasSize(1);
			assertThat(mapped.absent()).extracting((absent) -> absent.entity().local()).containsExactly("Z1-05-งบ");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			พื้นที่ | ต.ไม่มีจริง     | AREA_UNKNOWN
			พื้นที่ | ต.ปากน้ำ; 999999 | AREA_UNKNOWN
			เวลา  | 24 ม.ค. 2656  | YEAR_IMPOSSIBLE
			เวลา  | 24 ม.ค. 2022  | ERA_CONTRADICTED
			ประเภท | เต้นรำ        | CODE_UNKNOWN
			สถานะ | ไม่รู้         | CODE_UNKNOWN
			ชื่อ   | ''            | VALUE_MISSING
			รหัส  | มี ช่องว่าง     | KEY_UNUSABLE
			งบ    | ฟรี           | MONEY_UNREADABLE
			พื้นที่ | ''            | VALUE_MISSING
			วันที่บันทึก | เมื่อวาน     | DATE_UNREADABLE
			""")
	void aBadValueRefusesTheRowWithPlaceReasonAndRemedy(String column, String value, RefusalCode code) {
		// When
		Outcome outcome = map(with(column, value));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.refusals()).allSatisfy((refusal) -> {
					assertThat(refusal.objection().code()).isEqualTo(code);
					assertThat(refusal.cell()).isEqualTo("แผ่น1!" + column + "7");
					assertThat(refusal.heading()).isEqualTo(column);
					assertThat(refusal.objection().reason().getTh()).isNotBlank();
					assertThat(refusal.objection().remedy().getEn()).isNotBlank();
				}));
	}

	@Test
	void everyRequiredFieldOfEveryContractIsRefusedWhereItIsBlank() {
		for (Family family : Family.values()) {
			for (Schema.Field field : family.schema().getFields()) {
				if (field.hasDefaultValue() || BlankEnvelope.FIELDS.contains(field.name())
						|| field.name().equals("basis")) {
					continue;
				}
				// When
				Outcome outcome = assembled(family);
				// Then
				assertThat(outcome).as("%s", family)
					.isInstanceOfSatisfying(Refused.class,
							(refused) -> assertThat(refused.refusals()).extracting(Refusal::objection)
								.contains(new Objection(RefusalCode.VALUE_MISSING, "", "(" + field.name() + ")")));
			}
		}
	}

	@Test
	void aKeyThatLeavesNoRoomForAPostingsMarksIsRefused() {
		assertThat(map(with("รหัส", "x".repeat(181)))).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.refusals().getFirst().objection().code())
					.isEqualTo(RefusalCode.KEY_UNUSABLE));
		assertThat(map(with("รหัส", "x".repeat(180)))).isInstanceOf(Mapped.class);
	}

	@Test
	void aCodeThatTheHubWouldRejectIsRefused() {
		assertThat(map(with("แผน", "x".repeat(300)))).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.refusals().getFirst().objection().code())
					.isEqualTo(RefusalCode.TEXT_TOO_LONG));
	}

	@Test
	void anActivityThatEndsBeforeItStartsIsRefused() {
		// Given
		Mapping twoColumns = mapping(
				PROFILE.replace("endsOn: {from: เวลา, as: period-end}", "endsOn: {from: ถึง, as: date}"));
		// When
		Outcome outcome = twoColumns.map(twoColumns.profile().sources().getFirst(),
				new TextRow(with("ถึง", "23/01/2565")));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.refusals()).singleElement().satisfies((refusal) -> {
					assertThat(refusal.objection().code()).isEqualTo(RefusalCode.PERIOD_REVERSED);
					assertThat(refusal.heading()).isEqualTo("ถึง");
				}));
	}

	@Test
	void aRowThatTripsTheReadingItselfIsRefusedWithACode() {
		// Given
		Mapping tripping = mapping(PROFILE, new SmallReference() {
			@Override
			public KnownCodes codes() {
				return (kind) -> {
					throw new StackOverflowError();
				};
			}
		});
		// When
		Outcome outcome = tripping.map(tripping.profile().sources().getFirst(), new TextRow(GOOD));
		// Then
		assertThat(outcome)
			.isInstanceOfSatisfying(Refused.class, (refused) -> assertThat(refused.refusals()).singleElement()
				.satisfies((refusal) -> assertThat(refusal.objection().code()).isEqualTo(RefusalCode.ROW_UNREADABLE)));
	}

	/** A row that offers nothing but its key, to a profile that derives every field. */
	private static Outcome assembled(Family family) {
		EventProfile event = new EventProfile(family, new Template("{รหัส}"), new Condition(Map.of()), Map.of(),
				Optional.empty());
		SourceProfile source = new SourceProfile("any", new Origin.Push("any"), Map.of(), Set.of(), Gone.KEPT,
				List.of(event));
		return new Mapping(new Profile(new AgencyId("codi"), "any", Basis.REPORTED, List.of(source))).map(source,
				new TextRow(Map.of("รหัส", "1")));
	}

	@Test
	void allReasonsAreGivenAtOnce() {
		// Given
		Map<String, String> row = new HashMap<>(with("พื้นที่", "ต.ไม่มีจริง"));
		row.put("สถานะ", "ไม่รู้");
		// When
		Outcome outcome = map(row);
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.refusals()).extracting((refusal) -> refusal.objection().code())
					.contains(RefusalCode.AREA_UNKNOWN, RefusalCode.CODE_UNKNOWN));
	}

	private Outcome map(Map<String, String> row) {
		return this.mapping.map(this.mapping.profile().sources().getFirst(), new TextRow(row));
	}

	private static Map<String, String> with(String column, String value) {
		Map<String, String> row = new HashMap<>(GOOD);
		row.put(column, value);
		return row;
	}

	static Mapping mapping(String profile) {
		return mapping(profile, new SmallReference());
	}

	private static Mapping mapping(String profile, Reference reference) {
		try {
			return new Mapping(
					new Profiles(reference).read(new ByteArrayInputStream(profile.getBytes(StandardCharsets.UTF_8))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static class SmallReference implements Reference {

		@Override
		public KnownAreas areas() {
			return new FewAreas(List.of(new KnownArea("11", "สมุทรปราการ", "Samut Prakan"),
					new KnownArea("110101", "ปากน้ำ", "Pak Nam")));
		}

		@Override
		public KnownCodes codes() {
			return (kind) -> Optional.of(Map.of("training", "training"))
				.filter((codes) -> kind.equals("activity-kind"))
				.orElse(Map.of());
		}

	}

}
