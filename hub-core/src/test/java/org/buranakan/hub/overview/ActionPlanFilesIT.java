package org.buranakan.hub.overview;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.LocalizedText;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people take away from the action plan says the same as the plan.
 */
@OnDatabase
class ActionPlanFilesIT {

	private static final long SEED = 4711;

	/** Lines above the headings. */
	private static final int TITLE = 4;

	private static final String FORMULA = "=HYPERLINK(\"http://127.0.0.1\";\"อบรม\")";

	@Autowired
	private FoldedEvents events;

	@LocalServerPort
	private int port;

	@TempDir
	private Path directory;

	private HubClient hub = new HubClient(0);

	private TakenPlan plan = new TakenPlan(this.hub);

	private List<String> headings = List.of();

	private final ActivityRecorded training = ActivityRecorded
		.newBuilder(new Generator(700, SEED).events()
			.filter(ActivityRecorded.class::isInstance)
			.map(ActivityRecorded.class::cast)
			.findFirst()
			.orElseThrow())
		.setEntityId("codi:training")
		.setAgency("codi")
		.setTitle(new LocalizedText(FORMULA, "Training of leaders, Nam Chiao; day one"))
		.setKind("training")
		.setAreas(List.of("110103"))
		.setVenue("ศาลากลาง, ชั้น 2")
		.setStartsOn(LocalDate.of(2022, 1, 24))
		.setEndsOn(LocalDate.of(2022, 1, 26))
		.setDatePrecision(DatePrecision.DAY)
		.setStatus(ActivityStatus.PLANNED)
		.setParticipantsTarget(80L)
		.setSameAs(null)
		.setRevision(3)
		.build();

	@BeforeEach
	void publish() {
		this.hub = new HubClient(this.port);
		this.plan = new TakenPlan(this.hub);
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
		this.events.publish(new Generator(700, SEED).events().toList());
		this.events.publish(this.training);
	}

	@Test
	void theTableHasThaiHeadingsAndSaysWhatItIsAndOfWhichState() {
		List<List<String>> lines = this.plan.csv("?fiscalYear=2565&zone=pacc-zone-1");
		assertThat(lines.getFirst()).first().asString().startsWith("แผนปฏิบัติการบูรณาการ");
		assertThat(lines.get(1)).first().isEqualTo("เฉพาะ: ปีงบประมาณ พ.ศ. 2565 · เขตพื้นที่ของ สำนักงาน ปปท. เขต 1");
		assertThat(lines.get(2)).first().asString().startsWith("ข้อมูล ณ วันทำการ 7 ก.พ. 2565 · จัดทำเมื่อ ");
		assertThat(lines.get(TITLE)).contains("ผู้รับผิดชอบ", "จังหวัด", "เริ่ม", "จัดสรร (บาท)", "เบิกจ่าย (บาท)",
				"เข้าร่วม (คน)");
		String mark = lines.get(3).getFirst();
		JsonNode positions = this.hub.read("/fingerprint").path("positions");
		assertThat(mark).endsWith(TakenPlan.mark(positions));
		assertThat(lines.getLast()).startsWith(positions.path(positions.size() - 1).path("topic").asString(), "0",
				positions.path(positions.size() - 1).path("nextOffset").asString());
	}

	@Test
	void datesAreOfTheBuddhistEraAndNoMoreExactThanTheSourceStatedThem() {
		assertThat(row("codi:training", "เริ่ม", "สิ้นสุด")).containsExactly("24 ม.ค. 2565", "26 ม.ค. 2565");
		long revision = this.training.getRevision();
		for (DatePrecision precision : DatePrecision.values()) {
			this.events.publish(ActivityRecorded.newBuilder(this.training)
				.setRevision(++revision)
				.setDatePrecision(precision)
				.build());
			assertThat(row("codi:training", "เริ่ม")).containsExactly(switch (precision) {
				case DAY -> "24 ม.ค. 2565";
				case MONTH -> "ม.ค. 2565";
				case QUARTER -> "ไตรมาส 2 ปีงบประมาณ พ.ศ. 2565";
				case FISCAL_YEAR -> "ปีงบประมาณ พ.ศ. 2565";
				case UNKNOWN -> "ราว 24 ม.ค. 2565";
			});
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "?province=20", "?zone=pacc-zone-2&fiscalYear=2565", "?agency=codi", "?kind=training" })
	void theTotalsAreThoseOfTheItemsInJson(String filter) throws IOException {
		List<JsonNode> items = this.plan.items(filter);
		assertThat(items).isNotEmpty();
		assertThat(sum(this.plan.items(""), "ALLOTTED")).isPositive();
		List<String> csv = this.plan.csv(filter).get(TITLE + 1 + items.size());
		List<String> xlsx = this.plan.xlsx(filter).get(TITLE + 1 + items.size());
		for (List<String> totals : List.of(csv, xlsx)) {
			assertThat(totals.getFirst()).isEqualTo("รวม " + items.size() + " รายการ");
			assertThat(baht(totals, "จัดสรร (บาท)")).isEqualTo(sum(items, "ALLOTTED"));
			assertThat(baht(totals, "เบิกจ่าย (บาท)")).isEqualTo(sum(items, "DISBURSED"));
			assertThat(baht(totals, "ส่งคืน (บาท)")).isEqualTo(sum(items, "RETURNED"));
			assertThat(baht(totals, "เงินที่ติดขัด (บาท)")).isEqualTo(sum(items,
					(item) -> item.path("blocked")
						.valueStream()
						.mapToLong((one) -> one.path("amountSatang").longValue())
						.sum()));
			assertThat(new BigDecimal(totals.get(column("เข้าร่วม (คน)"))))
				.isEqualByComparingTo(BigDecimal.valueOf(items.stream()
					.filter((item) -> item.path("sameAs").isNull())
					.mapToLong((item) -> item.path("participants").longValue(0))
					.sum()));
		}
		assertThat(this.plan.csv(filter)
			.subList(TITLE + 1, TITLE + 1 + items.size())
			.stream()
			.map((line) -> line.get(column("รหัส"))))
			.containsExactlyElementsOf(items.stream().map((item) -> item.path("id").asString()).toList());
	}

	@Test
	void nothingInATableIsRunAsAFormula() throws IOException {
		assertThat(row("codi:training", "กิจกรรม / จังหวะก้าว")).containsExactly("'" + FORMULA);
		try (ReadableWorkbook workbook = this.plan.workbook("?q=HYPERLINK");
				Stream<Row> rows = workbook.getFirstSheet().openStream()) {
			assertThat(rows.flatMap(Row::stream).filter((cell) -> cell != null && cell.getRawValue() != null))
				.isNotEmpty()
				.allSatisfy((cell) -> assertThat(cell.getType()).isIn(CellType.STRING, CellType.NUMBER))
				.anySatisfy((cell) -> assertThat(cell.asString()).isEqualTo(FORMULA));
		}
	}

	@Test
	void theWorkbookKeepsItsHeadingsInSightAndNamesThePositionsOnASheetOfItsOwn() throws IOException {
		try (ReadableWorkbook workbook = this.plan.workbook("?province=11")) {
			assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("แผนปฏิบัติการ", "ที่มา");
		}
		assertThat(this.plan.part("?province=11", "xl/worksheets/sheet1.xml", this.directory)).contains("ySplit=\"5\"",
				"state=\"frozen");
	}

	@Test
	void anActivityIsTheSameAllDayEventInEveryCalendar() {
		VEvent event = this.plan.event("", "codi:training@buranakan");
		assertThat(event.getSummary().getValue()).isEqualTo(FORMULA);
		assertThat(event.getSummary().getLanguage()).isEqualTo("th");
		assertThat(event.getDateStart().getValue().hasTime()).isFalse();
		assertThat(event.getDateStart().getValue().getRawComponents().toString()).contains("20220124");
		assertThat(event.getDateEnd().getValue().getRawComponents().toString()).contains("20220127");
		assertThat(event.getLocation().getValue()).startsWith("ศาลากลาง, ชั้น 2; ").contains("สมุทรปราการ");
		assertThat(event.getStatus().isConfirmed()).isTrue();
		assertThat(event.getSequence().getValue()).isEqualTo(2);
		assertThat(event.getLastModified().getValue().toInstant())
			.isEqualTo(this.training.getRecordedAt().truncatedTo(ChronoUnit.SECONDS));
		assertThat(this.plan.event("?lang=en", "codi:training@buranakan").getSummary().getValue())
			.isEqualTo("Training of leaders, Nam Chiao; day one");
		this.events.publish(
				ActivityRecorded.newBuilder(this.training).setRevision(4).setStatus(ActivityStatus.CANCELLED).build());
		assertThat(this.plan.event("", "codi:training@buranakan").getStatus().isCancelled()).isTrue();
	}

	@Test
	void theCalendarHasAnEventPerItemAndNoLineOfMoreThan75Octets() {
		List<JsonNode> items = this.plan.items("?province=11");
		byte[] file = this.hub.bytes("/api/v1/action-plan.ics?province=11");
		ICalendar calendar = Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
		assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
		assertThat(calendar.getEvents().stream().map((event) -> event.getUid().getValue())).containsExactlyElementsOf(
				items.stream().map((item) -> item.path("id").asString() + "@buranakan").toList());
		assertThat(new String(file, StandardCharsets.UTF_8).split("\r\n"))
			.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
		assertThat(items.stream().filter((item) -> item.path("type").asString().equals("MILESTONE"))).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "text/csv,text/csv", "text/calendar,text/calendar",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.openxmlformats",
			"application/json,application/json", "*/*,application/json",
			"'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',application/json" })
	void whoeverAsksByAcceptGetsTheSameAtTheAddressOfThePlan(String accept, String type) {
		HubClient.Answer answer = this.hub.ask("GET", "/api/v1/action-plan?province=20&fiscalYear=2565", "Accept",
				accept);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.type()).startsWith(type);
		assertThat(answer.headers().firstValue("content-disposition").orElse("")).isEqualTo(type.contains("json") ? ""
				: "attachment; filename=\"action-plan-2565-20-2022-02-07." + suffix(type) + "\"");
	}

	@ParameterizedTest
	@CsvSource({ "/action-plan.csv?zone=a%00,400", "/action-plan.xlsx?status=GONE,400", "/action-plan.csv?page=1,400",
			"/action-plan.ics?lang=de,400", "/action-plan.pdf,404" })
	void whatCannotBeServedIsAProblemAndNoFile(String path, int status) {
		HubClient.Answer answer = this.hub.ask("GET", "/api/v1" + path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertThat(answer.headers().firstValue("content-disposition").orElse("")).doesNotContain("attachment");
	}

	@Test
	void aZoneIsTheProvincesThatReferenceDataGivesIt() {
		assertThat(this.plan.items("?zone=pacc-zone-1")).hasSizeBetween(1, this.plan.items("").size() - 1)
			.allSatisfy((item) -> assertThat(item.path("where").values())
				.anySatisfy((place) -> assertThat(place.path("province").path("code").asString()).isIn("11", "19")));
		assertThat(this.hub.read("/activities?zone=pacc-zone-1").path("total").intValue()).isPositive()
			.isLessThan(this.hub.read("/activities").path("total").intValue());
		assertThat(this.plan.items("?zone=nobody")).isEmpty();
	}

	private List<String> row(String id, String... columns) {
		return this.plan.csv("?agency=codi")
			.stream()
			.filter((line) -> line.contains(id))
			.flatMap((line) -> Arrays.stream(columns).map((heading) -> line.get(column(heading))))
			.toList();
	}

	private int column(String heading) {
		if (this.headings.isEmpty()) {
			this.headings = this.plan.csv("?q=none").get(TITLE);
		}
		int column = this.headings.indexOf(heading);
		assertThat(column).as(heading).isNotNegative();
		return column;
	}

	private long baht(List<String> line, String heading) {
		return new BigDecimal(line.get(column(heading))).movePointRight(2).longValueExact();
	}

	private static long sum(List<JsonNode> items, String phase) {
		return sum(items,
				(item) -> item.path("money")
					.valueStream()
					.filter((amount) -> amount.path("phase").asString().equals(phase))
					.mapToLong((amount) -> amount.path("amountSatang").longValue())
					.sum());
	}

	private static long sum(List<JsonNode> items, ToLongFunction<JsonNode> part) {
		return items.stream().mapToLong(part).sum();
	}

	private static String suffix(String type) {
		return switch (type) {
			case "text/csv" -> "csv";
			case "text/calendar" -> "ics";
			default -> "xlsx";
		};
	}

}
