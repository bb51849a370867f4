package org.buranakan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.buranakan.platform.Ports;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;
import org.springframework.web.client.RestClient;

/**
 * The embedded run as a person starts it, in a process of its own: on free ports, with an
 * empty data directory below {@code target}.
 */
final class PilotRun implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final String READY = "Everything runs";

	private static @Nullable PilotRun shared;

	private final Path home;

	private final int pagePort;

	private final int pushPort;

	private final List<String> command;

	private Process process;

	private PilotRun(Path home, Ports parts, Ports own) throws IOException {
		this.home = home;
		this.pagePort = own.registry();
		this.pushPort = own.kafka();
		this.command = command(data(), parts, own);
		this.process = launch();
	}

	/** The run that the tests of this module share; it ends with them. */
	static synchronized PilotRun shared() throws IOException {
		if (shared == null) {
			PilotRun started = start("pilot-run");
			Runtime.getRuntime().addShutdownHook(new Thread(started::close));
			shared = started;
		}
		return shared;
	}

	/** Starts a run and returns when the agencies have handed in what they have. */
	static PilotRun start(String name) throws IOException {
		Path home = Path.of("target", name).toAbsolutePath();
		FileSystemUtils.deleteRecursively(home);
		Files.createDirectories(home);
		return new PilotRun(home, Ports.free(), Ports.free());
	}

	/**
	 * Stops it, copies all that it has into an archive, loses it, and starts it again on
	 * what the archive holds: the commands of README.
	 */
	void restartFromBackup() throws IOException {
		close();
		Path backup = this.home.resolve("backup.tar");
		run("tar", "-cf", backup.toString(), "-C", this.home.toString(), "data");
		FileSystemUtils.deleteRecursively(data());
		run("tar", "-xf", backup.toString(), "-C", this.home.toString());
		this.process = launch();
	}

	private static void run(String... command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new IOException(String.join(" ", command) + ": " + said);
		}
	}

	/** What is said to whoever starts it a second time while it runs. */
	String startedTwice() throws IOException {
		Process second = new ProcessBuilder(this.command).redirectErrorStream(true).start();
		try {
			return new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		finally {
			second.destroyForcibly();
		}
	}

	URI page() {
		return URI.create("http://127.0.0.1:" + this.pagePort + "/");
	}

	/** What the hub's API answers an auditor. */
	JsonNode read(String resource) {
		return JsonMapper.shared()
			.readTree(RestClient.create(page().toString()).get().uri("/api/v1/" + resource).headers((headers) -> {
				if (resource.startsWith("rejections")) {
					headers.setBasicAuth("auditor", password("auditor"));
				}
			}).retrieve().requiredBody(String.class));
	}

	/** Where agencies hand in their data. */
	URI push() {
		return URI.create("http://127.0.0.1:" + this.pushPort + "/");
	}

	/** The bearer token of an agency. */
	String token(String agency) throws IOException {
		return Files.readString(data().resolve("credentials").resolve(agency + ".token")).strip();
	}

	/** Of a person who may sign in. */
	String password(String name) {
		try {
			return Files.readString(data().resolve("credentials").resolve(name + ".password")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The ready-made client properties of a principal. */
	Path credentials(String principal) {
		return data().resolve("credentials").resolve(principal + ".properties");
	}

	/** Below it lies everything that the run writes. */
	Path home() {
		return this.home;
	}

	/** The folder into which this agency's officers put their files. */
	Path inbox(String agency) {
		return data().resolve("inbox").resolve(agency);
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().completeOnTimeout(this.process, 1, TimeUnit.MINUTES).join();
		this.process.destroyForcibly();
	}

	private Path data() {
		return this.home.resolve("data");
	}

	/** Returns when the agencies have handed in what they have. */
	private Process launch() throws IOException {
		Path output = this.home.resolve("output.txt");
		Process launched = new ProcessBuilder(this.command).redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		Awaitility.await("the embedded run, see " + output)
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(250))
			.failFast("The embedded run ended, see " + output, () -> !launched.isAlive())
			.until(() -> Files.readString(output).contains(READY));
		return launched;
	}

	private static List<String> command(Path data, Ports parts, Ports own) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), EmbeddedRun.class.getName()));
		command.add("--buranakan.platform.data=" + data);
		command.add("--buranakan.platform.limits.patience=" + PATIENCE);
		command.add("--buranakan.page-port=" + own.registry());
		command.add("--buranakan.push-port=" + own.kafka());
		command.add("--buranakan.platform.ports.registry=" + parts.registry());
		command.add("--buranakan.platform.ports.registry-health=" + parts.registryHealth());
		command.add("--buranakan.platform.ports.kafka=" + parts.kafka());
		command.add("--buranakan.platform.ports.kafka-controller=" + parts.kafkaController());
		command.add("--buranakan.platform.ports.postgresql=" + parts.postgresql());
		command.add("--buranakan.platform.ports.connect=" + parts.connect());
		command.add("--buranakan.platform.ports.hub-connect=" + parts.hubConnect());
		return command;
	}

}
