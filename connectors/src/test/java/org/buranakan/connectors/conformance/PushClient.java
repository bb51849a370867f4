package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** An agency's system that pushes. */
record PushClient(URI address, String token, HttpClient http) {

	PushClient(RunningConnector connector, String token) {
		this(connector.address(), token, HttpClient.newHttpClient());
	}

	/** An activity as it is pushed. */
	static String item(String id) {
		return """
				{"type": "activity", "รหัส": "%s", "ชื่อ": "อบรม", "พื้นที่": "110103", "วันที่": "24/01/2565"}"""
			.formatted(id);
	}

	HttpResponse<String> push(String body) {
		return push(body.getBytes(StandardCharsets.UTF_8));
	}

	/** The headers are names and values, in turn. */
	HttpResponse<String> push(byte[] body, String... headers) {
		HttpRequest.Builder request = request("/v1/events").POST(HttpRequest.BodyPublishers.ofByteArray(body));
		return send((headers.length == 0) ? request : request.headers(headers));
	}

	HttpResponse<String> get(String path) {
		return send(request(path));
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.address.resolve(path))
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "application/json");
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static void assertAccepted(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(response.body()).contains("\"applied\"");
	}

	static void assertProblem(HttpResponse<String> response, int status, String code) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(response.body());
		assertThat(problem.path("code").asString()).isEqualTo(code);
		assertThat(problem.path("title").asString()).isNotBlank();
		assertThat(problem.path("titleTh").asString()).matches(".*\\p{IsThai}.*");
	}

}
