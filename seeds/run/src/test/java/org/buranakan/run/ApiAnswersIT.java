package org.buranakan.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every answer of the pilot's hub is as {@code /openapi.json} says. */
class ApiAnswersIT {

	private static final String STREAM = "text/event-stream";

	/** Signed in, so that what is not for everybody is answered too. */
	private static final HttpClient HTTP = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private static final Map<String, String> IDS = new HashMap<>();

	private static PilotRun run;

	private static ApiDocument document;

	@BeforeAll
	static void thePilotRuns() throws IOException {
		run = PilotRun.shared();
		assertThat(signIn(run.password("administrator")).statusCode()).isEqualTo(200);
		document = new ApiDocument(body(ask("GET", "/openapi.json", "*/*")));
		for (String list : List.of("plans", "activities", "findings")) {
			IDS.put("/api/v1/" + list + "/{id}",
					run.read(list + "?size=1").path("items").path(0).path("id").asString());
		}
		IDS.put("/api/v1/plans/{id}/course", IDS.getOrDefault("/api/v1/plans/{id}", ""));
		IDS.put("/api/v1/agencies/{id}", "codi");
		IDS.put("/api/v1/areas/{code}", "11");
		IDS.put("/api/v1/areas/{code}/rollout", "11");
		IDS.put("/api/v1/cuts/{id}", "latest");
		IDS.put("/api/v1/replays/{id}", "1");
		IDS.put("/api/v1/people/{name}/changes", "officer");
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> ask("POST", "/api/v1/cuts", "*/*").statusCode() < 300
					&& ask("POST", "/api/v1/replays", "*/*").statusCode() < 300);
	}

	@AfterAll
	static void itEnds() {
		// Streams never end by themselves.
		HTTP.shutdownNow();
	}

	static Stream<Map.Entry<String, JsonNode>> operations() {
		return document.operations("get").entrySet().stream();
	}

	@ParameterizedTest
	@MethodSource("operations")
	void whatIsAskedForIsAnsweredAsDocumented(Map.Entry<String, JsonNode> operation) throws IOException {
		String path = filled(operation.getKey());
		for (String type : ApiDocument.types(operation.getValue(), "200")) {
			answersAsDocumented(operation.getValue(), path, type, 200);
			// Files know filters alone, which are asked for at addresses of their own.
			if (ApiDocument.types(operation.getValue(), "200").getFirst().equals(type)) {
				everyParameter(operation.getValue(), (name, parameter) -> {
					JsonNode example = parameter.path("example");
					if (!example.isMissingNode()) {
						answersAsDocumented(operation.getValue(), path + query(name, example.asString()), type, 200);
					}
				});
			}
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void theViewAsItWasIsAnsweredAsDocumented(Map.Entry<String, JsonNode> operation) {
		everyParameter(operation.getValue(), (name, parameter) -> {
			if (name.equals("asOf")) {
				String path = filled(operation.getKey()) + query(name, "latest");
				Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
					HttpResponse<InputStream> answer = ask("GET", path, "application/json, */*;q=0.5");
					document.holds(operation.getValue(), answer, body(answer));
					assertThat(answer.statusCode()).isIn(200, 503);
					return answer.statusCode() == 200;
				});
				answersAsDocumented(operation.getValue(), filled(operation.getKey()) + query(name, "1999-01-01"), "*/*",
						404);
				answersAsDocumented(operation.getValue(), filled(operation.getKey()) + query(name, "then"), "*/*", 400);
			}
		});
	}

	@ParameterizedTest
	@MethodSource("operations")
	void whatSaysNothingSensibleIsAProblemAsDocumented(Map.Entry<String, JsonNode> operation) throws IOException {
		String path = filled(operation.getKey());
		if (path.startsWith("/api/")) {
			answersAsDocumented(operation.getValue(), path + query("nonsense", "1"), "*/*", 400);
		}
		if (!path.equals(operation.getKey())) {
			answersAsDocumented(operation.getValue(), operation.getKey().replaceAll("\\{\\w+}", "987654321"), "*/*",
					404);
		}
		everyParameter(operation.getValue(), (name, parameter) -> {
			for (String value : bad(name, parameter.path("schema"))) {
				answersAsDocumented(operation.getValue(), path + query(name, value), "*/*", 400);
			}
		});
	}

	@Test
	void whatIsBegunIsAnsweredAsDocumented() throws IOException {
		Map<String, JsonNode> operations = document.operations("post");
		assertThat(operations.keySet()).contains("/api/v1/cuts", "/api/v1/replays");
		for (String path : List.of("/api/v1/cuts", "/api/v1/replays")) {
			JsonNode operation = Objects.requireNonNull(operations.get(path));
			HttpResponse<InputStream> answer = ask("POST", path, "*/*");
			document.holds(operation, answer, body(answer));
			assertThat(answer.statusCode()).isBetween(200, 202);
			assertThat(answer.headers().firstValue("location")).isPresent();
			HttpResponse<InputStream> refused = send(request(path, "*/*").header("Content-Type", "text/plain")
				.method("POST", HttpRequest.BodyPublishers.noBody()));
			document.holds(operation, refused, body(refused));
			assertThat(refused.statusCode()).isEqualTo(415);
		}
	}

	@Test
	void whatIsNotForEverybodyIsAnsweredAsDocumented() throws IOException {
		for (String path : List.of("/api/v1/refusals", "/api/v1/rejections", "/api/v1/people")) {
			JsonNode operation = Objects.requireNonNull(document.operations("get").get(path));
			for (HttpRequest.Builder stranger : List.of(request(path, "*/*"),
					request(path, "*/*").header("Authorization", "Basic bm9ib2R5OndoYXRldmVy"))) {
				HttpResponse<InputStream> answer = HttpClient.newHttpClient()
					.sendAsync(stranger.build(), HttpResponse.BodyHandlers.ofInputStream())
					.join();
				document.holds(operation, answer, body(answer));
				assertThat(answer.statusCode()).isEqualTo(401);
			}
		}
		JsonNode signingIn = Objects.requireNonNull(document.operations("post").get("/api/v1/session"));
		HttpResponse<InputStream> wrong = signIn("guessed");
		document.holds(signingIn, wrong, body(wrong));
		assertThat(wrong.statusCode()).isEqualTo(401);
	}

	private static HttpResponse<InputStream> signIn(String password) {
		return send(request("/api/v1/session", "*/*").header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers
				.ofString("{\"name\": \"administrator\", \"password\": \"" + password + "\"}")));
	}

	@Test
	void peopleFindWordsInBothLanguages() {
		document.all().forEach((operation) -> {
			assertThat(operation.path("summary").asString()).as(operation.path("operationId").asString())
				.matches("(?s).*\\p{InThai}.*[A-Za-z]{2}.*");
			assertThat(operation.path("responses").path("503").path("$ref").asString()).endsWith("/Unavailable");
			everyParameter(operation,
					(name, parameter) -> assertThat(parameter.path("description").asString()).as(name)
						.containsPattern("\\p{InThai}")
						.containsPattern("[A-Za-z]{2}"));
		});
		assertThat(document.component("responses", "Unavailable").path("headers").path("Retry-After").isObject())
			.isTrue();
	}

	private static void answersAsDocumented(JsonNode operation, String path, String accept, int status) {
		try {
			HttpResponse<InputStream> answer = ask("GET", path, accept);
			boolean stream = answer.headers().firstValue("content-type").orElse("").startsWith(STREAM);
			String body = stream ? "" : body(answer);
			if (stream) {
				answer.body().close();
			}
			assertThat(answer.statusCode()).as("%s: %s", path, body).isEqualTo(status);
			document.holds(operation, answer, body);
		}
		catch (IOException ex) {
			throw new AssertionError(path, ex);
		}
	}

	private static void everyParameter(JsonNode operation, BiConsumer<String, JsonNode> check) {
		operation.path("parameters").forEach((parameter) -> {
			if (parameter.path("in").asString().equals("query")) {
				check.accept(parameter.path("name").asString(), parameter);
			}
		});
	}

	/** What the schema does not allow. */
	private static List<String> bad(String name, JsonNode schema) {
		List<String> bad = new ArrayList<>();
		if (schema.path("type").toString().contains("integer")) {
			bad.add("many");
		}
		if (schema.has("minimum")) {
			bad.add(String.valueOf(schema.path("minimum").longValue() - 1));
		}
		if (schema.has("maximum")) {
			bad.add(String.valueOf(schema.path("maximum").longValue() + 1));
		}
		if (schema.has("pattern") || name.equals("status")) {
			bad.add("!");
		}
		if (schema.path("format").asString("").equals("date")) {
			bad.addAll(List.of("24-01-2565", "2565-01-24"));
		}
		return bad;
	}

	private static String query(String name, String value) {
		return "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static String filled(String path) {
		@Nullable String id = IDS.get(path);
		return (id != null)
				? path.replaceAll("\\{\\w+}", URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")) : path;
	}

	private static HttpResponse<InputStream> ask(String method, String path, String accept) {
		HttpRequest.Builder request = request(path, accept);
		return send(method.equals("POST")
				? request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.noBody())
				: request);
	}

	private static HttpRequest.Builder request(String path, String accept) {
		return HttpRequest.newBuilder(run.page().resolve(URI.create(path))).header("Accept", accept);
	}

	private static HttpResponse<InputStream> send(HttpRequest.Builder request) {
		return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()).join();
	}

	private static String body(HttpResponse<InputStream> answer) throws IOException {
		try (InputStream body = answer.body()) {
			return new String(body.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
