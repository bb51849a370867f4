package org.buranakan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.buranakan.platform.process.Leftovers;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The data directory, claimed for one run. The kernel gives the claim back when this
 * process ends, however it ends; so whatever still runs on a directory that could be
 * claimed is a leftover.
 */
final class DataDirectory implements AutoCloseable {

	private static final String CLAIM = "lock";

	/** What a start that got no further may have left. */
	private static final Set<String> BEGINNINGS = Set.of(CLAIM, "credentials", "logs");

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Path path;

	private final FileChannel claim;

	private DataDirectory(Path path, FileChannel claim) {
		this.path = path;
		this.claim = claim;
	}

	static DataDirectory claim(PlatformSettings settings, Front front, StartListener listener) {
		Path path = settings.data();
		try {
			Files.createDirectories(path);
			requireOurs(path);
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
			requireSpace(path, settings.limits());
			FileChannel channel = FileChannel.open(path.resolve(CLAIM), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (lock(channel) == null) {
				channel.close();
				String holder = Claimant.of(path.resolve(CLAIM)).map((other) -> ": " + other).orElse("");
				throw new PlatformFailure(PlatformFailure.Code.DATA_IN_USE, "Another run uses " + path + holder + ".",
						"Stop that run; or, to have a second one beside it, choose " + front.choices() + ".");
			}
			Claimant.ourselves(front).sign(channel);
			DataDirectory directory = new DataDirectory(path, channel);
			directory.stopLeftovers(listener);
			return directory;
		}
		catch (IOException ex) {
			throw new PlatformFailure(PlatformFailure.Code.DATA_UNUSABLE, "Cannot use " + path + ": " + ex,
					"Make it writable for this user, or choose another directory with buranakan.platform.data.", ex);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while starting", stopped);
		}
	}

	/** Deletes everything in it but the claim. */
	void empty() {
		try (Stream<Path> content = Files.list(this.path)) {
			for (Path entry : content.filter((entry) -> !entry.endsWith(CLAIM)).toList()) {
				FileSystemUtils.deleteRecursively(entry);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.claim.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void stopLeftovers(StartListener listener) throws IOException, InterruptedException {
		for (ProcessHandle process : leftovers()) {
			Leftovers.stop(process, PATIENCE);
			if (process.isAlive()) {
				throw new PlatformFailure(PlatformFailure.Code.LEFTOVER,
						"Process " + process.pid() + " of an earlier run uses " + this.path + " and does not stop.",
						"End it by hand: kill -9 " + process.pid());
			}
			listener.noticed("Stopped process " + process.pid() + ", left behind by an earlier run.");
		}
	}

	private List<ProcessHandle> leftovers() {
		return Stream
			.concat(Leftovers.javaWith(Toolbox.mark(this.path)).stream(),
					Leftovers.postgresIn(PostgreSql.directory(this.path)).stream())
			.toList();
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ours) {
			return null;
		}
	}

	/**
	 * A directory with anything else in it is somebody's: it is neither locked up nor, by
	 * a start over, emptied.
	 */
	private static void requireOurs(Path path) throws IOException {
		if (DataVersion.isSigned(path)) {
			return;
		}
		try (Stream<Path> content = Files.list(path)) {
			Optional<Path> stranger = content.filter((entry) -> !BEGINNINGS.contains(entry.getFileName().toString()))
				.findFirst();
			if (stranger.isPresent()) {
				throw new PlatformFailure(PlatformFailure.Code.DATA_UNUSABLE,
						path + " holds " + stranger.get().getFileName() + ", which is not Buranakan's.",
						"Choose a new or an empty directory with buranakan.platform.data.");
			}
		}
	}

	private static void requireSpace(Path path, Limits limits) throws IOException {
		long free = Files.getFileStore(path).getUsableSpace();
		if (free < limits.minimumFree().toBytes()) {
			throw new PlatformFailure(PlatformFailure.Code.DISK_FULL,
					"The disk of " + path + " has " + free / (1024 * 1024) + " MB left; "
							+ limits.minimumFree().toMegabytes() + " MB are needed.",
					"Free some space, choose another disk with buranakan.platform.data, or lower "
							+ "buranakan.platform.limits.minimum-free.");
		}
	}

}
