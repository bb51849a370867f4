package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.ScramMechanism;
import org.buranakan.connectors.mapping.ProfileSchema;
import org.buranakan.schemas.topic.AgencyId;

/**
 * The files that an agency's IT is handed: who gets them can publish as the agency, so
 * nobody else on the machine can read them.
 */
record Kit(Path directory, AgencyId agency) {

	private static final String CLIENT = "client.properties";

	private static final String TOKEN = "token";

	private static final String PREVIOUS = ".previous";

	/** Whether an earlier run has made it. */
	boolean isThere() {
		return Files.exists(this.directory.resolve(CLIENT));
	}

	/** Writes everything but what is there already: an agency edits its profile. */
	void write(Map<String, String> client, SourceChoice source, Map<String, String> words) {
		secret(CLIENT, properties(client), false);
		secret(TOKEN, Secret.random().value(), false);
		plain("profile.yml", source.fill(filled("profile.yml", words)));
		plain("profile.schema.json", new ProfileSchema().json());
		plain("connectors.yml", filled("connectors.yml", words));
		plain("README.md", source.fill(filled("README.md", words)));
	}

	/**
	 * Replaces password and token. The older token stays beside the new one, and is
	 * accepted, until {@link #keepOnlyTheNewest}.
	 */
	void renew(Map<String, String> client) {
		secret(CLIENT, properties(client), true);
		Path token = this.directory.resolve(TOKEN);
		try {
			if (Files.exists(token)) {
				secret(TOKEN + PREVIOUS, Files.readString(token), true);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The token cannot be read: " + token, ex);
		}
		secret(TOKEN, Secret.random().value(), true);
	}

	/** Ends the token before the newest. */
	void keepOnlyTheNewest() {
		try {
			Files.deleteIfExists(this.directory.resolve(TOKEN + PREVIOUS));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The older token cannot be removed from " + this.directory, ex);
		}
	}

	/** The mechanism of the password that the kit holds. */
	ScramMechanism mechanism() {
		try (InputStream in = Files.newInputStream(this.directory.resolve(CLIENT))) {
			java.util.Properties client = new java.util.Properties();
			client.load(in);
			return ScramMechanism.fromMechanismName(client.getProperty("sasl.mechanism", ""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No kit of " + this.agency + " in " + this.directory, ex);
		}
	}

	private static String properties(Map<String, String> client) {
		return new TreeMap<>(client).entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private void secret(String name, String content, boolean replace) {
		Path file = this.directory.resolve(name);
		if (Files.exists(file) && !replace) {
			return;
		}
		try {
			Files.createDirectories(this.directory);
			Path draft = this.directory.resolve("." + name);
			Files.deleteIfExists(draft);
			Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(draft, content);
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The kit cannot be written into " + this.directory, ex);
		}
	}

	private void plain(String name, String content) {
		Path file = this.directory.resolve(name);
		try {
			if (Files.notExists(file)) {
				Files.writeString(file, content);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The kit cannot be written into " + this.directory, ex);
		}
	}

	private static String filled(String resource, Map<String, String> words) {
		try (InputStream in = Objects.requireNonNull(Kit.class.getResourceAsStream("/joining/" + resource))) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			for (Map.Entry<String, String> word : words.entrySet()) {
				text = text.replace("{" + word.getKey() + "}", word.getValue());
			}
			return text;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
