package org.buranakan.hub.person;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody with a browser of their own: cookies are kept and sent. */
final class Visitor {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final URI hub;

	Visitor(int port) {
		this.hub = URI.create("http://127.0.0.1:" + port);
	}

	Answer get(String path, String... headers) {
		return send(request(path, headers));
	}

	Answer send(String method, String path, String json) {
		return send(request(path, "Content-Type", "application/json").method(method,
				HttpRequest.BodyPublishers.ofString(json)));
	}

	/** Signs in on the page, which must succeed. */
	Visitor signsIn(String name, String password) {
		assertThat(triesToSignIn(name, password).status()).isEqualTo(200);
		return this;
	}

	Answer triesToSignIn(String name, String password) {
		return send("POST", "/api/v1/session",
				JsonMapper.shared().createObjectNode().put("name", name).put("password", password).toString());
	}

	List<HttpCookie> cookies() {
		return this.cookies.getCookieStore().getCookies();
	}

	static String basic(String name, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.hub.resolve(path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	Answer send(HttpRequest.Builder request) {
		return new Answer(this.http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join());
	}

	/** What came back. */
	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(this.response.body());
		}

		String code() {
			return json().path("code").asString();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

	}

}
