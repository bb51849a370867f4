package org.buranakan.platform.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.buranakan.platform.PartName;
import org.buranakan.platform.Parts;
import org.buranakan.platform.PlatformFailure;

/**
 * The parts of a platform that another process holds: orders go to the holder.
 */
record HeldParts(int controlPort, String token) implements Parts {

	@Override
	public void act(PartName part, Action action) {
		HttpRequest order = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.controlPort + "/" + part.name() + "/" + action.name()))
			.header("Authorization", this.token)
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		try (HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
			HttpResponse<String> answer = client.send(order, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new PlatformFailure(PlatformFailure.Code.PART_ENDED,
						action + " of " + part + " failed: " + answer.body(), "Read the logs of the shared platform.");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		// Others use the platform too: it ends with the run.
	}

}
