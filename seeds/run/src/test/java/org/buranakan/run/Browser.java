package org.buranakan.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * This machine's own Chromium, without a window, for the tests of a class. What pages
 * complain about (scripts, policies, missing files) fails the test that caused it.
 */
final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/snap/bin/chromium");

	private static final int PATIENCE_MILLIS = 60_000;

	private final List<String> provoked;

	private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

	private @Nullable Playwright playwright;

	private com.microsoft.playwright.@Nullable Browser browser;

	/**
	 * Starts with the first test of the class.
	 * @param provoked the statuses that its tests bring about on purpose, of which
	 * browsers complain
	 */
	Browser(int... provoked) {
		this.provoked = IntStream.of(provoked).mapToObj((status) -> "status of " + status).toList();
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		Path chromium = chromium().orElseThrow(() -> new IllegalStateException(
				"The page is tested in a real browser, and there is none on this machine: looked for " + PLACES
						+ " and $CHROMIUM. On Debian: apt-get install chromium fonts-thai-tlwg"));
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
		Playwright created = Playwright
			.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.playwright = created;
		this.browser = created.chromium()
			.launch(new LaunchOptions().setExecutablePath(chromium)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Objects.requireNonNull(this.browser).contexts().forEach(BrowserContext::close);
		List<String> heard = List.copyOf(this.complaints);
		this.complaints.clear();
		assertThat(heard).allMatch((complaint) -> this.provoked.stream().anyMatch(complaint::contains));
	}

	@Override
	public void afterAll(ExtensionContext context) {
		if (this.playwright != null) {
			this.playwright.close();
		}
	}

	/** A page of a fresh visitor, wide as a desktop. */
	Page visit(String address) {
		Page page = Objects.requireNonNull(this.browser).newPage();
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

	private static Optional<Path> chromium() {
		return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

}
