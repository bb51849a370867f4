package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
		return start(properties, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
	}

	/** The same, with these options of its JVM. */
	static HubProcess start(Map<String, Object> properties, List<String> options) throws IOException {
		Path log = Files.createDirectories(Path.of("target", "hub-processes")).resolve("hub.log");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), HubApplication.class.getName()));
		ProcessBuilder java = new ProcessBuilder(command);
		java.environment().put("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(properties));
		java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		return new HubProcess(java.start());
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
