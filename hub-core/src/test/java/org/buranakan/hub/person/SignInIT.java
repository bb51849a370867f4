package org.buranakan.hub.person;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.hub.overview.ReadingHub;
import org.buranakan.pilot.PilotData;
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

import static org.assertj.core.api.Assertions.assertThat;

/** Who may what, and for how long. */
@OnDatabase
class SignInIT {

	private static final String REFUSED = """
			INSERT INTO hub.refusal (log_id, place_key, log_offset, at, agency, source_kind, system, container, place, code,
			    reason_th, remedy_th, resolved)
			SELECT min(id), agency || ' row 7', 0, now(), agency, 'SPREADSHEET', 'sheets', 'plan.xlsx', 'row 7', 'bad-date', 'ก', 'ข', false
			FROM hub.log WHERE agency IN ('codi', 'pacoc-11') GROUP BY agency""";

	/** To hash one takes long on purpose. */
	private static final String SAME_PASSWORD = """
			UPDATE hub.person SET password = (SELECT password FROM hub.person WHERE name = 'officer')""";

	@Autowired
	private FoldedEvents events;

	@Autowired
	private JdbcClient database;

	@Autowired
	private People people;

	@Autowired
	private Environment environment;

	@LocalServerPort
	private int port;

	private String password = "";

	@BeforeEach
	void somebodyOfEachRole() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
		this.database.sql("DELETE FROM hub.person").update();
		this.database.sql("DELETE FROM hub.spring_session").update();
		this.database.sql("DELETE FROM hub.refusal").update();
		this.database.sql("INSERT INTO hub.log (topic, topic_id, agency, family) VALUES "
				+ "('agency.codi.refused', 'x', 'codi', 'refused'), ('agency.pacoc-11.refused', 'y', 'pacoc-11', 'refused') ON CONFLICT DO NOTHING")
			.update();
		this.database.sql(REFUSED).update();
		this.people.put(new Person("officer", "เจ้าหน้าที่", Role.OFFICER, "codi"), false, "test");
		for (Role role : new Role[] { Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR }) {
			this.people.put(new Person(role.name().toLowerCase(Locale.ROOT), "ผู้ทดสอบ", role, null), false, "test");
		}
		this.password = this.people.renewPassword("officer", "test");
		this.database.sql(SAME_PASSWORD).update();
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
	void whatAnAdministratorSaysHoldsAtOnceForSessionsThatAreOpen() {
		// Given
		Visitor administrator = visitor().signsIn("administrator", this.password);
		Visitor auditor = visitor().signsIn("auditor", this.password);
		assertThat(auditor.get("/api/v1/refusals?agency=codi").status()).isEqualTo(200);
		// When
		assertThat(administrator.send("PUT", "/api/v1/people/auditor", """
				{"displayName": "ผู้ตรวจ", "role": "OFFICER", "agency": "pacoc-11"}""").status()).isEqualTo(200);
		// Then
		assertThat(auditor.get("/api/v1/refusals?agency=codi").status()).isEqualTo(403);
		// When
		administrator.send("PUT", "/api/v1/people/auditor", """
				{"displayName": "ผู้ตรวจ", "role": "OFFICER", "agency": "pacoc-11", "disabled": true}""");
		// Then
		assertThat(auditor.get("/api/v1/refusals").status()).isEqualTo(401);
		assertThat(visitor().triesToSignIn("auditor", this.password).code()).isEqualTo("sign-in-failed");
		assertThat(administrator.get("/api/v1/people").json().path(1).path("changedBy").asString())
			.isEqualTo("administrator");
	}

	@ParameterizedTest
	@CsvSource({ "COORDINATOR, false, role", "ADMINISTRATOR, true, disabled" })
	void anAdministratorIsAlwaysLeft(Role role, boolean disabled, String parameter) {
		// Given
		Visitor administrator = visitor().signsIn("administrator", this.password);
		this.people.put(new Person("another", "อีกคน", Role.ADMINISTRATOR, null), false, "test");
		this.database.sql(SAME_PASSWORD).update();
		String stepsBack = """
				{"displayName": "ก", "role": "%s", "disabled": %s}""".formatted(role, disabled);
		// When
		Visitor.Answer refused = administrator.send("PUT", "/api/v1/people/Administrator", stepsBack);
		// Then
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().path("parameter").asString()).isEqualTo(parameter);
		assertThat(administrator.get("/api/v1/people").status()).isEqualTo(200);
		// When
		Visitor another = visitor().signsIn("another", this.password);
		assertThat(another.send("PUT", "/api/v1/people/administrator", stepsBack).status()).isEqualTo(200);
		// Then
		assertThat(administrator.get("/api/v1/people").status()).isIn(401, 403);
	}

	@Test
	void aNewPersonGetsAPasswordThatIsToldOnceAndMayChooseAnother() {
		// Given
		Visitor administrator = visitor().signsIn("administrator", this.password);
		administrator.send("PUT", "/api/v1/people/Somsri@example.go.th", """
				{"displayName": "สมศรี", "role": "OFFICER", "agency": "codi"}""");
		String made = administrator.send("POST", "/api/v1/people/somsri@example.go.th/password", "{}")
			.json()
			.path("password")
			.asString();
		Visitor person = visitor().signsIn("somsri@example.go.th", made);
		// When
		Visitor.Answer weak = person.send("PUT", "/api/v1/session/password", """
				{"current": "%s", "chosen": "short"}""".formatted(made));
		Visitor.Answer wrong = person.send("PUT", "/api/v1/session/password", """
				{"current": "guessed", "chosen": "ประชาชนร่วมใจ 2565"}""");
		// Then
		assertThat(weak.code()).isEqualTo("bad-parameter");
		assertThat(wrong.code()).isEqualTo("sign-in-failed");
		// When
		assertThat(person.send("PUT", "/api/v1/session/password", """
				{"current": "%s", "chosen": "ประชาชนร่วมใจ 2565"}""".formatted(made)).status()).isEqualTo(204);
		// Then
		assertThat(person.get("/api/v1/refusals").status()).as("sessions end").isEqualTo(401);
		assertThat(visitor().triesToSignIn("somsri@example.go.th", made).status()).isEqualTo(401);
		visitor().signsIn("somsri@example.go.th", "ประชาชนร่วมใจ 2565");
		assertThat(this.database.sql("SELECT password FROM hub.person WHERE name = 'somsri@example.go.th'")
			.query(String.class)
			.single()).startsWith("{bcrypt}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '#',
			value = { "{'displayName': 'ก', 'role': 'OFFICER'} | agency",
					"{'displayName': 'ก', 'role': 'OFFICER', 'agency': 'nobody'} | agency",
					"{'displayName': 'ก', 'role': 'AUDITOR', 'agency': 'codi'} | agency",
					"{'displayName': ' ', 'role': 'AUDITOR'} | displayName", "{'role': 'AUDITOR'} | displayName",
					"{'displayName': 'ก'} | role", "{'displayName': 'ก', 'role': 'KING'} | ##", "{ | ##" })
	void whatMakesNoPersonIsSaidAndNobodyIsAdded(String json, String parameter) {
		// Given
		Visitor administrator = visitor().signsIn("administrator", this.password);
		// When
		Visitor.Answer answer = administrator.send("PUT", "/api/v1/people/somebody", json.replace('\'', '"'));
		// Then
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("bad-parameter");
		assertThat(answer.json().path("parameter").asString("")).isEqualTo(parameter);
		assertThat(administrator.get("/api/v1/people").json()).hasSize(4);
		assertThat(administrator.send("POST", "/api/v1/people/somebody/password", "{}").status()).isEqualTo(404);
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

	private Visitor visitor() {
		return new Visitor(this.port);
	}

}
