package org.buranakan.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per build from the archive on the class path.
 */
final class PostgresBinaries {

	private PostgresBinaries() {
	}

	/** The directory with {@code bin}, {@code lib} and {@code share}. */
	static Path unpackedBeside(Path home) throws IOException {
		String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
		String archive = switch (architecture) {
			case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
			case "aarch64" -> "/postgres-linux-arm_64.txz";
			default -> throw unsupported(architecture);
		};
		Path target = home.resolve("postgresql");
		if (Files.isExecutable(target.resolve("bin/postgres"))) {
			return target;
		}
		Path draft = Files.createTempDirectory(home, "postgresql");
		try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive)) {
			if (in == null) {
				throw unsupported(architecture);
			}
			unpack(in, draft);
			Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
			if (!Files.exists(target)) {
				Files.move(draft, target);
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(draft);
		}
		return target;
	}

	private static void unpack(InputStream archive, Path directory) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new BufferedInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path file = directory.resolve(entry.getName()).normalize();
				if (!file.startsWith(directory)) {
					throw new IOException("The archive reaches out of its directory: " + entry.getName());
				}
				place(tar, entry, file);
			}
		}
	}

	private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(file);
			return;
		}
		Path parent = file.getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, file);
		boolean program = (entry.getMode() & 0100) != 0;
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
	}

	private static PlatformFailure unsupported(String architecture) {
		return new PlatformFailure(PlatformFailure.Code.NO_PARTS,
				"There are no PostgreSQL programs for " + System.getProperty("os.name") + " on " + architecture + ".",
				"Run on Linux on x86-64 or ARM64, or in a virtual machine of that kind.");
	}

}
