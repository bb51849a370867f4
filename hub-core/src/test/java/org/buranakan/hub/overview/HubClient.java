package org.buranakan.hub.overview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the hub as anybody would, over HTTP.
 */
class HubClient {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int port;

	HubClient(int port) {
		this.port = port;
	}

	/** A resource of the API, which must be there. */
	JsonNode read(String path) {
		Answer answer = ask("GET", "/api/v1" + path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	Answer ask(String method, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What is served there, byte by byte. */
	byte[] bytes(String path) {
		try (InputStream body = open(path)) {
			return body.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is served there, as it comes. */
	InputStream open(String path) throws IOException {
		try {
			HttpResponse<InputStream> response = HTTP.send(HttpRequest.newBuilder(address(path)).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			assertThat(response.statusCode()).isEqualTo(200);
			return response.body();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	record Answer(int status, HttpHeaders headers, String body) {

		JsonNode json() {
			return new JsonMapper().readTree(this.body);
		}

		String type() {
			return this.headers.firstValue("content-type").orElse("");
		}

	}

}
