package org.buranakan.run;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;

import org.buranakan.pilot.PilotData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every answer of the officers' port is as its {@code /openapi.json} says. */
class PushAnswersIT {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final String JSON = "application/json";

	private static PilotRun run;

	private static ApiDocument document;

	@TempDir
	private Path folder;

	@BeforeAll
	static void thePilotRuns() throws Exception {
		run = PilotRun.shared();
		HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(run.push().resolve("/openapi.json")).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(answer.headers().firstValue("content-type")).hasValue(JSON);
		document = new ApiDocument(answer.body());
	}

	@ParameterizedTest
	@CsvSource({ "forms, pacoc-20, 200", "forms, pacc-zone-1, 200", "forms, , 401", "refusals, pacc-zone-2, 200",
			"refusals, codi, 200", "refusals?agency=codi, pacoc-20, 403", "refusals, , 401", "state, codi, 200",
			"state, pacoc-20, 200", "state, , 401", "verification, codi, 200", "verification, pacoc-20, 404" })
	void whatIsAskedForIsAnsweredAsDocumented(String path, @Nullable String agency, int status) throws Exception {
		answersAsDocumented("GET", path, agency, JSON, new byte[0], status);
	}

	@Test
	void whatIsPushedIsAnsweredAsDocumented() throws Exception {
		String known = JsonMapper.shared()
			.readTree(new PilotData().pushes("pacoc-23").getFirst().json())
			.path("items")
			.path(1)
			.toString();
		assertThat(push(known, "pacoc-23", 200)).contains("unchanged").doesNotContain("applied");
		assertThat(push(known.replace("230108", "nowhere"), "pacoc-23", 200)).contains("refused");
		push("{", "pacoc-23", 400);
		push("", "pacoc-23", 400);
		push("{\"agency\": \"codi\"}", "pacoc-23", 403);
		push(known, null, 401);
		assertThat(answersAsDocumented("GET", "refusals", "pacoc-23", JSON, new byte[0], 200).body())
			.contains("nowhere");
	}

	@Test
	void aFileIsAnsweredAsDocumented() throws Exception {
		Path file = new PilotData().writeSpreadsheets("pacc-zone-2", this.folder)
			.stream()
			.filter((path) -> path.toString().contains("activities"))
			.findFirst()
			.orElseThrow();
		byte[] bytes = Files.readAllBytes(file);
		String name = "files?name=" + file.getFileName();
		assertThat(answersAsDocumented("POST", name, "pacc-zone-2", JSON, bytes, 200).body()).contains("G10");
		answersAsDocumented("POST", name, "pacc-zone-2",
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes, 200);
		answersAsDocumented("POST", "files", "pacc-zone-2", JSON, bytes, 400);
		answersAsDocumented("POST", name, "pacoc-20", JSON, bytes, 404);
		answersAsDocumented("POST", name, null, JSON, bytes, 401);
		answersAsDocumented("DELETE", "files?name=never.xlsx", "pacc-zone-2", JSON, new byte[0], 404);
		answersAsDocumented("DELETE", "files", "pacc-zone-2", JSON, new byte[0], 400);
	}

	@Test
	void aComparisonIsBegunAsDocumented() throws Exception {
		answersAsDocumented("POST", "verification", "codi", JSON, new byte[0], 202);
		answersAsDocumented("POST", "verification", "pacoc-20", JSON, new byte[0], 404);
	}

	@Test
	void aTokenIsGivenAsDocumented() throws Exception {
		assertThat(token("client_credentials", run.token("pacoc-20"), 200)).contains("access_token");
		token("client_credentials", "wrong", 401);
		token("password", run.token("pacoc-20"), 400);
	}

	private static String push(String body, @Nullable String agency, int status) throws Exception {
		return answersAsDocumented("POST", "events", agency, JSON, body.getBytes(StandardCharsets.UTF_8), status)
			.body();
	}

	private static String token(String grant, String secret, int status) throws Exception {
		String login = Base64.getEncoder().encodeToString(("pacoc-20:" + secret).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest.newBuilder(run.push().resolve("/oauth2/token"))
			.header("Authorization", "Basic " + login)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=" + URLEncoder.encode(grant, StandardCharsets.UTF_8)))
			.build();
		return asDocumented("post", "/oauth2/token", request, status).body();
	}

	private static HttpResponse<String> answersAsDocumented(String method, String path, @Nullable String agency,
			String accept, byte[] body, int status) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(run.push().resolve(URI.create("/v1/" + path)))
			.header("Accept", accept + ", application/problem+json")
			.header("Content-Type", path.startsWith("files") ? "application/octet-stream" : JSON)
			.method(method, (body.length > 0) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		if (agency != null) {
			request.header("Authorization", "Bearer " + run.token(agency));
		}
		return asDocumented(method.toLowerCase(java.util.Locale.ROOT), "/v1/" + path.replaceAll("\\?.*", ""),
				request.build(), status);
	}

	private static HttpResponse<String> asDocumented(String method, String path, HttpRequest request, int status)
			throws IOException, InterruptedException {
		HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		assertThat(answer.statusCode()).as("%s: %s", answer.uri(), answer.body()).isEqualTo(status);
		document.holds(Objects.requireNonNull(document.operations(method).get(path)), answer, answer.body());
		return answer;
	}

}
