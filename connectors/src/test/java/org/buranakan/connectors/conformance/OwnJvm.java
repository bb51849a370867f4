package org.buranakan.connectors.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A JVM of its own for what is measured: surefire's compiles for short runs. */
final class OwnJvm {

	private OwnJvm() {
	}

	/**
	 * Starts it on the tests' class path.
	 * @param arguments options, the main class, and its arguments
	 */
	static Process start(String... arguments) throws IOException {
		return start(List.of(), arguments);
	}

	/** The same, with the lowest priority, for what has a machine of its own in truth. */
	static Process startLast(String... arguments) throws IOException {
		return start(List.of("nice", "-n", "19"), arguments);
	}

	private static Process start(List<String> before, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(before);
		command.addAll(List.of(System.getProperty("java.home") + File.separator + "bin/java", "-Dfile.encoding=UTF-8",
				"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	/** Prints its results, the lines that begin with {@code =}, and waits for its end. */
	static void print(Process process) throws InterruptedException {
		process.inputReader(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.startsWith("="))
			.forEach(System.out::println);
		assertThat(process.waitFor()).isZero();
	}

}
