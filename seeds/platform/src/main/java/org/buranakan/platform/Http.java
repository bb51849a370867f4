package org.buranakan.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks a part on the loopback interface whether it is ready.
 */
final class Http implements AutoCloseable {

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.proxy(HttpClient.Builder.NO_PROXY)
		.build();

	/** Whether the answer is 200 and contains the text. */
	boolean answers(URI address, String text) {
		HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
		try {
			HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			return response.statusCode() == 200 && response.body().contains(text);
		}
		catch (IOException notYet) {
			return false;
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

}
