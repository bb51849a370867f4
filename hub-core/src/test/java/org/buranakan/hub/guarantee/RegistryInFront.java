package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The registry, from which some subjects can be kept away. */
final class RegistryInFront implements AutoCloseable {

	private final HttpClient client = HttpClient.newHttpClient();

	private final HttpServer server;

	private final URI registry;

	private volatile String away;

	RegistryInFront(URI registry, String away) {
		this.registry = registry;
		this.away = away;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** Answers for nothing whose path contains that, from now on. */
	void goesAway(String path) {
		this.away = path;
	}

	/** Answers for every subject from now on. */
	void isBack() {
		this.away = "";
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.client.close();
	}

	private void answer(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().toString();
		if (!this.away.isEmpty() && path.contains(this.away)) {
			exchange.sendResponseHeaders(503, -1);
			exchange.close();
			return;
		}
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.registry + path))
			.header("Content-Type", "application/json")
			.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
		HttpResponse<byte[]> response = this.client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(response.statusCode(), response.body().length);
		exchange.getResponseBody().write(response.body());
		exchange.close();
	}

}
