package org.buranakan.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Programs that still run on a data directory though nobody supervises them, found by
 * what {@code /proc} says about executable and arguments, never by a port or a name
 * alone.
 */
public final class Leftovers {

	private static final Set<String> PROGRAMS = Set.of("java", "postgres");

	private Leftovers() {
	}

	/** The processes that carry one of the marks as an argument of their own. */
	public static List<ProcessHandle> with(Set<String> marks) {
		return ProcessHandle.allProcesses().filter((process) -> carries(process, marks)).toList();
	}

	/** Asks a process to stop, and kills it when it has not ended in time. */
	public static void stop(ProcessHandle process, Duration patience) throws IOException, InterruptedException {
		// SIGINT is PostgreSQL's fast stop; on SIGTERM it would wait for its clients,
		// which may be leftovers too.
		boolean database = executable(Path.of("/proc", String.valueOf(process.pid()))).filter("postgres"::equals)
			.isPresent();
		String signal = database ? "INT" : "TERM";
		new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + process.pid()).start().waitFor();
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
		catch (java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException("Waiting for process " + process.pid() + " failed", ex);
		}
	}

	private static boolean carries(ProcessHandle process, Set<String> marks) {
		Path proc = Path.of("/proc", String.valueOf(process.pid()));
		return executable(proc).filter(PROGRAMS::contains).isPresent()
				&& arguments(proc).stream().anyMatch(marks::contains);
	}

	private static Optional<String> executable(Path proc) {
		try {
			Path executable = Files.readSymbolicLink(proc.resolve("exe"));
			return Optional.of(String.valueOf(executable.getFileName()).replace(" (deleted)", ""));
		}
		catch (IOException unreadable) {
			// Ended meanwhile, or another user's: not ours to judge.
			return Optional.empty();
		}
	}

	private static List<String> arguments(Path proc) {
		try {
			return List.of(new String(Files.readAllBytes(proc.resolve("cmdline")), StandardCharsets.UTF_8).split("\0"));
		}
		catch (IOException unreadable) {
			return List.of();
		}
	}

}
