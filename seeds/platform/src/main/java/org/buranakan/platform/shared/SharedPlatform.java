package org.buranakan.platform.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.buranakan.platform.Front;
import org.buranakan.platform.Platform;
import org.buranakan.platform.Ports;
import org.buranakan.platform.StartListener;
import org.jspecify.annotations.Nullable;

/**
 * The platform that all tests of a Maven run share, started by whoever asks first,
 * stopped when the run ends; and others like it.
 */
public final class SharedPlatform {

	private static @Nullable Platform platform;

	private SharedPlatform() {
	}

	/** The shared platform, started if it is not. Closing it has no effect. */
	public static synchronized Platform get() {
		if (platform == null) {
			platform = find();
		}
		return platform;
	}

	/**
	 * Another one like it that nobody else uses, for whoever takes its parts away.
	 * Closing it stops it.
	 * @param data where it lies; emptied
	 */
	public static Platform apart(Path data) {
		return Platform.startOver(Holder.settings(data, Ports.free()), Front.NONE, StartListener.SILENT);
	}

	private static Platform find() {
		ProcessHandle run = TestRun.current();
		Path directory = Holding.directory(run);
		try {
			Files.createDirectories(directory);
			try (FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				channel.lock();
				Optional<Holding> found = Holding.read(directory).filter(Holding::isAlive);
				if (found.isEmpty()) {
					Holder.launch(directory, run);
				}
				return Holding.read(directory).orElseThrow().platform();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
