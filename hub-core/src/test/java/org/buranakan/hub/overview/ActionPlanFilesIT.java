package org.buranakan.hub.overview;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.LocalizedText;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionPlanFilesIT {

	/** Lines above the headings. */
	private static final int TITLE = 5;

	@Autowired
	private FoldedEvents events;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	private TakenPlan plan = new TakenPlan(this.hub);

	private List<String> headings = List.of();

	private final ActivityRecorded training = GeneratedPlan.training();

	@BeforeAll
	void publish() {
		this.hub = new HubClient(this.port);
		this.plan = new TakenPlan(this.hub);
		GeneratedPlan.publish(this.events);
	}

	@Test
	void theTableHasThaiHeadingsAndSaysWhatItIsAndOfWhichState() {
		List<List<String>> lines = this.plan.csv("?fiscalYear=2565&zone=pacc-zone-1");
		assertThat(lines.getFirst()).first().asString().startsWith("แผนปฏิบัติการบูรณาการ");
		assertThat(lines.get(1)).first().isEqualTo("เฉพาะ: ปีงบประมาณ พ.ศ. 2565 · เขตพื้นที่ของ สำนักงาน ปปท. เขต 1");
		assertThat(lines.get(2)).first().asString().startsWith("ข้อมูล ณ วันทำการ 7 ก.พ. 2565 · จัดทำเมื่อ ");
		assertThat(lines.get(TITLE)).contains("ผู้รับผิดชอบ", "จังหวัด", "เริ่ม", "จัดสรร (บาท)", "เบิกจ่าย (บาท)",
				"เข้าร่วม (คน)");
		assertThat(lines.get(3)).first().asString().startsWith("เงิน: เฉพาะที่ผูกกับกิจกรรมในตาราง");
	}

	@Test
	void whoeverHasAFileAloneCanRecomputeTheMarkOfTheStateThatItIsOf() throws IOException {
		List<String> read = TakenPlan.lines(this.hub.read("/fingerprint").path("positions"));
		List<String> csv = this.plan.csv("?kind=training").stream().map(List::getFirst).toList();
		try (ReadableWorkbook workbook = this.plan.workbook("?kind=training")) {
			List<String> sheet = workbook.getSheet(1)
				.orElseThrow()
				.read()
				.stream()
				.map((row) -> row.getCellText(0))
				.toList();
			assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("แผนปฏิบัติการ", "ที่มา");
			for (List<String> column : List.of(csv, sheet)) {
				List<String> positions = column.stream()
					.filter((line) -> line.matches("(agency|audit|hub)\\.\\S+ \\S+ \\d+ \\d+"))
					.toList();
				assertThat(positions).isEqualTo(read);
				assertThat(csv.get(TITLE - 1)).endsWith(": " + TakenPlan.mark(positions));
			}
		}
	}

	@Test
	void reportsOfOneActivityCountOnceWhicheverOfThemTheFilterKeeps() throws IOException {
		// Given a lead's activity that two others report as well
		ActivityRecorded lead = reported("codi:joint", "codi", "200101", 100, null);
		this.events.publish(lead, reported("pacoc-20:b", "pacoc-20", "110103", 80, "codi:joint"),
				reported("pacc-zone-1:a", "pacc-zone-1", "110103", 90, "codi:joint"));
		// Then
		assertThat(total("?q=ร่วมสามฝ่าย")).containsExactly("รวม 3 รายการ (1 กิจกรรม)", "100");
		assertThat(total("?q=ร่วมสามฝ่าย&agency=pacoc-20")).containsExactly("รวม 1 รายการ (1 กิจกรรม)", "80");
		assertThat(total("?q=ร่วมสามฝ่าย&province=11")).containsExactly("รวม 2 รายการ (1 กิจกรรม)", "90");
		assertThat(this.plan.items(URI.create("?q=ร่วมสามฝ่าย&province=11").toASCIIString())
			.stream()
			.map((item) -> item.path("id").asString() + " " + item.path("counted").asString()))
			.containsExactly("pacc-zone-1:a true", "pacoc-20:b false");
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
	@ValueSource(strings = { "", "?zone=pacc-zone-2&fiscalYear=2565", "?agency=codi" })
	void theTotalsAreThoseOfTheItemsInJson(String filter) throws IOException {
		List<JsonNode> items = this.plan.items(filter);
		assertThat(items).isNotEmpty();
		assertThat(filter.isEmpty() && sum(items, "ALLOTTED") == 0).isFalse();
		List<List<String>> lines = this.plan.csv(filter);
		List<String> csv = lines.get(TITLE + 1 + items.size());
		List<String> xlsx = this.plan.xlsx(filter).get(TITLE + 1 + items.size());
		for (List<String> totals : List.of(csv, xlsx)) {
			long activities = items.stream().filter((item) -> item.path("counted").booleanValue()).count();
			assertThat(totals.getFirst()).isEqualTo("รวม " + items.size() + " รายการ (" + activities + " กิจกรรม)");
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
					.filter((item) -> item.path("counted").booleanValue())
					.mapToLong((item) -> item.path("participants").longValue(0))
					.sum()));
		}
		assertThat(lines.subList(TITLE + 1, TITLE + 1 + items.size()).stream().map((line) -> line.get(column("รหัส"))))
			.containsExactlyElementsOf(items.stream().map((item) -> item.path("id").asString()).toList());
	}

	@Test
	void nothingInATableIsRunAsAFormula() throws IOException {
		assertThat(row("codi:training", "กิจกรรม / จังหวะก้าว")).containsExactly("'" + GeneratedPlan.FORMULA);
		try (ReadableWorkbook workbook = this.plan.workbook("?q=HYPERLINK");
				Stream<Row> rows = workbook.getFirstSheet().openStream()) {
			assertThat(rows.flatMap(Row::stream).filter((cell) -> cell != null && cell.getRawValue() != null))
				.isNotEmpty()
				.allSatisfy((cell) -> assertThat(cell.getType()).isIn(CellType.STRING, CellType.NUMBER))
				.anySatisfy((cell) -> assertThat(cell.asString()).isEqualTo(GeneratedPlan.FORMULA));
		}
	}

	@Test
	void theNameOfAFileHasAllOfItsFilters() {
		assertThat(disposition("?status=DONE&from=2022-01-01&to=2022-02-01&province=11"))
			.contains("filename=\"action-plan-11-DONE-from-2022-01-01-to-2022-02-01-2022-02-07.csv\"");
		assertThat(URLDecoder.decode(disposition("?q=%E0%B8%99%E0%B9%89%E0%B8%B3%20%2F.."), StandardCharsets.UTF_8))
			.contains("filename*=UTF-8''action-plan-น้ำ-2022-02-07.csv");
	}

	private String disposition(String filter) {
		return this.hub.ask("GET", "/api/v1/action-plan.csv" + filter)
			.headers()
			.firstValue("content-disposition")
			.orElseThrow();
	}

	private ActivityRecorded reported(String id, String agency, String area, long participants,
			@Nullable String sameAs) {
		return ActivityRecorded.newBuilder(this.training)
			.setEntityId(id)
			.setAgency(agency)
			.setTitle(new LocalizedText("ร่วมสามฝ่าย", null))
			.setAreas(List.of(area))
			.setParticipants(participants)
			.setSameAs(sameAs)
			.build();
	}

	private List<String> total(String filter) throws IOException {
		List<String> line = this.plan.xlsx(URI.create(filter).toASCIIString())
			.stream()
			.filter((cells) -> cells.getFirst().startsWith("รวม "))
			.findFirst()
			.orElseThrow();
		return List.of(line.getFirst(), line.get(column("เข้าร่วม (คน)")));
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
		assertThat(this.hub.ask("GET", "/api/v1/action-plan?zone=nobody").status()).isEqualTo(400);
	}

	private List<String> row(String id, String... columns) {
		return this.plan.csv("?q=HYPERLINK")
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
