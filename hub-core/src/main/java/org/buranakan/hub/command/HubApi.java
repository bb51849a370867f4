package org.buranakan.hub.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running hub, as it is asked over HTTP. */
final class HubApi implements AutoCloseable {

	private static final Duration CONNECT = Duration.ofSeconds(10);

	private static final Duration ANSWER = Duration.ofMinutes(2);

	private static final int OK = 200;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT)
		.build();

	private final URI hub;

	HubApi(URI hub) {
		this.hub = hub;
	}

	/**
	 * What is there.
	 * @throws IOException if it is not, or the hub does not answer
	 */
	JsonNode read(String path) throws IOException, InterruptedException {
		Answer answer = send(request(path).GET());
		if (answer.status() != OK) {
			throw new IOException(answer.problem());
		}
		return answer.body();
	}

	/** What comes of asking for something, whatever it is. */
	Answer ask(String path, String json) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.hub.resolve(path)).timeout(ANSWER);
	}

	private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
		try {
			HttpResponse<byte[]> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
		}
		catch (IOException ex) {
			throw new IOException("ไม่พบระบบที่ / no hub answers at " + this.hub + " (" + ex + ")", ex);
		}
		catch (JacksonException ex) {
			throw new IOException("ที่อยู่นี้ไม่ใช่ระบบบูรณาการ / no hub of Buranakan is at " + this.hub, ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
	}

	/** An answer. */
	record Answer(int status, JsonNode body) {

		/** What a problem says, in both languages where it does. */
		String problem() {
			String thai = this.body.path("detailTh").asString(this.body.path("titleTh").asString(""));
			return thai + " / " + this.body.path("detail").asString("HTTP " + this.status);
		}

	}

}
