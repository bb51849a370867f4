package org.buranakan.platform.shared;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.buranakan.platform.PartName;
import org.buranakan.platform.Parts;
import org.buranakan.platform.Platform;
import org.buranakan.platform.PlatformFailure;

/**
 * Takes the tests' orders to stop, kill and start parts: {@code POST /<part>/<action>} on
 * the loopback interface.
 */
final class Orders implements AutoCloseable {

	private final HttpServer server;

	private Orders(HttpServer server) {
		this.server = server;
	}

	static Orders taking(Platform platform, String token) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		server.createContext("/", (exchange) -> {
			if (token.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
				obey(platform, exchange);
			}
			else {
				answer(exchange, 401, "");
			}
		});
		server.start();
		return new Orders(server);
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private static void obey(Platform platform, HttpExchange exchange) throws IOException {
		String[] order = exchange.getRequestURI().getPath().split("/", -1);
		try {
			platform.part(PartName.valueOf(order[1])).act(Parts.Action.valueOf(order[2]));
			answer(exchange, 200, "");
		}
		catch (PlatformFailure failure) {
			answer(exchange, 500, failure.code() + ": " + failure.getMessage());
		}
	}

	private static void answer(HttpExchange exchange, int status, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
		try (exchange) {
			exchange.getResponseBody().write(body);
		}
	}

}
