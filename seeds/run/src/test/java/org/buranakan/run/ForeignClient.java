package org.buranakan.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/** The client under {@code src/test/node}, installed below {@code target}. */
final class ForeignClient {

	private static final Path SOURCE = Path.of("src", "test", "node");

	private static final Path HOME = Path.of("target", "foreign-client");

	private static final int PATIENCE_SECONDS = 180;

	private final JsonMapper json = JsonMapper.shared();

	private ForeignClient() {
	}

	/** Installs exactly what the lock file names; needs Node.js 18 or newer with npm. */
	static ForeignClient installed() throws IOException, InterruptedException {
		Files.createDirectories(HOME);
		try (Stream<Path> files = Files.list(SOURCE)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		if (!isInstalled()) {
			run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
			Files.copy(SOURCE.resolve("package-lock.json"), HOME.resolve("installed.json"),
					StandardCopyOption.REPLACE_EXISTING);
		}
		return new ForeignClient();
	}

	ForeignOutcome reads(String topic, Path credentials) throws IOException, InterruptedException {
		return acts("read", topic, credentials);
	}

	ForeignOutcome writes(String topic, Path credentials) throws IOException, InterruptedException {
		return acts("write", topic, credentials);
	}

	/**
	 * Publishes what is new in a list of items, to a family's topic of the agency's own.
	 * @return how many events that was
	 */
	int publishes(String agency, Path credentials, String family, Path items) throws IOException, InterruptedException {
		String said = run(List.of("node", "direct.mjs", agency, credentials.toAbsolutePath().toString(), family,
				items.toAbsolutePath().toString()));
		return this.json.readTree(said).path("published").intValue();
	}

	/** What it says, where it exits with 2, to whoever gives it these arguments. */
	String misused(String... arguments) throws IOException, InterruptedException {
		List<String> command = Stream.concat(Stream.of("node", "client.mjs"), Stream.of(arguments)).toList();
		Process process = start(new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true));
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 2) {
			throw new IllegalStateException(command + " exited with " + process.exitValue() + ": " + said);
		}
		return said;
	}

	private ForeignOutcome acts(String act, String topic, Path credentials) throws IOException, InterruptedException {
		String said = run(List.of("node", "client.mjs", act, credentials.toAbsolutePath().toString(), topic));
		return ForeignOutcome.of(this.json.readTree(said));
	}

	private static boolean isInstalled() throws IOException {
		Path installed = HOME.resolve("installed.json");
		return Files.exists(installed) && Files.mismatch(installed, SOURCE.resolve("package-lock.json")) < 0;
	}

	private static String run(List<String> command) throws IOException, InterruptedException {
		Path errors = HOME.resolve("errors.log");
		Process process = start(new ProcessBuilder(command).directory(HOME.toFile()).redirectError(errors.toFile()));
		String said;
		try {
			process.getOutputStream().close();
			said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
				return said;
			}
		}
		finally {
			process.destroyForcibly();
		}
		throw new IllegalStateException(command + " failed: " + said + Files.readString(errors));
	}

	private static Process start(ProcessBuilder builder) {
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"The foreign consumer needs Node.js 18 or newer with npm on the PATH "
							+ "(Debian: apt-get install nodejs npm); it could not be started: " + builder.command(),
					ex);
		}
	}

}
