package org.buranakan.hub.person;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.buranakan.hub.HubApplication;
import org.buranakan.hub.overview.OnDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may sign in, said by a command beside a hub that runs. */
@OnDatabase
class PersonCommandIT {

	@Autowired
	private JdbcClient database;

	@Autowired
	private Environment environment;

	@LocalServerPort
	private int port;

	@Test
	void whereNobodyCanSignInTheCommandAddsAnAdministrator() throws Exception {
		// Given
		this.database.sql("DELETE FROM hub.person").update();
		// When
		Told added = command("add", "first", "--role", "administrator");
		// Then
		assertThat(added.code()).isZero();
		Visitor first = visitor().signsIn("first", added.text().strip());
		assertThat(first.get("/api/v1/people").json().path(0).path("changedBy").asString()).isEqualTo("command");
		assertThat(command("add", "first", "--role", "auditor")).satisfies((told) -> {
			assertThat(told.code()).isEqualTo(2);
			assertThat(told.text()).contains("มีผู้ใช้ชื่อนี้แล้ว", "There is one of that name already");
		});
		// When
		Told renewed = command("password", "first");
		// Then
		assertThat(first.get("/api/v1/people").status()).isEqualTo(401);
		visitor().signsIn("first", renewed.text().strip());
		assertThat(command("disable", "first").code()).isZero();
		assertThat(visitor().triesToSignIn("first", renewed.text().strip()).status()).isEqualTo(401);
		assertThat(command("list").text()).contains("first", "administrator", "disabled");
	}

	/** In a process of its own, with nothing but the hub's configuration. */
	private Told command(String... words) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), HubApplication.class.getName(), "person"));
		command.addAll(List.of(words));
		ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
		process.environment()
			.putAll(Map.of("SPRING_DATASOURCE_URL", property("url"), "SPRING_DATASOURCE_USERNAME", property("username"),
					"SPRING_DATASOURCE_PASSWORD", property("password")));
		Process started = process.start();
		String text = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Told(started.waitFor(), text);
	}

	private record Told(int code, String text) {

	}

	private String property(String name) {
		return String.valueOf(this.environment.getProperty("spring.datasource." + name));
	}

	private Visitor visitor() {
		return new Visitor(this.port);
	}

}
