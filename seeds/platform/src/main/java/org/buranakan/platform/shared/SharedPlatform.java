package org.buranakan.platform.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.buranakan.platform.Limits;
import org.buranakan.platform.Platform;
import org.buranakan.platform.PlatformSettings;
import org.buranakan.platform.Ports;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * The platform that all tests of one process share: started by whoever asks first. Its
 * parts end with the process, however that ends.
 */
public final class SharedPlatform {

	private static final List<String> DATABASES = List.of("hub", "codi");

	private static final List<String> PRINCIPALS = List.of("hub", "operator", "dashboard", "auditor", "codi",
			"codi-connect", "pacc-zone-1", "pacc-zone-2", "pacoc-11", "pacoc-19", "pacoc-20", "pacoc-23");

	/** Several builds may share a machine. */
	private static final Limits LIMITS = new Limits(Duration.ofMinutes(8), DataSize.ofMegabytes(500));

	private static @Nullable Platform platform;

	private SharedPlatform() {
	}

	/** The shared platform, started if it is not. */
	public static synchronized Platform get() {
		if (platform == null) {
			try {
				Path home = home();
				sweep(home);
				Path data = home.resolve(name(ProcessHandle.current()));
				platform = Platform.start(new PlatformSettings(data, Ports.free(), DATABASES, PRINCIPALS, LIMITS));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return platform;
	}

	/**
	 * What earlier processes left is not needed any more, but for the last one's logs.
	 */
	private static void sweep(Path home) throws IOException {
		Files.createDirectories(home);
		try (Stream<Path> left = Files.list(home)) {
			for (Path data : left.filter((data) -> !isRunning(data)).toList()) {
				FileSystemUtils.deleteRecursively(data);
			}
		}
	}

	private static boolean isRunning(Path data) {
		String name = String.valueOf(data.getFileName());
		return ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))))
			.filter((process) -> name(process).equals(name))
			.isPresent();
	}

	/** A process id alone may come again. */
	private static String name(ProcessHandle process) {
		return process.pid() + "-" + process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
	}

	private static Path home() throws IOException {
		try (InputStream in = SharedPlatform.class.getResourceAsStream("shared.home")) {
			if (in == null) {
				throw new IllegalStateException("shared.home is missing from the class path");
			}
			return Path.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
		}
	}

}
