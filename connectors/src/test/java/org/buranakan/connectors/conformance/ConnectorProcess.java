package org.buranakan.connectors.conformance;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.buranakan.connectors.ConnectorsApplication;

/** A connector in a process of its own, so that it can be killed. */
final class ConnectorProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Process process;

	private final URI address;

	private ConnectorProcess(Process process, URI address) {
		this.process = process;
		this.address = address;
	}

	/** Starts it and waits until it is healthy. */
	static ConnectorProcess start(Map<String, Object> settings) throws IOException {
		int port = freePort();
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Xmx256m", "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.buranakan", "-cp",
				System.getProperty("java.class.path"), ConnectorsApplication.class.getName(), "--server.port=" + port));
		settings.forEach((name, value) -> command.add("--" + name + "=" + value));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/connector-processes.log")))
			.start();
		ConnectorProcess started = new ConnectorProcess(process, URI.create("http://127.0.0.1:" + port));
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> !process.isAlive() || started.isCurrent());
		if (!process.isAlive()) {
			throw new IllegalStateException("The connector ended at once: see target/connector-processes.log");
		}
		return started;
	}

	/** Where it answers. */
	URI address() {
		return this.address;
	}

	/** SIGKILL: it has no chance to finish anything. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	@Override
	public void close() {
		this.process.destroy();
		Awaitility.await().atMost(PATIENCE).until(() -> !this.process.isAlive());
	}

	private boolean isCurrent() {
		HttpRequest request = HttpRequest.newBuilder(this.address.resolve("/actuator/health")).build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("\"current\"");
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
