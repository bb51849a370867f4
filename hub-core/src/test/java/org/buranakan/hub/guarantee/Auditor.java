package org.buranakan.hub.guarantee;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks a hub over HTTP, byte by byte. */
record Auditor(HubUnderTest hub) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	/** What people see who have signed in is asked for as one of them. */
	Answer asks(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.hub.address(path));
		if (path.matches("/api/v1/(rejections|refusals)\\b.*")) {
			request.header("Authorization", login());
		}
		return sends(request.build());
	}

	private String login() {
		this.hub.sql()
			.sql("INSERT INTO hub.person (name, display_name, role, password, changed_by) VALUES "
					+ "('auditor', 'Auditor', 'AUDITOR', '{noop}auditor', 'test') ON CONFLICT DO NOTHING")
			.update();
		return "Basic " + Base64.getEncoder().encodeToString("auditor:auditor".getBytes(StandardCharsets.UTF_8));
	}

	/** What must be there. */
	JsonNode reads(String path) {
		Answer answer = asks(path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	Answer posts(String path, String json) {
		return sends(HttpRequest.newBuilder(this.hub.address(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json))
			.build());
	}

	/** By way of a proxy, which says for whom. */
	Answer posts(String path, String json, String forwardedFor) {
		return sends(HttpRequest.newBuilder(this.hub.address(path))
			.header("Content-Type", "application/json")
			.header("X-Forwarded-For", forwardedFor)
			.POST(HttpRequest.BodyPublishers.ofString(json))
			.build());
	}

	/** Has everything folded once more, and waits for the end of it. */
	JsonNode replays() {
		JsonNode begun = posts("/api/v1/replays", "{}").json();
		return Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> reads("/api/v1/replays/" + begun.path("id").longValue()), (replay) -> replay.has("endedAt"));
	}

	private static Answer sends(HttpRequest request) {
		return new Answer(HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join());
	}

	/** What came back. */
	record Answer(HttpResponse<byte[]> response) {

		int status() {
			return this.response.statusCode();
		}

		byte[] bytes() {
			return this.response.body();
		}

		String body() {
			return new String(bytes(), StandardCharsets.UTF_8);
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(bytes());
		}

		Optional<String> header(String name) {
			return this.response.headers().firstValue(name);
		}

	}

}
