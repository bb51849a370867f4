package org.buranakan.connectors.conformance;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;
import org.buranakan.connectors.ConnectorsApplication;
import org.buranakan.platform.Ports;

/**
 * A connector that runs: in this process, which is quick, or in one of its own, which can
 * be killed.
 */
final class RunningConnector implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final URI address;

	private final AutoCloseable running;

	private RunningConnector(URI address, AutoCloseable running) {
		this.address = address;
		this.running = running;
	}

	/** Starts it in this process and waits until it is healthy. */
	static RunningConnector start(Map<String, Object> settings) {
		return startUnadmitted(settings).awaitCurrent(() -> true);
	}

	/** Starts it in this process, although the hub may let it read nothing. */
	static RunningConnector startUnadmitted(Map<String, Object> settings) {
		Map<String, Object> all = new HashMap<>(settings);
		int port = Ports.unused();
		all.put("server.port", port);
		return new RunningConnector(address(port), ConnectorsApplication.start(all));
	}

	/** Starts it in a process of its own and waits until it is healthy. */
	static RunningConnector startProcess(Map<String, Object> settings) throws IOException {
		return startProcess(settings, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
	}

	/** The same, with these options of its JVM. */
	static RunningConnector startProcess(Map<String, Object> settings, List<String> options) throws IOException {
		int port = Ports.unused();
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), ConnectorsApplication.class.getName(),
				"--server.port=" + port));
		settings.forEach((name, value) -> command.add("--" + name + "=" + value));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/connector-processes.log")))
			.start();
		return new RunningConnector(address(port), new OwnProcess(process)).awaitCurrent(process::isAlive);
	}

	/** Where it answers. */
	URI address() {
		return this.address;
	}

	/** SIGKILL: it has no chance to finish anything. */
	void kill() {
		process().destroyForcibly().onExit().join();
	}

	/**
	 * How many bytes its files may have from now on: the system fails it whatever it
	 * writes beyond that, as a full disk does.
	 * @param most or {@code unlimited}
	 */
	void letWrite(String most) throws IOException {
		Process limit = new ProcessBuilder("prlimit", "--pid", String.valueOf(process().pid()), "--fsize=" + most + ":")
			.inheritIO()
			.start();
		if (limit.onExit().join().exitValue() != 0) {
			throw new IllegalStateException("The system does not limit what the connector writes");
		}
	}

	private Process process() {
		if (this.running instanceof OwnProcess(Process process)) {
			return process;
		}
		throw new IllegalStateException("It has no process of its own");
	}

	@Override
	public void close() {
		try {
			this.running.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The connector does not stop", ex);
		}
	}

	private RunningConnector awaitCurrent(BooleanSupplier alive) {
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> !alive.getAsBoolean() || isCurrent());
		if (!alive.getAsBoolean()) {
			throw new IllegalStateException("The connector ended at once: see target/connector-processes.log");
		}
		return this;
	}

	private static URI address(int port) {
		return URI.create("http://127.0.0.1:" + port);
	}

	/** What it says of itself; empty while it does not answer. */
	String health() {
		HttpRequest request = HttpRequest.newBuilder(this.address.resolve("/actuator/health")).build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			return "";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

	private boolean isCurrent() {
		return health().contains("\"current\"");
	}

	/** A process that is asked to end, and waited for. */
	private record OwnProcess(Process process) implements AutoCloseable {

		@Override
		public void close() {
			this.process.destroy();
			Awaitility.await().atMost(PATIENCE).until(() -> !this.process.isAlive());
		}

	}

}
