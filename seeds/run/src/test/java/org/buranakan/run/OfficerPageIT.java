package org.buranakan.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page on which an agency's officer hands in data, in a real browser. */
class OfficerPageIT {

	private static PilotRun run;

	@RegisterExtension
	private static final Browser browser = new Browser(401);

	@TempDir
	private Path folder;

	@BeforeAll
	static void thePilotRuns() throws Exception {
		run = PilotRun.shared();
	}

	@Test
	void aFileIsAnsweredAtOnceAndComesBackWithTheRefusedCellMarked() throws Exception {
		// Given
		Page page = enter("pacc-zone-2");
		Path file = activities();
		// When
		page.locator("#file").setInputFiles(file);
		// Then
		assertThat(page.locator("#result .counts .bad dd")).hasText("1");
		Locator refusal = page.locator("#result .refusals li");
		assertThat(refusal).hasCount(1);
		assertThat(refusal).containsText("G10");
		assertThat(refusal).containsText("200199");
		// And
		Download download = page.waitForDownload(() -> page.locator("#marked").click());
		assertThat(download.suggestedFilename()).endsWith(".xlsx").startsWith(String.valueOf(file.getFileName()));
		assertThat(entries(download.path())).anyMatch((name) -> name.contains("comments"));
	}

	private Path activities() throws IOException {
		return new PilotData().writeSpreadsheets("pacc-zone-2", this.folder)
			.stream()
			.filter((path) -> path.toString().contains("activities"))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void whereNothingIsRefusedAnyMoreThePageSaysSoInsteadOfSavingTheAnswer() throws Exception {
		// Given
		Page page = enter("pacc-zone-2");
		page.locator("#file").setInputFiles(activities());
		page.locator("#marked").waitFor();
		page.route("**/v1/files*",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody("""
						{"applied": 0, "unchanged": 1, "refused": 0, "events": 0, "ignoredSheets": [], "refusals": [],
						 "unlisted": 0, "vanished": {"withdrawn": 0, "staying": []},
						 "layout": {"totals": 0, "sections": 0, "blank": 0, "hidden": 0, "hiddenSheets": []}}""")));
		// When
		page.locator("#marked").click();
		// Then
		assertThat(page.locator("#result .well")).isVisible();
		assertThat(page.locator("#result .refusals")).hasCount(0);
	}

	@Test
	void whoHasNothingAtAllFillsInAFormAndIsToldWhatIsWrongWithIt() throws IOException {
		// Given
		Page page = enter("pacoc-19");
		page.locator("#forms button", new Page.LocatorOptions().setHasText("เรื่องร้องทุกข์")).click();
		// When
		page.locator("#entry .main").click();
		// Then
		assertThat(page.locator("#entry-result .problem"))
			.containsText("รหัสหรือเลขที่ของรายการ, พื้นที่, ช่องทางรับเรื่อง, ตั้งแต่วันที่, ถึงวันที่");
		assertThat(page.locator("#open .well")).isVisible();
		// Given
		fill(page, "เลขที่", "ฟอร์ม-1");
		fill(page, "บันทึกเมื่อ", "5 ก.พ. 2565");
		fill(page, "รหัสตำบล", "ไม่มีที่นี่");
		page.locator("#entry select[name='ช่องทาง']").selectOption("page");
		fill(page, "ตั้งแต่วันที่", "1 ม.ค. 2565");
		fill(page, "ถึงวันที่", "31 ม.ค. 2565");
		fill(page, "รับเรื่อง", "2");
		page.locator("#entry select[name='สถานะ']").selectOption("นับแล้ว");
		page.locator("#entry select[name='ที่มาของข้อมูล']").selectOption("ตัวอย่างประกอบ");
		// When
		page.locator("#entry .main").click();
		// Then
		assertThat(page.locator("#entry label.wrong")).containsText("รหัสตำบล");
		assertThat(page.locator("#open .refusals")).containsText("ไม่พบพื้นที่");
		// And
		fill(page, "รหัสตำบล", "19");
		page.locator("#entry .main").click();
		assertThat(page.locator("#entry-result .well")).isVisible();
		assertThat(page.locator("#open .well")).isVisible();
	}

	@Test
	void aFormSpeaksToOfficersWhateverTheirSystemCallsItsFields() throws IOException {
		// When
		Page page = enter("pacoc-20");
		// Then
		assertThat(page.locator("#who")).containsText("ศูนย์ปฏิบัติการต่อต้านการทุจริตจังหวัดชลบุรี");
		assertThat(page.locator("#file-card")).isHidden();
		assertThat(page.locator("#forms button").first()).hasText("กิจกรรม (activity)");
		Locator begin = page.locator("#entry label", new Page.LocatorOptions().setHasText("วันที่เริ่ม *"));
		assertThat(begin).containsText("เช่น 1 มี.ค. 2565 หรือ 01/03/2565 · ชื่อในระบบของหน่วยงาน: begin");
		assertThat(page.locator("#entry label:has([name='updatedAt']) .star")).hasCount(0);
		assertThat(page.locator("#entry select[name='host'] option[value='pacc-zone-2']"))
			.hasText("สำนักงาน ปปท. เขต 2");
		fill(page, "begin", "1 มี.ค. 2565");
		page.locator("#entry select[name='host']").selectOption("pacc-zone-2");
		// When
		page.locator("#language").click();
		// Then
		assertThat(page.locator("#entry input[name='begin']")).hasValue("1 มี.ค. 2565");
		assertThat(page.locator("#entry select[name='host']")).hasValue("pacc-zone-2");
		assertThat(page.locator("#who")).containsText("Provincial Anti-Corruption Operation Centre");
		assertThat(page.locator("#entry label:has([name='begin'])")).containsText("Starts on *");
		assertThat(page.locator("#entry select[name='category'] option[value='ลงนามความร่วมมือ']"))
			.hasText("Memorandum signed");
	}

	@Test
	void aFileThatIsNoneOfTheAgencysIsSetAsideByItsOfficer() throws IOException {
		// Given
		Page page = enter("pacc-zone-2");
		page.locator("#file").setInputFiles(Files.writeString(this.folder.resolve("notes.txt"), "x"));
		Locator refused = page.locator("#open .refusals li", new Page.LocatorOptions().setHasText("notes.txt"));
		assertThat(refused).hasCount(1);
		// When
		refused.locator("button").click();
		// Then
		assertThat(refused).hasCount(0);
	}

	@Test
	void whoseDatabaseIsReadIsOfferedNoUpload() throws IOException {
		// When
		Page page = enter("codi");
		// Then
		assertThat(page.locator("#database")).isVisible();
		assertThat(page.locator("#file-card")).isHidden();
		assertThat(page.locator("#form-card")).isHidden();
	}

	@Test
	void aWrongTokenIsSaidAndEnglishIsASwitchAway() {
		// Given
		Page page = browser.visit(run.push().toString());
		page.locator("#language").click();
		// When
		page.locator("#token").fill("not the token of anybody");
		page.locator("#token-form .main").click();
		// Then
		assertThat(page.locator("#token-problem")).hasText("The token is not valid.");
	}

	private static Page enter(String agency) throws IOException {
		Page page = browser.visit(run.push().toString());
		page.locator("#token").fill(run.token(agency));
		page.locator("#token-form .main").click();
		assertThat(page.locator("#who")).containsText(" · " + agency);
		return page;
	}

	private static void fill(Page page, String name, String value) {
		page.locator("#entry input[name='" + name + "']").fill(value);
	}

	private static java.util.List<String> entries(Path zip) throws IOException {
		java.util.List<String> names = new java.util.ArrayList<>();
		try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
			for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		return names;
	}

}
