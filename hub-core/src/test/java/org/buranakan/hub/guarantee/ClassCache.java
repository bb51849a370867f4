package org.buranakan.hub.guarantee;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

import org.buranakan.hub.HubApplication;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a hub as a JVM of this run of tests has loaded and linked them (JEP
 * 483): two thirds of a start is that work, and tests start a hundred hubs. Benchmarks do
 * without, a cold JVM is what they measure.
 */
final class ClassCache {

	private static final Path HOME = Path.of("target", "hub-processes");

	private static @Nullable List<String> options;

	private ClassCache() {
	}

	/**
	 * The class path of a hub and, if it could be made, the cache of it.
	 * @param jvm the options that all hubs of tests share
	 * @param environment of a hub that would start: the first of them makes the cache
	 */
	static synchronized List<String> options(List<String> jvm, Map<String, String> environment) throws IOException {
		List<String> present = options;
		if (present == null) {
			present = make(jvm, environment);
			options = present;
		}
		return present;
	}

	private static List<String> make(List<String> jvm, Map<String, String> environment) throws IOException {
		List<String> path = new ArrayList<>(List.of("-cp", ofJars()));
		Path cache = HOME.resolve("hub.aot").toAbsolutePath();
		Files.deleteIfExists(cache);
		List<String> command = new ArrayList<>(List.of(HubProcess.java()));
		command.addAll(jvm);
		command.add("-XX:AOTCacheOutput=" + cache);
		command.add("-Dspring.context.exit=onRefresh");
		command.addAll(path);
		command.add(HubApplication.class.getName());
		ProcessBuilder training = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(HOME.resolve("class-cache.log").toFile());
		training.environment().putAll(environment);
		Process trained = training.start();
		trained.onExit().completeOnTimeout(trained, 2, TimeUnit.MINUTES).join().destroyForcibly();
		if (Files.exists(cache)) {
			path.addFirst("-XX:AOTCache=" + cache);
		}
		return path;
	}

	/** A cache is of jars: the directories become some. */
	private static String ofJars() throws IOException {
		List<String> jars = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
			// What is empty would be this very directory, with the jar in it.
			if (!entry.isEmpty()) {
				jars.add(Files.isDirectory(Path.of(entry)) ? jar(entry, jars.size()) : entry);
			}
		}
		return String.join(File.pathSeparator, jars);
	}

	private static String jar(String directory, int number) throws IOException {
		String jar = Files.createDirectories(HOME).resolve("classes-" + number + ".jar").toAbsolutePath().toString();
		int failed = ToolProvider.findFirst("jar")
			.orElseThrow()
			.run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", directory, ".");
		if (failed != 0) {
			throw new IOException("Not made: " + jar);
		}
		return jar;
	}

}
