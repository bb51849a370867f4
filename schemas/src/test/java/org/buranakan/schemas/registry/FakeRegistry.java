package org.buranakan.schemas.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.buranakan.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A registry in memory that speaks as much of the Confluent API as the client does. */
public final class FakeRegistry implements AutoCloseable {

	private final JsonMapper json = JsonMapper.shared();

	private final List<String> schemas = new CopyOnWriteArrayList<>();

	private final Map<String, Integer> ids = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile @Nullable Answer answer;

	public FakeRegistry() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/base", this::handle);
		this.server.start();
	}

	/** Its address, under a path of its own as Apicurio's is. */
	public RegistryAddress address() {
		return RegistryAddress.of("http://127.0.0.1:" + this.server.getAddress().getPort() + "/base");
	}

	/** Registers behind the client's back, as the deployment step would. */
	public SchemaId has(Topic topic, String schema) {
		this.schemas.add(schema);
		this.ids.put(topic.subject() + schema, this.schemas.size());
		return new SchemaId(this.schemas.size());
	}

	/** Every request from now on gets this answer. */
	public void answers(int status, String body) {
		this.answer = new Answer(status, body);
	}

	/** From now on it answers by what it has. */
	public void recovers() {
		this.answer = null;
	}

	/** Requests so far, as {@code METHOD path}. */
	public List<String> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath().substring("/base".length());
		this.requests.add(exchange.getRequestMethod() + " " + path);
		Answer fixed = this.answer;
		Answer answer = (fixed != null) ? fixed : answer(path, exchange.getRequestBody().readAllBytes());
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("content-type", "application/vnd.schemaregistry.v1+json");
		exchange.sendResponseHeaders(answer.status(), body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private Answer answer(String path, byte[] body) {
		if (path.startsWith("/schemas/ids/")) {
			int id = Integer.parseInt(path.substring("/schemas/ids/".length()));
			return (id > 0 && id <= this.schemas.size())
					? ok(Map.of("schema", this.schemas.get(id - 1), "schemaType", "AVRO")) : Answer.UNKNOWN;
		}
		String schema = this.json.readTree(body).path("schema").asString();
		Integer id = this.ids.get(path.substring("/subjects/".length()) + schema);
		return (id != null) ? ok(Map.of("id", id, "version", 1)) : Answer.UNKNOWN;
	}

	private Answer ok(Map<String, Object> body) {
		return new Answer(200, this.json.writeValueAsString(body));
	}

	private record Answer(int status, String body) {

		private static final Answer UNKNOWN = new Answer(404,
				"{\"error_code\":40403,\"message\":\"Schema not found\"}");

	}

}
