package org.buranakan.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file of {@code name=value} lines that may hold passwords: readable by its owner
 * alone, whole or absent. Only what Java itself could misread is escaped, so that other
 * languages' clients can read it line by line.
 */
record PropertiesFile(Path path) {

	void write(Map<String, String> content) throws IOException {
		String lines = new TreeMap<>(content).entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + escape(entry.getValue()) + "\n")
			.collect(Collectors.joining());
		Path draft = this.path.resolveSibling(this.path.getFileName() + ".draft");
		Files.deleteIfExists(draft);
		Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(draft, lines);
		Files.move(draft, this.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Backslashes, and what is not ASCII: {@code Properties.load} reads Latin-1. */
	private static String escape(String value) {
		return value.chars()
			.mapToObj((character) -> (character == '\\') ? "\\\\"
					: (character < 128) ? String.valueOf((char) character) : "\\u%04x".formatted(character))
			.collect(Collectors.joining());
	}

}
