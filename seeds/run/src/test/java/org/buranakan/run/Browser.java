package org.buranakan.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;

/** This machine's own Chromium, without a window. Keeps what pages complain about. */
final class Browser implements AutoCloseable {

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/snap/bin/chromium");

	private static final int PATIENCE_MILLIS = 60_000;

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	private final List<String> complaints = new ArrayList<>();

	private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	static Browser launch() {
		Path chromium = chromium().orElseThrow(() -> new IllegalStateException(
				"The page is tested in a real browser, and there is none on this machine: looked for " + PLACES
						+ " and $CHROMIUM. On Debian: apt-get install chromium fonts-thai-tlwg"));
		Playwright playwright = Playwright
			.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		return new Browser(playwright,
				playwright.chromium()
					.launch(new LaunchOptions().setExecutablePath(chromium)
						.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
								"--disable-background-networking", "--disable-component-update", "--disable-sync"))));
	}

	/** A page of a fresh visitor, wide as a desktop. */
	Page visit(String address) {
		Page page = this.browser.newPage();
		page.setDefaultTimeout(PATIENCE_MILLIS);
		page.onConsoleMessage((message) -> {
			if (message.type().equals("error") || message.type().equals("warning")) {
				this.complaints.add(message.text());
			}
		});
		page.onPageError(this.complaints::add);
		page.navigate(address);
		return page;
	}

	/** Signs a visitor in on the hub's page. */
	void signIn(Page page, String name, String password) {
		page.locator("#person button").click();
		page.locator("dialog input[name=name]").fill(name);
		page.locator("dialog input[name=password]").fill(password);
		page.locator("dialog .main").click();
	}

	/** Errors and warnings of all pages so far: scripts, policies, missing files. */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

	private static Optional<Path> chromium() {
		return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

}
