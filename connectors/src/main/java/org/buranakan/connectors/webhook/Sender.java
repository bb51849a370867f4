package org.buranakan.connectors.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Sends to one receiver. It follows no redirect, and never reaches addresses that only
 * this machine has: whoever may set a receiver must not get at what listens there.
 */
final class Sender implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(PATIENCE)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final URI url;

	private final Signing signing;

	private final boolean loopback;

	Sender(URI url, Signing signing, boolean loopback) {
		this.url = url;
		this.signing = signing;
		this.loopback = loopback;
	}

	/**
	 * Sends it once.
	 * @throws IOException if the receiver does not say that it took it
	 */
	void send(String id, String body) throws IOException, InterruptedException {
		requireElsewhere();
		long now = Instant.now().getEpochSecond();
		HttpRequest request = HttpRequest.newBuilder(this.url)
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.header("webhook-id", id)
			.header("webhook-timestamp", String.valueOf(now))
			.header("webhook-signature", this.signing.sign(id, now, body))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		int status = this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		if (status / 100 != 2) {
			throw new IOException("The receiver answers " + status);
		}
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

	private void requireElsewhere() throws UnknownHostException {
		boolean here = Stream.of(InetAddress.getAllByName(this.url.getHost()))
			.anyMatch((address) -> address.isLoopbackAddress() || address.isAnyLocalAddress()
					|| address.isLinkLocalAddress());
		if (here && !this.loopback) {
			throw new UnknownHostException("A receiver on this machine needs buranakan.webhook.loopback=true");
		}
	}

}
