package org.buranakan.pilot;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the meeting record of 24 January 2565 says is in the data, and marked so. */
class MeetingRecordTests {

	private static final String RUNNING = "ขับเคลื่อนแล้ว";

	private static final Pattern CODI_AREA = Pattern.compile("\"area\": \"(\\d{6})\", \"stage\": \"([^\"]+)\"");

	private final PilotData pilot = new PilotData();

	@ParameterizedTest
	@CsvSource({ "11, 15, 0", "20, 14, 0", "23, 16, 5", "19, 5, 5" })
	void provincesHaveTheRecordedAreasAndOfThemTheRecordedOnesRun(String province, int areas, int running) {
		Map<String, String> centre = centreAreas(province);
		Map<String, String> codi = CODI_AREA.matcher(this.pilot.codiRows())
			.results()
			.filter((area) -> area.group(1).startsWith(province))
			.collect(Collectors.toMap((area) -> area.group(1), (area) -> area.group(2)));
		assertThat(centre).hasSize(areas);
		assertThat(centre.keySet()).isEqualTo(codi.keySet());
		assertThat(centre.values().stream().filter(RUNNING::equals)).hasSize(running);
		assertThat(codi.values().stream().filter(RUNNING::equals)).hasSize(running);
		assertThat(new ReferenceData().codes("area")).containsAll(centre.keySet());
	}

	@Test
	void samutPrakanVisitsAllItsAreasAndAppointsACommitteeInEach() {
		assertThat(areasOf("11", "ประเภท", "ลงพื้นที่")).isEqualTo(new TreeSet<>(centreAreas("11").keySet()));
		assertThat(areasOf("11", "ประเภท", "ตั้งคณะกรรมการพื้นที่"))
			.isEqualTo(new TreeSet<>(centreAreas("11").keySet()));
		assertThat(items("11").filter(is("ประเภท", "จัดทำแผนพื้นที่"))).hasSize(15)
			.allSatisfy((plan) -> assertThat(plan.path("ถึงวันที่").asString()).isEqualTo("31/01/2565"));
		assertThat(items("11").filter(is("ประเภท", "ตั้งคณะทำงานจังหวัด"))).hasSize(1);
	}

	@Test
	void tratReviewsItsFiveRunningAreasAndExpandsToOthersOnly() {
		Set<String> running = centreAreas("23").entrySet()
			.stream()
			.filter((area) -> area.getValue().equals(RUNNING))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(areasOf("23", "category", "ทบทวนองค์ความรู้")).isEqualTo(running);
		assertThat(areasOf("23", "category", "ขยายพื้นที่")).isNotEmpty()
			.doesNotContainAnyElementsOf(running)
			.allMatch(centreAreas("23")::containsKey);
	}

	@Test
	void chonburiHasOpenedPageFormAndChatAndSignsInJanuary() {
		assertThat(items("20").filter(is("category", "เปิดช่องทางร้องทุกข์"))).hasSize(3)
			.allSatisfy((channel) -> assertThat(channel.path("status").asString()).isEqualTo("เสร็จสิ้น"));
		assertThat(items("20").filter(is("type", "count")).map((count) -> count.path("channel").asString()).distinct())
			.containsExactlyInAnyOrder("เพจ", "แบบฟอร์มออนไลน์", "แชต");
		assertThat(items("20").filter(is("category", "ลงนามความร่วมมือ"))).singleElement().satisfies((signing) -> {
			assertThat(signing.path("finish").asString()).isEqualTo("31/01/2565");
			assertThat(signing.path("dateDetail").asString()).isEqualTo("เดือน");
		});
	}

	@Test
	void saraburiHasAMechanismInEachOfItsAreas() {
		assertThat(areasOf("19", "ประเภท", "กลไกตำบล")).isEqualTo(new TreeSet<>(centreAreas("19").keySet()));
	}

	@Test
	void trainingOfBothZonesIsHeldUpAsRecorded() {
		assertThat(blocked("pacc-zone-1", "ระเบียบการเบิกจ่ายค่าใช้จ่ายในการฝึกอบรม")).hasSize(2)
			.allMatch((row) -> row.contains("บันทึกการประชุม") && row.contains("จัดสรร"));
		assertThat(blocked("pacc-zone-2", "เบิกจ่ายไม่ได้ตามระเบียบฝึกอบรม")).hasSize(2)
			.allMatch((row) -> row.contains("บันทึกการประชุม") && row.contains("จัดสรร"));
	}

	@Test
	void everyRowSaysWhetherItIsRecordedOrIllustration() {
		Set<String> bases = Set.of("บันทึกการประชุม", "ตัวอย่างประกอบ");
		assertThat(Stream.of("11", "19", "20", "23").flatMap(this::items)).isNotEmpty()
			.allMatch((item) -> bases.contains(item.path("ที่มาของข้อมูล").asString(""))
					|| bases.contains(item.path("dataSource").asString("")));
		assertThat(this.pilot.codiRows()
			.lines()
			.filter((line) -> line.startsWith("    ('"))
			.filter((line) -> bases.stream().noneMatch((basis) -> line.contains("'" + basis + "'")))).isEmpty();
	}

	@Test
	void aPartnerOfTheJointPlanHasNotAgreedYetAndAgreesLater() {
		assertThat(items("23").filter(is("type", "agreement"))).isEmpty();
		assertThat(this.pilot.laterPushes("pacoc-23")
			.stream()
			.flatMap(MeetingRecordTests::items)
			.filter(is("opinion", "เห็นชอบ"))).hasSize(1);
	}

	private Map<String, String> centreAreas(String province) {
		return items(province).filter((item) -> item.has("เลขแผน") || item.has("planNo"))
			.flatMap((plan) -> Stream.concat(elements(plan.path("พื้นที่")), elements(plan.path("areas"))))
			.collect(Collectors.toMap((area) -> area.path("รหัสตำบล").asString("") + area.path("code").asString(""),
					(area) -> area.path("ขั้น").asString("") + area.path("stage").asString("")));
	}

	private Set<String> areasOf(String province, String field, String kind) {
		return items(province).filter(is(field, kind))
			.flatMap((item) -> Stream.concat(elements(item.path("รหัสตำบล")), elements(item.path("areas"))))
			.map(JsonNode::asString)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Stream<JsonNode> items(String province) {
		return this.pilot.pushes("pacoc-" + province).stream().flatMap(MeetingRecordTests::items);
	}

	private static Stream<JsonNode> items(Push push) {
		return elements(JsonMapper.shared().readTree(push.json()).path("items"));
	}

	private static Stream<JsonNode> elements(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false);
	}

	private static Predicate<JsonNode> is(String field, String value) {
		return (item) -> item.path(field).asString("").equals(value);
	}

	private static List<List<String>> blocked(String agency, String restriction) {
		return Table.of(agency, "budget").rows().stream().filter((row) -> row.contains(restriction)).toList();
	}

}
