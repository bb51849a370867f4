package org.buranakan.run;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page where there is no mouse to hover with, and little room. */
class PhoneIT {

	private static final int WIDTH = 375;

	private static PilotRun run;

	@RegisterExtension
	private static final Browser browser = new Browser();

	@BeforeAll
	static void thePilotRuns() throws Exception {
		run = PilotRun.shared();
	}

	@ParameterizedTest
	@ValueSource(strings = { "th", "en" })
	void thePageIsNoWiderThanTheScreen(String language) {
		// Given
		Page page = browser.visit(run.page().toString());
		page.setViewportSize(WIDTH, 800);

		// When
		page.locator("[data-language=" + language + "]").click();

		// Then
		assertThat(page.locator("html")).hasAttribute("lang", language);
		for (String part : new String[] { ".province", ".complaint-months", ".gantt .item", "#findings .finding",
				"#money .phases", ".agency:not(.note)", "#proof" }) {
			assertThat(page.locator(part).first()).isVisible();
		}
		assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
			.as(() -> "What reaches beyond: " + page.evaluate(
					"""
							[...document.querySelectorAll('body *')]
							    .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
							    .map(part => `${part.tagName}.${part.className} ${Math.round(part.getBoundingClientRect().right)}`)
							    .slice(0, 40).join('\\n')"""))
			.isLessThanOrEqualTo(WIDTH);
	}

	@Test
	void whatTheComplaintsChartShowsIsReadAndHeardWithoutHovering() {
		// Given
		JsonNode january = run.read("complaints").path("months").path(3).path("figures");
		assertThat(january.path("received").intValue()).isPositive();

		// When
		Page page = browser.visit(run.page().toString());

		// Then
		var month = page.locator(".complaint-months > li").nth(3);
		assertThat(month.locator(".complaint-numbers b")).hasText(january.path("received").toString());
		assertThat(month.locator(".of-resolved")).hasText(january.path("resolved").toString());
		assertThat(month.locator(".of-pending")).hasText(january.path("pending").toString());
		assertThat(month.locator(".sr")).containsText("ค้าง " + january.path("pending"));
		assertThat(page.locator(".breakdown dd").filter(new FilterOptions().setHasText("แก้แล้ว")).first()).isVisible();
	}

}
