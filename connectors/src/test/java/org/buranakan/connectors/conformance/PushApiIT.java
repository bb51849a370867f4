package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the push API answers to whom. */
class PushApiIT {

	private static final String ITEM = """
			{"type": "activity", "รหัส": "%s", "ชื่อ": "อบรม", "พื้นที่": "%s", "วันที่": "24/01/2565"}""";

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private Path folder;

	private JoinedAgency agency;

	private RunningConnector connector;

	@BeforeEach
	void start() throws IOException {
		this.agency = new JoinedAgency(this.folder, "push: activity");
		Map<String, Object> settings = this.agency.settings();
		settings.put("buranakan.push.largest-request", "2KB");
		settings.put("buranakan.push.most-items", "100");
		this.connector = RunningConnector.start(settings);
	}

	@AfterEach
	void stop() {
		this.connector.close();
	}

	@Test
	void onlyTheBearersOwnAgencyIsHeardAndOnlyInWellFormedPieces() throws Exception {
		assertProblem(post("/v1/events", "Basic x", "{}"), 401, "unauthenticated");
		assertProblem(post("/v1/events", "Bearer wrong", "{}"), 401, "unauthenticated");
		assertProblem(post("/v1/events?agency=codi", bearer(), "{}"), 403, "foreign-agency");
		assertProblem(post("/v1/events", bearer(), "{\"agency\": \"codi\"}"), 403, "foreign-agency");
		assertProblem(post("/v1/events", bearer(), "{\"agency\": \"codi\", \"items\": [{}]}"), 403, "foreign-agency");
		assertProblem(post("/v1/events", bearer(), "{}".repeat(101)), 413, "too-many-items");
		assertProblem(post("/v1/events", bearer(), "{\"type\": "), 400, "malformed");
		assertProblem(post("/v1/events", bearer(), "[]"), 400, "empty");
		assertProblem(post("/v1/events", bearer(), " ".repeat(2049)), 413, "too-large");
		assertProblem(post("/v1/verification", bearer(), ""), 404, "no-database");
		assertThat(this.agency.published()).isEmpty();
	}

	@Test
	void everyItemHasItsResultInOrderAndTheOfficerSeesWhatIsRefused() throws Exception {
		// When
		HttpResponse<String> response = post("/v1/events", bearer(),
				ITEM.formatted("A-1", "110103") + "\n" + ITEM.formatted("A-2", "999999") + "\n{\"type\": \"deed\"}\n");
		// Then
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		JsonNode results = JsonMapper.shared().readTree(response.body()).path("results");
		assertThat(results).extracting((result) -> result.path("outcome").asString())
			.containsExactly("applied", "refused", "refused");
		JsonNode refusal = results.path(1).path("refusals").path(0);
		assertThat(refusal.path("code").asString()).isEqualTo("area-unknown");
		assertThat(refusal.path("pointer").asString()).isEqualTo("/1/พื้นที่");
		assertThat(refusal.path("offered").asString()).isEqualTo("999999");
		assertThat(refusal.path("reason").path("th").asString()).matches(".*\\p{IsThai}.*").doesNotContain("999999");
		assertThat(refusal.path("remedy").path("en").asString()).isNotBlank();
		assertThat(results.path(2).path("refusals").path(0).path("code").asString()).isEqualTo("source-unknown");
		JsonNode open = JsonMapper.shared().readTree(get("/v1/refusals").body()).path("items");
		assertThat(open).singleElement()
			.satisfies((item) -> assertThat(item.path("offered").asString()).isEqualTo("999999"))
			.satisfies((item) -> assertThat(item.path("place").asString()).isEqualTo("/1/พื้นที่"));
	}

	@Test
	void whoseProfileTakesNoFilesIsToldWhatItTakesAndNothingIsRecorded() throws Exception {
		// When
		HttpResponse<String> response = post("/v1/files?name=a.csv", bearer(), "x");
		// Then
		assertProblem(response, 404, "no-files");
		assertThat(response.body()).contains("POST /v1/events", "แบบฟอร์ม").doesNotContain("database");
		assertThat(this.agency.refused()).isEmpty();
		assertThat(get("/v1/forms").body()).contains("\"files\":false");
	}

	@Test
	void anItemWhoseKeyCannotBeReadIsAnsweredAndLeavesNothingOpen() throws Exception {
		// When
		HttpResponse<String> response = post("/v1/events", bearer(), ITEM.formatted("มี ช่องว่าง", "110103"));
		// Then
		assertThat(response.body()).contains("key-unusable");
		assertThat(JsonMapper.shared().readTree(get("/v1/refusals").body()).path("items")).isEmpty();
		assertThat(this.agency.refused()).isEmpty();
	}

	private static void assertProblem(HttpResponse<String> response, int status, String code) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(response.body());
		assertThat(problem.path("code").asString()).isEqualTo(code);
		assertThat(problem.path("titleTh").asString()).matches(".*\\p{IsThai}.*");
	}

	private String bearer() {
		return "Bearer " + this.agency.token();
	}

	private HttpResponse<String> post(String path, String authorization, String body) throws Exception {
		return send(request(path, authorization).POST(HttpRequest.BodyPublishers.ofString(body)).build());
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path, bearer()).build());
	}

	private HttpRequest.Builder request(String path, String authorization) {
		return HttpRequest.newBuilder(this.connector.address().resolve(path)).header("Authorization", authorization);
	}

	private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
