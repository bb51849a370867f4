package org.buranakan.platform.shared;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.buranakan.platform.Limits;
import org.buranakan.platform.Platform;
import org.buranakan.platform.PlatformFailure;
import org.buranakan.platform.PlatformSettings;
import org.buranakan.platform.Ports;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * The process that holds a shared platform for as long as another process, the run,
 * lives.
 */
final class Holder {

	private static final List<String> PRINCIPALS = List.of("hub", "operator", "dashboard", "auditor", "codi",
			"codi-connect", "pacc-zone-1", "pacc-zone-2", "pacoc-11", "pacoc-19", "pacoc-20", "pacoc-23");

	/** Several builds may share a machine. */
	private static final Limits LIMITS = new Limits(Duration.ofMinutes(8), DataSize.ofMegabytes(500));

	private Holder() {
	}

	/** Starts a holder and returns when its platform answers. */
	static void launch(Path directory, ProcessHandle run) throws IOException {
		// Without a logging backend the holder is silent: its output is for failures.
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("logback"))
			.collect(Collectors.joining(File.pathSeparator));
		Path output = directory.resolve("holder.log");
		Process holder = new ProcessBuilder("setsid",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Dburanakan.parts=" + System.getProperty("buranakan.parts", ""), "-cp",
				classPath, Holder.class.getName(), directory.toString(), String.valueOf(run.pid()))
			.redirectErrorStream(true)
			.redirectInput(new File("/dev/null"))
			.redirectOutput(output.toFile())
			.start();
		try {
			while (Holding.read(directory).filter((holding) -> holding.holder() == holder.pid()).isEmpty()) {
				if (holder.waitFor(100, TimeUnit.MILLISECONDS)) {
					throw new PlatformFailure(PlatformFailure.Code.PART_ENDED,
							"The shared platform did not start:\n" + Files.readString(output),
							"Read the logs in " + directory + ".");
				}
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the shared platform starts", stopped);
		}
	}

	static PlatformSettings settings(Path data, Ports ports) {
		return new PlatformSettings(data, ports, List.of("hub", "codi"), PRINCIPALS, LIMITS);
	}

	public static void main(String... arguments) throws IOException {
		Path directory = Path.of(arguments[0]);
		Path data = directory.resolve("data");
		Ports ports = Ports.free();
		try (Platform platform = Platform.start(settings(data, ports))) {
			String token = UUID.randomUUID().toString();
			try (Orders orders = Orders.taking(platform, token)) {
				new Holding(directory, ports, ProcessHandle.current().pid(), orders.port(), token).write();
				ProcessHandle.of(Long.parseLong(arguments[1])).ifPresent((run) -> run.onExit().join());
			}
		}
		for (String part : List.of("postgresql", "kafka")) {
			FileSystemUtils.deleteRecursively(data.resolve(part));
		}
	}

}
