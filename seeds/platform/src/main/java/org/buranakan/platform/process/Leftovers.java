package org.buranakan.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Programs that still run on a data directory though nobody supervises them, found by
 * what {@code /proc} says about them, never by a port or a name alone.
 */
public final class Leftovers {

	private Leftovers() {
	}

	/** The Java processes with this argument. */
	public static List<ProcessHandle> javaWith(String argument) {
		return ProcessHandle.allProcesses()
			.filter((process) -> runs(process, "java") && arguments(process).contains(argument))
			.toList();
	}

	/**
	 * PostgreSQL's processes that work in this data directory, the server itself first.
	 */
	public static List<ProcessHandle> postgresIn(Path directory) {
		return ProcessHandle.allProcesses()
			.filter((process) -> runs(process, "postgres")
					&& link(process, "cwd").filter(directory::equals).isPresent())
			.sorted((left, right) -> Long.compare(left.pid(), right.pid()))
			.toList();
	}

	/** Asks a process to stop, and kills it when it has not ended in time. */
	public static void stop(ProcessHandle process, Duration patience) throws IOException, InterruptedException {
		// SIGINT is PostgreSQL's fast stop; on SIGTERM it would wait for its clients,
		// which may be leftovers too.
		String signal = runs(process, "postgres") ? "INT" : "TERM";
		new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", signal, String.valueOf(process.pid())).start()
			.waitFor();
		if (!ends(process, patience)) {
			process.destroyForcibly();
			ends(process, patience);
		}
	}

	private static boolean ends(ProcessHandle process, Duration patience) throws InterruptedException {
		try {
			process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException late) {
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Waiting for process " + process.pid() + " failed", ex);
		}
	}

	private static boolean runs(ProcessHandle process, String program) {
		// The kernel adds " (deleted)" when a rebuild has replaced the program.
		return link(process, "exe").map((executable) -> executable.toString().replace(" (deleted)", ""))
			.filter((executable) -> executable.endsWith("/" + program))
			.isPresent();
	}

	/**
	 * What the link says; nothing if the process has ended meanwhile or is another
	 * user's: not ours to judge.
	 */
	private static Optional<Path> link(ProcessHandle process, String name) {
		try {
			return Optional.of(Files.readSymbolicLink(proc(process).resolve(name)));
		}
		catch (IOException unreadable) {
			return Optional.empty();
		}
	}

	private static List<String> arguments(ProcessHandle process) {
		try {
			byte[] line = Files.readAllBytes(proc(process).resolve("cmdline"));
			return List.of(new String(line, StandardCharsets.UTF_8).split("\0", -1));
		}
		catch (IOException unreadable) {
			return List.of();
		}
	}

	private static Path proc(ProcessHandle process) {
		return Path.of("/proc", String.valueOf(process.pid()));
	}

}
