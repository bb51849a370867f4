package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.buranakan.hub.HubApplication;
import tools.jackson.databind.json.JsonMapper;

/** A hub in a process of its own, which can be killed. */
final class HubProcess implements AutoCloseable {

	private final Process process;

	private HubProcess(Process process) {
		this.process = process;
	}

	static HubProcess start(Map<String, Object> properties) throws IOException {
		Path log = Files.createDirectories(Path.of("target", "hub-processes")).resolve("hub.log");
		ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				HubApplication.class.getName());
		java.environment().put("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(properties));
		java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		return new HubProcess(java.start());
	}

	boolean isAlive() {
		return this.process.isAlive();
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
