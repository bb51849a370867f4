package org.buranakan.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs as the build laid them out (see {@code seeds/parts}), and the Java that
 * runs them.
 *
 * @param home the directory {@code seeds/parts/target/parts}
 * @param java the executable of the running Java
 * @param postgresql the directory with PostgreSQL's {@code bin}, {@code lib} and
 * {@code share}
 */
record Toolbox(Path home, Path java, Path postgresql) {

	/** The registry asks for Java 21; the project itself for more. */
	private static final int OLDEST_JAVA = 21;

	private static final Pattern KAFKA = Pattern.compile("kafka_2\\.13-(\\d+)\\.(\\d+)\\.");

	static Toolbox open() {
		Path home = recordedHome();
		if (!Files.isRegularFile(home.resolve("kafka.classpath"))
				|| !Files.isRegularFile(home.resolve("registry/quarkus-run.jar"))) {
			throw new PlatformFailure(PlatformFailure.Code.NO_PARTS, "The parts are not laid out in " + home + ".",
					"Build at the root of the project: mvn test-compile.");
		}
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		if (!Files.isExecutable(java) || Runtime.version().feature() < OLDEST_JAVA) {
			throw new PlatformFailure(
					PlatformFailure.Code.NO_JDK, "The parts need Java " + OLDEST_JAVA + " or newer; this is Java "
							+ Runtime.version().feature() + " in " + System.getProperty("java.home") + ".",
					"Install a JDK 25 and run with it.");
		}
		try {
			return new Toolbox(home, java, PostgresBinaries.unpackedBeside(home));
		}
		catch (IOException ex) {
			throw new PlatformFailure(PlatformFailure.Code.NO_PARTS,
					"PostgreSQL cannot be unpacked in " + home + ": " + ex,
					"Make the directory writable for this user.", ex);
		}
	}

	/** A Kafka program's command line, up to and including its main class. */
	List<String> kafka(Path data, String mainClass, String... options) {
		List<String> command = java(data, mainClass, options);
		command.addAll(List.of("-cp", classPath(), mainClass));
		return command;
	}

	/** The registry's command line. */
	List<String> registry(Path data, String... options) {
		List<String> command = java(data, "registry", options);
		command.addAll(List.of("-jar", this.home.resolve("registry/quarkus-run.jar").toString()));
		return command;
	}

	/** The major version, which PostgreSQL's own catalogue starts with. */
	int postgresqlVersion() {
		String catalogue = text(this.postgresql.resolve("share/postgresql/postgres.bki"));
		return Integer.parseInt(catalogue.substring("# PostgreSQL ".length(), catalogue.indexOf('\n')));
	}

	/** Major and minor version as one number: 4.2 is 402. */
	int kafkaVersion() {
		Matcher version = KAFKA.matcher(classPath());
		if (!version.find()) {
			throw new IllegalStateException("No Kafka on the class path of the parts");
		}
		return Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2));
	}

	/** The argument that says of a Java process whose it is. */
	static String mark(Path data) {
		return "-Dburanakan.data=" + data;
	}

	/**
	 * The first compiler alone: a platform of this size starts sooner with it and misses
	 * nothing of the second. The classes that a program loads are kept as it loaded them,
	 * by Java itself when the program first ends, for whichever starts it next: checked,
	 * for two may have ended at once, and in silence, for a log's last lines are to say
	 * why a part ended.
	 */
	private List<String> java(Path data, String program, String... options) {
		List<String> command = new ArrayList<>(List.of(this.java.toString(), mark(data), "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-XX:+AutoCreateSharedArchive", "-XX:+VerifySharedSpaces", "-Xlog:cds*=off",
				"-Xlog:aot*=off", "-XX:SharedArchiveFile=" + this.home.resolve(program + ".jsa"),
				"-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
		command.addAll(List.of(options));
		return command;
	}

	private String classPath() {
		return text(this.home.resolve("kafka.classpath"));
	}

	private static String text(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path recordedHome() {
		try (InputStream in = Toolbox.class.getResourceAsStream("parts.home")) {
			if (in == null) {
				throw new IllegalStateException("parts.home is missing from the class path");
			}
			return Path.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()).normalize();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
