package org.buranakan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the parts print: {@code logs/<part>.log} in the data directory, one file per part
 * and run.
 */
final class Logs {

	private static final int TAIL = 12;

	private Logs() {
	}

	static Path of(Path data, PartName part) throws IOException {
		Path logs = Files.createDirectories(data.resolve("logs"));
		return logs.resolve(part.file() + ".log");
	}

	/** Why a part ended, judged by the last lines of its log. */
	static PlatformFailure ended(PartName part, Path log) {
		String tail = tail(log);
		if (tail.contains("No space left on device")) {
			return new PlatformFailure(PlatformFailure.Code.DISK_FULL,
					part.title() + " ended because the disk is full.", "Free some space and start again.");
		}
		if (tail.contains("Address already in use") || tail.contains("BindException")) {
			return new PlatformFailure(PlatformFailure.Code.PORT_TAKEN,
					part.title() + " ended because somebody took its port meanwhile.",
					"Choose another port with buranakan.platform.ports." + part.file() + ".");
		}
		if (tail.contains("unshare failed")) {
			return new PlatformFailure(PlatformFailure.Code.PART_ENDED,
					"PostgreSQL does not run as root, and this system does not let root give it another user.",
					"Run as an ordinary user.");
		}
		return new PlatformFailure(PlatformFailure.Code.PART_ENDED,
				part.title() + " ended instead of answering. It last said:\n" + tail, "Read " + log + ".");
	}

	static PlatformFailure silent(PartName part, Path log) {
		return new PlatformFailure(PlatformFailure.Code.PART_SILENT,
				part.title() + " runs but does not answer. It last said:\n" + tail(log),
				"Give a slow machine more time with buranakan.platform.limits.patience, or read " + log + ".");
	}

	private static String tail(Path log) {
		try {
			List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
			return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
