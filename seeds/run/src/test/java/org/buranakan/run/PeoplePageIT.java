package org.buranakan.run;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Signing in on the page, in a real browser. */
class PeoplePageIT {

	private static PilotRun run;

	@RegisterExtension
	private static final Browser browser = new Browser(401, 400);

	@BeforeAll
	static void thePilotRuns() throws Exception {
		run = PilotRun.shared();
	}

	@Test
	void whoIsNobodyReadsThePlanAndIsToldHowManyRowsAreToBeCorrected() {
		// Given
		Page page = browser.visit(run.page().toString());
		assertThat(page.locator("#person")).hasText("เข้าสู่ระบบ");
		// When
		page.locator(".agency .attention").first().click();
		// Then
		assertThat(page.locator("dialog h2")).hasText("เข้าสู่ระบบ");
		assertThat(page.locator("dialog .refusal")).hasCount(0);
		assertThat(page.locator("dialog input[name=name]")).isFocused();
	}

	@Test
	void aWrongPasswordIsSaidInTheReadersLanguageAndNothingTypedIsLost() {
		// Given
		Page page = browser.visit(run.page() + "?lang=en");
		// When
		browser.signIn(page, "officer", "guessed");
		// Then
		assertThat(page.locator("dialog .problem")).containsText("Name or password is wrong");
		assertThat(page.locator("dialog input[name=name]")).hasValue("officer");
		// When
		page.locator("dialog input[name=password]").fill(run.password("officer"));
		page.locator("dialog .main").click();
		// Then
		assertThat(page.locator("#person")).containsText("Officer");
		assertThat(page.locator("dialog")).not().isVisible();
		// And
		page.reload();
		assertThat(page.locator("#person")).containsText("Officer");
		assertThat(page.locator(".agency h3").first()).containsText("zone 1");
		page.locator("#person button").click();
		page.locator("dialog .actions button").last().click();
		assertThat(page.locator("#person")).hasText("Sign in");
	}

	@Test
	void anAdministratorAddsAnOfficerWhoChangesThePasswordAndIsLetInUntilDisabled() {
		// Given
		Page office = browser.visit(run.page().toString());
		browser.signIn(office, "administrator", run.password("administrator"));
		office.locator("#person button").click();
		office.locator("dialog .actions button").first().click();
		assertThat(office.locator(".people li")).hasCount(4);
		Locator adding = office.locator("dialog form").last();
		// When
		adding.locator("input[name=name]").fill("สมศรี");
		adding.locator("input[name=displayName]").fill("สมศรี ใจดี");
		adding.locator("select[name=agency]").selectOption("pacoc-23");
		adding.locator(".main").click();
		// Then
		assertThat(adding.locator(".problem")).containsText("ตัวอักษรอังกฤษพิมพ์เล็ก");
		// When
		adding.locator("input[name=name]").fill("auditor");
		adding.locator(".main").click();
		// Then
		assertThat(adding.locator(".problem")).containsText("มีผู้ใช้ชื่อนี้แล้ว");
		// When
		adding.locator("input[name=name]").fill("somsri");
		adding.locator(".main").click();
		// Then
		assertThat(office.locator(".people li")).hasCount(5);
		String made = office.locator("dialog .told code").innerText();
		Page home = browser.visit(run.page().toString());
		browser.signIn(home, "Somsri", made);
		assertThat(home.locator("#person")).containsText("สมศรี ใจดี");
		// When
		home.locator("#person button").click();
		home.locator("dialog input[name=current]").fill(made);
		home.locator("dialog input[name=chosen]").fill("ประชาชนร่วมใจ 2565");
		home.locator("dialog .main").click();
		// Then
		assertThat(home.locator("dialog [role=alert]").first()).containsText("เปลี่ยนรหัสผ่านแล้ว");
		home.locator("dialog input[name=name]").fill("somsri");
		home.locator("dialog input[name=password]").fill("ประชาชนร่วมใจ 2565");
		home.locator("dialog .main").click();
		assertThat(home.locator("#person")).containsText("สมศรี ใจดี");
		// When
		Locator row = office.locator(".people li", new Page.LocatorOptions().setHasText("สมศรี"));
		row.locator("summary").click();
		row.locator(".actions button").last().click();
		// Then
		assertThat(row.locator("summary")).containsText("ระงับอยู่");
		home.reload();
		assertThat(home.locator("#person")).hasText("เข้าสู่ระบบ");
	}

}
