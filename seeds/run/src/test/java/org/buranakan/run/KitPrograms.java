package org.buranakan.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.buranakan.connectors.ConnectorsApplication;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is started from an agency's kit, as its README says: from the kit's folder. */
final class KitPrograms {

	private KitPrograms() {
	}

	private static Process java(Path kit, String classPath, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", classPath));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).directory(kit.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/joining.log")))
			.start();
	}

	static Process worker(Path kit) throws IOException {
		return java(kit, Files.readString(Path.of("../parts/target/parts/kafka.classpath")).strip(),
				"org.apache.kafka.connect.cli.ConnectDistributed", "connect-worker.properties");
	}

	static Process connector(Path kit, int port) throws IOException {
		Process process = java(kit, System.getProperty("java.class.path"), ConnectorsApplication.class.getName(),
				"--server.port=" + port);
		try {
			Awaitility.await()
				.atMost(Duration.ofMinutes(3))
				.ignoreExceptions()
				.failFast(() -> assertThat(process.isAlive()).isTrue())
				.until(() -> RestClient.create("http://127.0.0.1:" + port)
					.get()
					.uri("/actuator/health")
					.retrieve()
					.onStatus((status) -> true, (request, response) -> {
					})
					.requiredBody(String.class)
					.contains("\"current\""));
		}
		catch (RuntimeException ex) {
			process.destroyForcibly();
			throw ex;
		}
		return process;
	}

	static void stop(Process connector) {
		connector.destroy();
		connector.onExit().completeOnTimeout(connector, 1, TimeUnit.MINUTES).join();
		connector.destroyForcibly();
	}

}
