package org.buranakan.hub.person;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.hub.overview.ReadingHub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may what, and for how long. */
@OnDatabase
class SignInIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private JdbcClient database;

	@Autowired
	private People people;

	@Autowired
	private SecurityContextRepository sessions;

	@Autowired
	private Environment environment;

	@LocalServerPort
	private int port;

	private String password = "";

	@BeforeEach
	void somebodyOfEachRole() {
		this.password = Cast.entersAnew(this.events, this.people, this.database);
	}

	@ParameterizedTest
	@CsvSource({ "officer, codi, 403, 403", "coordinator, codi pacoc-11, 200, 403", "auditor, codi pacoc-11, 200, 403",
			"administrator, codi pacoc-11, 200, 200" })
	void eachRoleIsShownTheRefusedRowsThatItMayMendOrWatch(String name, String agencies, int ofAnother, int people) {
		for (Visitor visitor : new Visitor[] { visitor().signsIn(name, this.password), visitor() }) {
			String[] headers = visitor.cookies().isEmpty()
					? new String[] { "Authorization", Visitor.basic(name, this.password) } : new String[0];
			// When
			Visitor.Answer refusals = visitor.get("/api/v1/refusals", headers);
			// Then
			assertThat(refusals.status()).isEqualTo(200);
			assertThat(new TreeSet<>(refusals.json()
				.path("items")
				.valueStream()
				.map((row) -> row.path("agency").path("code").asString())
				.toList())).containsExactly(agencies.split(" "));
			assertThat(visitor.get("/api/v1/refusals?agency=codi", headers).status()).isEqualTo(200);
			assertThat(visitor.get("/api/v1/refusals?agency=pacoc-11", headers).status()).isEqualTo(ofAnother);
			assertThat(visitor.get("/api/v1/rejections?agency=pacoc-11", headers).status()).isEqualTo(ofAnother);
			assertThat(visitor.get("/api/v1/people", headers).status()).isEqualTo(people);
		}
	}

	@Test
	void thePublicSeesThePlanWithoutACookieAndHowManyRowsAreRefusedButNotWhich() {
		// Given
		Visitor visitor = visitor();
		// When
		Visitor.Answer agencies = visitor.get("/api/v1/agencies");
		visitor.get("/");
		assertThat(visitor.get("/api/v1/session").json().path("person").isNull()).isTrue();
		// Then
		assertThat(visitor.cookies()).isEmpty();
		assertThat(agencies.json()
			.valueStream()
			.filter((agency) -> agency.path("id").asString().equals("codi"))
			.map((agency) -> agency.path("refusals").intValue())).containsExactly(1);
		for (String path : new String[] { "/api/v1/refusals", "/api/v1/rejections", "/api/v1/people" }) {
			Visitor.Answer refused = visitor.get(path);
			assertThat(refused.status()).isEqualTo(401);
			assertThat(refused.code()).isEqualTo("not-signed-in");
			assertThat(refused.json().path("detailTh").asString()).contains("เข้าสู่ระบบ");
			assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
			assertThat(visitor.get(path, "X-Requested-With", "page").header("WWW-Authenticate"))
				.as("no browser asks by itself")
				.isEmpty();
		}
	}

	@Test
	void aSessionIsACookieThatScriptsAndOtherSitesCannotUseAndEndsWhenToldTo() {
		// Given
		Visitor visitor = visitor();
		// When
		Visitor.Answer begun = visitor.triesToSignIn(" Officer", this.password);
		// Then
		assertThat(begun.json().path("person").path("name").asString()).isEqualTo("officer");
		assertThat(begun.json().path("person").path("agency").asString()).isEqualTo("codi");
		assertThat(begun.header("Set-Cookie")).startsWith("SESSION=").contains("HttpOnly", "SameSite=Lax");
		assertThat(visitor.get("/api/v1/session").json()).isEqualTo(begun.json());
		// When
		String cookie = "SESSION=" + visitor.cookies().getFirst().getValue();
		assertThat(visitor.send("DELETE", "/api/v1/session", "").status()).isEqualTo(204);
		// Then
		assertThat(visitor().get("/api/v1/refusals", "Cookie", cookie).status()).isEqualTo(401);
	}

	@Test
	void anotherHubOfTheSameDatabaseKnowsTheSession() {
		// Given
		Visitor visitor = visitor().signsIn("auditor", this.password);
		String cookie = "SESSION=" + visitor.cookies().getFirst().getValue();
		Map<String, Object> same = Map.of("spring.config.name", "hub", "hub.intake.registry", "http://127.0.0.1/",
				"spring.datasource.url", property("url"), "spring.datasource.username", property("username"),
				"spring.datasource.password", property("password"));
		try (ConfigurableApplicationContext other = new SpringApplicationBuilder(ReadingHub.class).properties(same)
			.run("--server.port=0")) {
			int otherPort = Integer.parseInt(String.valueOf(other.getEnvironment().getProperty("local.server.port")));
			// Then
			assertThat(new Visitor(otherPort).get("/api/v1/refusals", "Cookie", cookie).status()).isEqualTo(200);
		}
	}

	private String property(String name) {
		return String.valueOf(this.environment.getProperty("spring.datasource." + name));
	}

	@Test
	void whoeverSignsInWhileThePasswordIsReplacedIsOutAsWell() {
		// Given
		Account asTried = this.people.find("auditor").orElseThrow();
		// When
		this.people.renewPassword("auditor", "test");
		MockHttpServletRequest request = new MockHttpServletRequest();
		SecurityContext late = new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(asTried, null, asTried.getAuthorities()));
		this.sessions.saveContext(late, request, new MockHttpServletResponse());
		// Then
		assertThat(this.sessions.loadDeferredContext(request).get().getAuthentication()).isNull();
	}

	@Test
	void aNameThatNobodyCanHaveIsWrongLikeAnyOther() {
		for (String name : new String[] { "a\u0000", "", " ", "\u212Aanya", "x".repeat(100_000) }) {
			Visitor.Answer answer = visitor().triesToSignIn(name, this.password);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.code()).isEqualTo("sign-in-failed");
		}
	}

	@Test
	void aSessionThatNobodyUsesEnds() {
		// Given
		Visitor visitor = visitor().signsIn("auditor", this.password);
		String older = "UPDATE hub.spring_session SET last_access_time = last_access_time - :millis";
		this.database.sql(older).param("millis", Duration.ofMinutes(119).toMillis()).update();
		assertThat(visitor.get("/api/v1/refusals").status()).as("two hours have not passed").isEqualTo(200);
		// When
		this.database.sql(older).param("millis", Duration.ofMinutes(121).toMillis()).update();
		// Then
		assertThat(visitor.get("/api/v1/refusals").status()).isEqualTo(401);
	}

	@Test
	void behindAServerThatSpeaksHttpsTheCookieIsForHttpsAlone() {
		Visitor visitor = visitor();
		Visitor.Answer begun = visitor
			.send(visitor.request("/api/v1/session", "Content-Type", "application/json", "X-Forwarded-Proto", "https")
				.POST(HttpRequest.BodyPublishers.ofString("""
						{"name": "auditor", "password": "%s"}""".formatted(this.password))));
		assertThat(begun.header("Set-Cookie")).contains("; Secure");
	}

	@Test
	void noFormOfAnotherSiteCanSignAnybodyInOrMakeAPassword() {
		Visitor administrator = visitor().signsIn("administrator", this.password);
		for (String path : new String[] { "/api/v1/session", "/api/v1/people/officer/password" }) {
			for (String type : new String[] { "text/plain", "application/x-www-form-urlencoded",
					"multipart/form-data; boundary=x" }) {
				Visitor.Answer answer = administrator.send(administrator.request(path, "Content-Type", type)
					.POST(HttpRequest.BodyPublishers.ofString("{}")));
				assertThat(answer.status()).isEqualTo(415);
			}
		}
		assertThat(
				administrator
					.send(administrator
						.request("/api/v1/session", "Origin", "https://elsewhere.example",
								"Access-Control-Request-Method", "DELETE")
						.method("OPTIONS", HttpRequest.BodyPublishers.noBody()))
					.header("Access-Control-Allow-Origin"))
			.isEmpty();
	}

	@Test
	void whatIsAskedForBehindTheDoorIsCheckedAsBeforeIt() {
		Visitor auditor = visitor().signsIn("auditor", this.password);
		for (String parameter : new String[] { "code=%01", "agency=co%00di", "size=0", "colour=red" }) {
			Visitor.Answer answer = auditor.get("/api/v1/rejections?" + parameter);
			assertThat(answer.status()).as(parameter).isEqualTo(400);
			assertThat(answer.code()).isEqualTo("bad-parameter");
		}
	}

	private Visitor visitor() {
		return new Visitor(this.port);
	}

}
