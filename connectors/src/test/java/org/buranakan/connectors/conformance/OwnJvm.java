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
		return builder(List.of(), arguments).redirectErrorStream(true).start();
	}

	/**
	 * The same, with the lowest priority, for what has a machine of its own in truth: in
	 * its own session, and where Linux ranks sessions, the last of those too.
	 */
	static Process startLast(String... arguments) throws IOException {
		return builder(List.of("setsid", "sh", "-c",
				"{ echo 19 > /proc/self/autogroup; } 2>/dev/null; exec nice -n 19 \"$@\"", "sh"), arguments)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private static ProcessBuilder builder(List<String> before, String... arguments) {
		List<String> command = new ArrayList<>(before);
		command.addAll(List.of(System.getProperty("java.home") + File.separator + "bin/java", "-Dfile.encoding=UTF-8",
				"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command);
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
