package org.buranakan.platform;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;

/**
 * A configuration file that holds passwords: readable by its owner alone, whole or
 * absent.
 */
record PropertiesFile(Path path) {

	void write(Map<String, String> content) throws IOException {
		Path draft = this.path.resolveSibling(this.path.getFileName() + ".draft");
		Files.deleteIfExists(draft);
		Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Properties properties = new Properties();
		properties.putAll(content);
		try (Writer writer = Files.newBufferedWriter(draft)) {
			properties.store(writer, null);
		}
		Files.move(draft, this.path, java.nio.file.StandardCopyOption.ATOMIC_MOVE,
				java.nio.file.StandardCopyOption.REPLACE_EXISTING);
	}

}
