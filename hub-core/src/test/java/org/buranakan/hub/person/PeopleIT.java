package org.buranakan.hub.person;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator says of people, and what is kept of it. */
@OnDatabase
class PeopleIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private JdbcClient database;

	@Autowired
	private People people;

	@LocalServerPort
	private int port;

	private String password = "";

	@BeforeEach
	void somebodyOfEachRole() {
		this.password = Cast.entersAnew(this.events, this.people, this.database);
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
	void administratorsDoNotTakeTheirOwnRoleAway(Role role, boolean disabled, String parameter) {
		// Given
		Visitor administrator = visitor().signsIn("administrator", this.password);
		this.people.add(new Person("another", "อีกคน", Role.ADMINISTRATOR, null), "test");
		Cast.sharePassword(this.database);
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
		administrator.send("POST", "/api/v1/people", """
				{"name": "Somsri@example.go.th", "displayName": "สมศรี", "role": "OFFICER", "agency": "codi"}""");
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
		Visitor.Answer answer = administrator.send("POST", "/api/v1/people",
				json.replace('\'', '"').replaceFirst("\\{", "{\"name\": \"somebody\", "));
		// Then
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("bad-parameter");
		assertThat(answer.json().path("parameter").asString("")).isEqualTo(parameter);
		assertThat(administrator.get("/api/v1/people").json()).hasSize(4);
		assertThat(administrator.send("POST", "/api/v1/people/somebody/password", "{}").status()).isEqualTo(404);
	}

	@Test
	void whatIsSaidOfAPersonIsKeptWithWhoSaidIt() {
		// Given
		Visitor administrator = visitor().signsIn("administrator", this.password);
		String somsri = """
				{"name": "somsri", "displayName": "สมศรี", "role": "AUDITOR"}""";
		assertThat(administrator.send("POST", "/api/v1/people", somsri).status()).isEqualTo(200);
		// When
		Visitor.Answer again = administrator.send("POST", "/api/v1/people", somsri.replace("AUDITOR", "ADMINISTRATOR"));
		Visitor.Answer nobody = administrator.send("PUT", "/api/v1/people/nobody", somsri);
		administrator.send("POST", "/api/v1/people/somsri/password", "{}");
		administrator.send("PUT", "/api/v1/people/somsri", """
				{"displayName": "สมศรี", "role": "AUDITOR", "disabled": true}""");
		administrator.send("PUT", "/api/v1/people/somsri", """
				{"displayName": "สมศรี ใจดี", "role": "COORDINATOR"}""");
		// Then
		assertThat(again.json().path("parameter").asString()).isEqualTo("name");
		assertThat(nobody.status()).isEqualTo(404);
		assertThat(administrator.get("/api/v1/people/nobody/changes").status()).isEqualTo(404);
		assertThat(administrator.get("/api/v1/people/somsri/changes")
			.json()
			.valueStream()
			.map((change) -> change.path("role").asString() + change.path("disabled") + change.path("newPassword")
					+ change.path("changedBy").asString()))
			.containsExactly("COORDINATORtruefalseadministrator", "AUDITORtruefalseadministrator",
					"AUDITORfalsetrueadministrator", "AUDITORfalsefalseadministrator");
	}

	@Test
	void whoCapturesTheOutboxReadsNoPasswordAndNoSession() {
		String readers = """
				SELECT rolname FROM pg_roles WHERE NOT rolsuper AND rolname <> current_user AND rolname !~ '^pg_'
				AND has_table_privilege(rolname, '%s', 'SELECT')""";
		assertThat(this.database.sql(readers.formatted("hub.outbox")).query(String.class).list()).isNotEmpty();
		for (String table : new String[] { "person", "person_change", "spring_session", "spring_session_attributes" }) {
			assertThat(this.database.sql(readers.formatted("hub." + table)).query(String.class).list()).as(table)
				.isEmpty();
		}
	}

	@Test
	void aPasswordThatAnAdministratorReplacesIsNotReplacedByWhoTypedTheOldOne() {
		// Given
		Account asTyped = this.people.find("auditor").orElseThrow();
		String renewed = this.people.renewPassword("auditor", "administrator");
		// When
		boolean chosen = this.people.choosePassword(asTyped, "ประชาชนร่วมใจ 2565");
		// Then
		assertThat(chosen).isFalse();
		visitor().signsIn("auditor", renewed);
	}

	private Visitor visitor() {
		return new Visitor(this.port);
	}

}
