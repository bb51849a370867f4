package org.buranakan.connectors.source.cdc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A Connect worker that keeps one configuration and answers as it is told to; the shapes
 * of its answers are recorded from Kafka Connect 4.2.
 */
final class FakeConnect implements AutoCloseable {

	static final String RUNNING = """
			{"name":"codi","connector":{"state":"RUNNING","worker_id":"127.0.0.1:8083","version":"3.7.0.Final"},\
			"tasks":[{"id":0,"state":"RUNNING","worker_id":"127.0.0.1:8083","version":"3.7.0.Final"}],"type":"source"}""";

	static final String FAILED = """
			{"name":"codi","connector":{"state":"RUNNING","worker_id":"127.0.0.1:8083","version":"3.7.0.Final"},\
			"tasks":[{"id":0,"state":"FAILED","worker_id":"127.0.0.1:8083","version":"3.7.0.Final",\
			"trace":"org.apache.kafka.connect.errors.ConnectException: Publication autocreation is disabled, please create one and restart the connector.\\n\\tat io.debezium.connector.postgresql.connection.PostgresReplicationConnection.initPublication(PostgresReplicationConnection.java:242)\\n"}],"type":"source"}""";

	static final String LOST = """
			{"name":"codi","connector":{"state":"RUNNING","worker_id":"127.0.0.1:8083","version":"3.7.0.Final"},\
			"tasks":[{"id":0,"state":"FAILED","worker_id":"127.0.0.1:8083","version":"3.7.0.Final",\
			"trace":"io.debezium.DebeziumException: The connector is trying to read change stream starting at PostgresOffsetContext [], but this is no longer available on the server. Reconfigure the connector to use a snapshot mode when needed.\\n\\tat io.debezium.connector.common.BaseSourceTask.validateSchemaHistory(BaseSourceTask.java:168)\\n"}],"type":"source"}""";

	static final String UNASSIGNED = """
			{"name":"codi","connector":{"state":"RUNNING","worker_id":"127.0.0.1:8083"},"tasks":[],"type":"source"}""";

	static final String SOUND = """
			{"name":"io.debezium.connector.postgresql.PostgresConnector","error_count":0,"groups":["Common"],"configs":[\
			{"definition":{"name":"database.hostname"},"value":{"name":"database.hostname","value":"127.0.0.1","recommended_values":[],"errors":[],"visible":true}}]}""";

	static final String NO_DATABASE = """
			{"name":"io.debezium.connector.postgresql.PostgresConnector","error_count":1,"groups":["Common"],"configs":[\
			{"definition":{"name":"database.hostname"},"value":{"name":"database.hostname","value":"127.0.0.1","recommended_values":[],\
			"errors":["Error while validating connector config: Connection to 127.0.0.1:15432 refused."],"visible":true}}]}""";

	private final HttpServer server;

	private final Deque<Integer> refusals = new ArrayDeque<>();

	private final List<String> requests = new ArrayList<>();

	private Optional<String> configuration = Optional.empty();

	private String status = RUNNING;

	private String validation = SOUND;

	FakeConnect() {
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

	/** Refuses the next request. */
	void refusesOnceWith(int status) {
		this.refusals.add(status);
	}

	void reports(String status) {
		this.status = status;
	}

	void validates(String answer) {
		this.validation = answer;
	}

	/** The requests that changed something, in order. */
	List<String> changes() {
		return this.requests.stream().filter((request) -> !request.startsWith("GET")).toList();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
		this.requests.add(request);
		Integer refusal = this.refusals.poll();
		if (refusal != null) {
			send(exchange, refusal, "{\"error_code\":" + refusal + ",\"message\":\"not now\"}");
			return;
		}
		switch (request) {
			case "GET /connectors/codi/config" -> send(exchange, this.configuration.isPresent() ? 200 : 404,
					this.configuration.orElse("{\"error_code\":404,\"message\":\"Connector codi not found\"}"));
			case "PUT /connectors/codi/config" -> {
				this.configuration = Optional.of(body);
				send(exchange, 201, "{\"name\":\"codi\",\"config\":" + body + ",\"tasks\":[],\"type\":\"source\"}");
			}
			case "GET /connectors/codi/status" -> send(exchange, 200, this.status);
			case "POST /connectors/codi/restart?includeTasks=true&onlyFailed=true" -> send(exchange, 202, this.status);
			case "PUT /connectors/codi/stop", "PUT /connectors/codi/resume" -> send(exchange, 202, "");
			case "DELETE /connectors/codi/offsets" -> send(exchange, 200, "{\"message\":\"done\"}");
			case "PUT /connector-plugins/io.debezium.connector.postgresql.PostgresConnector/config/validate" ->
				send(exchange, 200, this.validation);
			default -> send(exchange, 405, "{}");
		}
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
