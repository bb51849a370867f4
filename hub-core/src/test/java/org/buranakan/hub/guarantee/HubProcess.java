package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.buranakan.hub.HubApplication;
import org.buranakan.platform.Ports;
import tools.jackson.databind.json.JsonMapper;

/** A hub in a process of its own, which can be killed. */
final class HubProcess implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** It lives for seconds, beside others. */
	private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

	private final Process process;

	private final int port;

	private HubProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static HubProcess start(Map<String, Object> properties) throws IOException {
		return start(properties, Map.of());
	}

	/** The same, in this environment. */
	static HubProcess start(Map<String, Object> properties, Map<String, String> environment) throws IOException {
		Map<String, Object> all = withPort(properties);
		Map<String, String> surroundings = new HashMap<>(environment);
		surroundings.putAll(told(all));
		return launch(all, ClassCache.options(QUICK, told(all)), surroundings);
	}

	/** With a JVM that has these options and has loaded nothing before, as anywhere. */
	static HubProcess startCold(Map<String, Object> properties, List<String> options) throws IOException {
		Map<String, Object> all = withPort(properties);
		List<String> jvm = new ArrayList<>(options);
		jvm.addAll(List.of("-cp", System.getProperty("java.class.path")));
		return launch(all, jvm, told(all));
	}

	private static HubProcess launch(Map<String, Object> properties, List<String> jvm, Map<String, String> environment)
			throws IOException {
		Path log = Files.createDirectories(ClassCache.HOME).resolve("hub.log");
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(jvm);
		command.add(HubApplication.class.getName());
		ProcessBuilder hub = new ProcessBuilder(command);
		hub.environment().putAll(environment);
		hub.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		return new HubProcess(hub.start(), (int) properties.getOrDefault("server.port", 0));
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static Map<String, Object> withPort(Map<String, Object> properties) {
		Map<String, Object> all = new HashMap<>(properties);
		if ((int) all.getOrDefault("server.port", 0) == 0) {
			all.put("server.port", Ports.unused());
		}
		return all;
	}

	private static Map<String, String> told(Map<String, Object> properties) {
		return Map.of("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(properties));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	/** How many file descriptors it holds. */
	int openFiles() {
		String[] descriptors = Path.of("/proc", Long.toString(this.process.pid()), "fd").toFile().list();
		return (descriptors != null) ? descriptors.length : 0;
	}

	/** What {@code /actuator/health} says; empty while it does not answer. */
	String health() {
		try {
			return ask("GET", "/actuator/health").body();
		}
		catch (IOException ex) {
			return "";
		}
	}

	/** Whether it says that nothing is wrong. */
	boolean isUp() {
		try {
			return ask("GET", "/actuator/health").statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	HttpResponse<String> ask(String method, String path) throws IOException {
		try {
			return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
				.timeout(PATIENCE)
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/** The lines of an answer, as they come; they end with the process. */
	Stream<String> lines(String path) {
		return HTTP
			.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).build(),
					HttpResponse.BodyHandlers.ofLines())
			.join()
			.body();
	}

	/** {@code kill -STOP}: it holds what it holds and does nothing. */
	void freeze() throws IOException {
		signal("STOP");
	}

	/** {@code kill -CONT}. */
	void thaw() throws IOException {
		signal("CONT");
	}

	private void signal(String name) throws IOException {
		new ProcessBuilder("kill", "-" + name, String.valueOf(this.process.pid())).inheritIO().start().onExit().join();
	}

	/** {@code kill}, which lets it end in order. */
	void stop() {
		this.process.destroy();
		this.process.onExit().join();
	}

	/** {@code kill -9}. */
	void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	@Override
	public void close() {
		kill();
	}

}
