package org.buranakan.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who listens on a port, as far as this user may know.
 */
public final class PortHolder {

	private static final String LISTENING = "0A";

	private PortHolder() {
	}

	public static Optional<ProcessHandle> of(int port) {
		Set<String> sockets = Stream.of("tcp", "tcp6")
			.flatMap((table) -> sockets(Path.of("/proc/net", table), "%04X".formatted(port)))
			.collect(Collectors.toSet());
		return sockets.isEmpty() ? Optional.empty()
				: ProcessHandle.allProcesses().filter((process) -> holds(process, sockets)).findFirst();
	}

	/**
	 * The links by which {@code /proc/<pid>/fd} names the sockets that listen on the
	 * port.
	 */
	private static Stream<String> sockets(Path table, String port) {
		try {
			return Files.readAllLines(table)
				.stream()
				.map((line) -> line.strip().split("\\s+", -1))
				.filter((column) -> column.length > 9 && column[1].endsWith(":" + port) && column[3].equals(LISTENING))
				.map((column) -> "socket:[" + column[9] + "]");
		}
		catch (IOException unreadable) {
			return Stream.empty();
		}
	}

	private static boolean holds(ProcessHandle process, Set<String> sockets) {
		try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
			return files.anyMatch((file) -> holds(file, sockets));
		}
		catch (IOException | UncheckedIOException unreadable) {
			// Ended meanwhile, or another user's.
			return false;
		}
	}

	private static boolean holds(Path file, Set<String> sockets) {
		try {
			return sockets.contains(Files.readSymbolicLink(file).toString());
		}
		catch (IOException closed) {
			return false;
		}
	}

}
