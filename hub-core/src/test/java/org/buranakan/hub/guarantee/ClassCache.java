package org.buranakan.hub.guarantee;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

import org.buranakan.hub.HubApplication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes of a hub as a JVM of this run of tests has loaded and linked them (JEP
 * 483): that is much of a start, and whoever kills hubs starts many. Benchmarks do
 * without, since a cold JVM is what they measure.
 */
final class ClassCache {

	/** Where what hubs in processes of their own need and write lies. */
	static final Path HOME = Path.of("target", "hub-processes");

	private static final Logger log = LoggerFactory.getLogger(ClassCache.class);

	private static @Nullable List<String> options;

	private ClassCache() {
	}

	/**
	 * The options of a hub's JVM with its class path and, if it could be made, the cache
	 * of it.
	 * @param jvm the options that all hubs of tests share
	 * @param environment of a hub that is about to start. The first of them makes the
	 * cache with it, which migrates that hub's database as its own start would
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
		Files.createDirectories(HOME);
		Path cache = HOME.resolve("hub.aot").toAbsolutePath();
		Path draft = HOME.resolve("draft.aot").toAbsolutePath();
		Files.deleteIfExists(draft);
		List<String> all = new ArrayList<>(jvm);
		all.addAll(List.of("-cp", ofJars()));
		if (train(draft, all, environment)) {
			Files.move(draft, cache, StandardCopyOption.REPLACE_EXISTING);
			all.add("-XX:AOTCache=" + cache);
		}
		else {
			log.warn("Hubs start without a cache of their classes, so slowly: read {}", log());
		}
		return all;
	}

	private static boolean train(Path cache, List<String> jvm, Map<String, String> environment) throws IOException {
		List<String> command = new ArrayList<>(List.of(HubProcess.java()));
		command.addAll(jvm);
		command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh",
				HubApplication.class.getName()));
		ProcessBuilder training = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log());
		training.environment().putAll(environment);
		Process trained = training.start();
		trained.onExit().completeOnTimeout(trained, 2, TimeUnit.MINUTES).join();
		if (trained.isAlive()) {
			// One of its own writes the cache.
			trained.descendants().forEach(ProcessHandle::destroyForcibly);
			trained.destroyForcibly();
			return false;
		}
		return trained.exitValue() == 0 && Files.exists(cache);
	}

	private static File log() {
		return HOME.resolve("class-cache.log").toFile();
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
		String jar = HOME.resolve("classes-" + number + ".jar").toAbsolutePath().toString();
		int failed = ToolProvider.findFirst("jar")
			.orElseThrow()
			.run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", directory, ".");
		if (failed != 0) {
			throw new IOException("Not made: " + jar);
		}
		return jar;
	}

}
