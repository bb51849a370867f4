package org.buranakan.hub.person;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.hub.overview.ReadingHub;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A provider says who somebody is; what that person may is the hub's to say. */
@SpringBootTest(classes = ReadingHub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=hub", "hub.intake.registry=http://127.0.0.1/",
				"hub.sign-in.provider.client-id=hub", "hub.sign-in.provider.client-secret=" + Provider.SECRET,
				"hub.sign-in.provider.name-claim=sub", "hub.sign-in.provider.label=บัญชีของหน่วยงาน" })
@ContextConfiguration(initializers = OnDatabase.NewDatabase.class)
class ProviderSignInIT {

	private static final Provider PROVIDER = new Provider();

	private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient browser = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.followRedirects(HttpClient.Redirect.ALWAYS)
		.build();

	@Autowired
	private People people;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void issuer(DynamicPropertyRegistry properties) {
		properties.add("hub.sign-in.provider.issuer", PROVIDER::issuer);
	}

	@AfterAll
	static void theProviderStops() {
		PROVIDER.close();
	}

	@BeforeEach
	void oneOfThemIsAPerson() {
		PROVIDER.sendsBackTo(this.port);
		Person known = new Person(Provider.KNOWN, "สมศรี", Role.AUDITOR, null);
		if (this.people.find(Provider.KNOWN).isEmpty()) {
			this.people.add(known, "test");
		}
		this.people.change(known, false, "test");
	}

	@Test
	void whoeverTheProviderVouchesForIsThePersonOfThatNameHere() {
		// Given
		JsonNode offered = session().path("provider");
		assertThat(offered.path("label").asString()).isEqualTo("บัญชีของหน่วยงาน");
		// When
		URI arrived = signIn(offered.path("address").asString(), Provider.KNOWN);
		// Then
		assertThat(arrived).isEqualTo(hub("/"));
		assertThat(session().path("person").path("role").asString()).isEqualTo("AUDITOR");
		assertThat(session().path("hasPassword").booleanValue()).isFalse();
		assertThat(get(hub("/api/v1/refusals")).statusCode()).isEqualTo(200);
		// When
		this.people.change(new Person(Provider.KNOWN, "สมศรี", Role.AUDITOR, null), true, "test");
		// Then
		assertThat(session().path("person").isNull()).isTrue();
		assertThat(signIn(offered.path("address").asString(), null).getQuery()).isEqualTo("signIn=unknown-person");
	}

	@Test
	void aSessionThatSomebodyPlantedBeforeIsNotThePersons() {
		// Given
		HttpResponse<String> form = get(hub("/oauth2/authorization/provider"));
		String planted = sessionId();
		// When
		signIn(form, Provider.KNOWN);
		// Then
		assertThat(session().path("person").path("name").asString()).isEqualTo(Provider.KNOWN);
		assertThat(sessionId()).isNotEqualTo(planted);
		String cookie = "SESSION=" + planted;
		assertThat(send(HttpRequest.newBuilder(hub("/api/v1/refusals")).header("Cookie", cookie),
				HttpClient.newHttpClient())
			.statusCode()).isEqualTo(401);
	}

	private String sessionId() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("SESSION"))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElseThrow();
	}

	@Test
	void whomNobodyAddedIsToldSoAndIsNotLetIn() {
		// When
		URI arrived = signIn("/oauth2/authorization/provider", Provider.UNKNOWN);
		// Then
		assertThat(arrived).isEqualTo(hub("/?signIn=unknown-person"));
		assertThat(session().path("person").isNull()).isTrue();
		assertThat(get(hub("/api/v1/refusals")).statusCode()).isEqualTo(401);
	}

	@Test
	void anAnswerThatNobodyAskedForIsRefused() {
		assertThat(get(hub("/login/oauth2/code/provider?code=stolen&state=forged")).uri())
			.isEqualTo(hub("/?signIn=failed"));
	}

	/**
	 * As a browser does it.
	 * @param name null for whom the provider knows already
	 * @return where the browser is in the end
	 */
	private URI signIn(String start, @Nullable String name) {
		HttpResponse<String> answer = get(hub(start));
		return (name != null) ? signIn(answer, name) : answer.uri();
	}

	private URI signIn(HttpResponse<String> answer, String name) {
		Matcher forgery = FORGERY.matcher(answer.body());
		assertThat(forgery.find()).as(answer.body()).isTrue();
		String form = "username=%s&password=%s&_csrf=%s".formatted(encoded(name), Provider.PASSWORD,
				encoded(forgery.group(1)));
		return send(HttpRequest.newBuilder(answer.uri())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))).uri();
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private JsonNode session() {
		return JsonMapper.shared().readTree(get(hub("/api/v1/session")).body());
	}

	private URI hub(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private HttpResponse<String> get(URI address) {
		return send(HttpRequest.newBuilder(address));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return send(request, this.browser);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request, HttpClient browser) {
		return browser.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
	}

}
