package org.buranakan.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The first page of the running hub, with the pilot's data, in a real browser. */
@TestMethodOrder(OrderAnnotation.class)
class PageIT {

	private static PilotRun run;

	@RegisterExtension
	private static final Browser browser = new Browser();

	@BeforeAll
	static void thePilotRuns() throws Exception {
		run = PilotRun.shared();
	}

	@Test
	void sevenAgenciesShareOnePlan() {
		// When
		Page page = browser.visit(run.page().toString());

		// Then
		assertThat(page.locator("html")).hasAttribute("lang", "th");
		assertThat(page.locator("[data-figure=agencies]")).hasText("7 หน่วยงาน");
		assertThat(page.locator("[data-figure=areas]")).hasText("50 พื้นที่โครงการ");
		assertThat(page.locator("[data-figure=provinces]")).hasText("4 จังหวัด");
		assertThat(page.locator("[data-figure=running]")).hasText("10 พื้นที่");
		assertThat(page.locator(".as-of")).containsText("7 ก.พ. 2565");
		assertThat(page.locator(".agency:not(.note)")).hasCount(7);
		assertThat(page.locator(".gantt .item").first()).isVisible();
	}

	@ParameterizedTest
	@CsvSource({ "สมุทรปราการ, 15, ยังไม่ขับเคลื่อน", "ตราด, 16, ขับเคลื่อนแล้ว 5", "ชลบุรี, 14, ยังไม่ขับเคลื่อน",
			"สระบุรี, 5, ขับเคลื่อนแล้ว 5" })
	void aProvinceShowsTheRecordsNumbers(String name, String areas, String running) {
		// When
		Page page = browser.visit(run.page().toString());

		// Then
		Locator province = province(page, name);
		assertThat(province.locator(".figure")).hasText(areas);
		assertThat(province.locator(".headline small")).hasText(running);
		assertThat(province.locator(".cell.in, .cell-button")).hasCount(Integer.parseInt(areas));
	}

	@Test
	void readersOfEnglishSwitchAndStay() {
		// Given
		Page page = browser.visit(run.page().toString());

		// When
		page.locator("[data-language=en]").click();

		// Then
		assertThat(page.locator("[data-figure=agencies]")).hasText("7 agencies");
		assertThat(page.locator(".as-of")).containsText("7 Feb 2022");
		page.reload();
		assertThat(page.locator("html")).hasAttribute("lang", "en");
		assertThat(page.locator("[data-figure=areas]")).hasText("50 programme areas");
	}

	@Test
	void whatIsNotFromTheRecordIsMarked() {
		// Given
		Page page = browser.visit(run.page().toString());

		// When
		Locator marks = page.locator(".gantt .item .basis");

		// Then
		assertThat(marks.filter(new FilterOptions().setHasText("ตัวอย่าง")).first()).isVisible();
		assertThat(marks.filter(new FilterOptions().setHasText("บันทึกประชุม")).first()).isVisible();
	}

	@Test
	void whatIsResolvedIsNeitherShownNorCountedAsMoreUntilItIsAskedFor() {
		// Given
		Page page = browser.visit(run.page().toString());
		Locator tally = page.locator("#findings .tally");
		assertThat(tally).containsText("คลี่คลายแล้ว");
		int standing = run.read("findings?status=OPEN&size=1").path("total").intValue()
				+ run.read("findings?status=ANSWERED&size=1").path("total").intValue();

		// When
		page.locator("#findings [data-focus=whole]").click();

		// Then
		assertThat(page.locator("#findings .finding")).hasCount(standing);
		page.locator("#findings [data-focus=history]").click();
		assertThat(page.locator("#findings .finding")).hasCount(run.read("findings?size=1").path("total").intValue());
	}

	@Test
	void aProvincesActivitiesAreThoseOfItsGroupAndOfSeveralProvinces() {
		// Given
		Page page = browser.visit(run.page() + "?province=19");
		int named = run.read("action-plan?province=19&size=500")
			.path("items")
			.valueStream()
			.filter((item) -> item.path("type").asString().equals("ACTIVITY"))
			.mapToInt((item) -> 1)
			.sum();

		// When
		Locator groups = page.locator(".lane h3 button small");

		// Then
		assertThat(groups).hasCount(2);
		assertThat(activities(groups.allInnerTexts())).isEqualTo(named)
			.isEqualTo(activities(run.read("areas/19").path("activities")));
	}

	@Test
	void anItemLeadsToItsSourceEvent() {
		// Given
		Page page = browser.visit(run.page().toString());
		// When
		page.locator(".gantt .item .title").first().click();
		// Then
		assertThat(page.locator("dialog .lineage")).containsText("agency.");
	}

	@Test
	void everyMonthOfTheFiscalYearShowsWhatTheTambonsHadReached() {
		// When
		Page page = browser.visit(run.page().toString());

		// Then
		Locator whole = page.locator("#progress .rollout-chart.of-all");
		assertThat(whole.locator("figcaption")).containsText("50 ตำบล");
		assertThat(whole.locator(".month-name")).hasText(new String[] { "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.",
				"เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย." });
		assertThat(page.locator("#progress .rollout-chart")).hasCount(5);
		assertThat(whole.locator(".latest .month-name")).hasText("ก.พ.");
		assertThat(whole.locator(".latest .stack b")
			.allInnerTexts()
			.stream()
			.mapToInt((tambons) -> Integer.parseInt(tambons.strip()))
			.sum()).isEqualTo(50);
		assertThat(page.locator("#progress .stage-table tbody tr")).hasCount(7);
	}

	@Test
	void whatIsLateIsInItsMonthAndLeadsToItsPlan() {
		// Given
		Page page = browser.visit(run.page().toString());
		int late = run.read("milestones?standing=LATE&size=1").path("total").intValue();
		assertThat(late).isPositive();

		// When
		Locator signs = page.locator(".month-strip button.standing-late");

		// Then
		assertThat(signs).hasCount(late);
		assertThat(page.locator(".named[data-list=late] li")).hasCount(late);
		assertThat(page.locator(".month-strip > li").filter(new FilterOptions().setVisible(true))).hasCount(12);
		signs.first().focus();
		page.keyboard().press("Enter");
		assertThat(page.locator("dialog .milestones")).isVisible();
	}

	@Test
	void onAPhoneNoPictureOfTheProgressIsWiderThanTheScreen() {
		// When
		Page page = browser.visit(run.page().toString());
		page.setViewportSize(375, 800);

		// Then
		assertThat(page.locator(".rollout-chart").first()).isVisible();
		assertThat(page.locator(".complaint-months")).isVisible();
		assertThat(page.evaluate("""
				[...document.querySelectorAll('#progress section, #progress figure, #progress ol')]
				    .every(part => part.getBoundingClientRect().right <= 375)""")).isEqualTo(true);
	}

	@Test
	void aFilterNarrowsThePlanAndStandsInTheAddress() {
		// Given
		Page page = browser.visit(run.page().toString());

		// When
		province(page, "ตราด").locator("[data-focus=focus]").click();

		// Then
		page.waitForURL("**/?province=23");
		assertThat(page.locator(".lane h3 button", new Page.LocatorOptions().setHasText("ชลบุรี"))).hasCount(0);
	}

	@Test
	void thePlanIsTakenAwayByTheFiltersThatAreChosen() {
		// Given
		Page page = browser.visit(run.page() + "?province=23&kind=training");
		Locator files = page.locator(".downloads a");
		assertThat(files).hasText(new String[] { "Excel", "CSV", "ปฏิทิน" });

		// When
		List<String> names = IntStream.range(0, 3)
			.mapToObj((file) -> page.waitForDownload(files.nth(file)::click).suggestedFilename())
			.toList();

		// Then
		assertThat(names).containsExactly("action-plan-2565-23-training-2022-02-07.xlsx",
				"action-plan-2565-23-training-2022-02-07.csv", "action-plan-2565-23-training-2022-02-07.ics");
	}

	@Test
	@Order(Integer.MAX_VALUE - 1)
	void theOfficerSeesWhereWhyAndWhatToDo() {
		// Given
		Page page = browser.visit(run.page().toString());
		browser.signIn(page, "officer", run.password("officer"));
		assertThat(page.locator("#person")).containsText("เจ้าหน้าที่");
		// When
		page.locator(".agency", new Page.LocatorOptions().setHasText("ปปท. เขต 1")).locator(".attention").click();
		// Then
		assertThat(page.locator("dialog .refusal")).hasCount(1);
		assertThat(page.locator("dialog .refusal h4")).not().isEmpty();
		assertThat(page.locator("dialog .remedy")).not().isEmpty();
		assertThat(page.locator("dialog dt").filter(new FilterOptions().setHasText("อยู่ที่"))).hasCount(1);
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void aCorrectedFileChangesThePageWithoutAReload() {
		// Given
		Page page = browser.visit(run.page().toString());
		Locator zone = page.locator(".agency", new Page.LocatorOptions().setHasText("ปปท. เขต 1"));
		assertThat(page.locator("#link-state")).hasAttribute("data-state", "live");
		assertThat(zone.locator(".attention")).isVisible();
		page.evaluate("window.unreloaded = true");

		// When
		List<?> written = new PilotData().writeCorrectedSpreadsheets("pacc-zone-1", run.inbox("pacc-zone-1"));

		// Then
		assertThat(written).isNotEmpty();
		assertThat(zone.locator(".clean")).isVisible();
		assertThat(page.evaluate("window.unreloaded")).isEqualTo(true);
	}

	private static int activities(List<String> tallies) {
		return tallies.stream()
			.map(Pattern.compile("(\\d+) กิจกรรม")::matcher)
			.filter(Matcher::find)
			.mapToInt((found) -> Integer.parseInt(found.group(1)))
			.sum();
	}

	private static int activities(JsonNode perStatus) {
		return perStatus.valueStream()
			.filter((status) -> !status.path("status").asString().equals("WITHDRAWN"))
			.mapToInt((status) -> status.path("count").intValue())
			.sum();
	}

	private static Locator province(Page page, String name) {
		return page.locator(".province", new Page.LocatorOptions().setHasText(name));
	}

}
