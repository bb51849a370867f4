package org.buranakan.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The passwords of one data directory: made at random when first asked for, kept in
 * {@code passwords.properties}, and the same ever after. Beside it lies one ready-made
 * file per user. Nobody but the user who runs the platform can read any of them.
 */
final class Credentials {

	private final Path directory;

	private final Map<String, String> passwords;

	private Credentials(Path directory, Map<String, String> passwords) {
		this.directory = directory;
		this.passwords = passwords;
	}

	static Credentials in(Path directory) {
		try {
			Files.createDirectories(directory);
			Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
			Path file = directory.resolve("passwords.properties");
			Map<String, String> passwords = new TreeMap<>();
			if (Files.exists(file)) {
				read(file).forEach((user, password) -> passwords.put(String.valueOf(user), String.valueOf(password)));
			}
			return new Credentials(directory, passwords);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The login of a user of Kafka, PostgreSQL or the registry; each of these has users
	 * of its own.
	 */
	synchronized Login login(PartName part, String user) {
		String key = part.file() + "." + user;
		if (!this.passwords.containsKey(key)) {
			this.passwords.put(key, random());
			write("passwords", this.passwords);
		}
		return new Login(user, this.passwords.getOrDefault(key, ""));
	}

	/** The file of this name, whether it exists or not. */
	Path file(String name) {
		return this.directory.resolve(name + ".properties");
	}

	/** Writes {@code <name>.properties}. */
	void write(String name, Map<String, String> content) {
		try {
			Files.createDirectories(Objects.requireNonNull(file(name).getParent()));
			new PropertiesFile(file(name)).write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties read(Path file) throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Files.newInputStream(file)) {
			properties.load(in);
		}
		return properties;
	}

	static String random() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
