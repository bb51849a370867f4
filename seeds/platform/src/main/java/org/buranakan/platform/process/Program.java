package org.buranakan.platform.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to run: a command line, its environment (nothing is inherited but {@code PATH},
 * {@code HOME} and {@code TMPDIR}), the file its output is appended to, and how it is
 * asked to stop.
 *
 * @param stop the signal that asks it to stop orderly
 * @param patience how long after that signal it is killed, in whole seconds
 */
public record Program(List<String> command, Map<String, String> environment, Path output, String stop,
		Duration patience) {

	public Program {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
		if (command.isEmpty()) {
			throw new IllegalArgumentException("A program needs a command");
		}
		if (patience.isNegative()) {
			throw new IllegalArgumentException("Patience cannot be negative: " + patience);
		}
	}

	/** A program that ends by itself, such as a formatter. */
	public static Program once(List<String> command, Path output) {
		return new Program(command, Map.of(), output, "TERM", Duration.ofSeconds(1));
	}

}
