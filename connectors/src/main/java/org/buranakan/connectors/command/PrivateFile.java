package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that nobody else on the machine can read. */
record PrivateFile(Path path) {

	boolean isThere() {
		return Files.exists(this.path);
	}

	/** Writes or replaces it, whole or not at all. */
	void write(String content) {
		try {
			Files.createDirectories(this.path.toAbsolutePath().getParent());
			Path draft = this.path.resolveSibling("." + this.path.getFileName());
			Files.deleteIfExists(draft);
			Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(draft, content);
			Files.move(draft, this.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The kit's file cannot be written: " + this.path, ex);
		}
	}

	String read() {
		try {
			return Files.readString(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The kit's file cannot be read: " + this.path, ex);
		}
	}

}
