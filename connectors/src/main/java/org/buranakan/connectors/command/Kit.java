package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.ScramMechanism;
import org.buranakan.connectors.mapping.ProfileSchema;
import org.buranakan.schemas.topic.AgencyId;
import org.postgresql.util.PasswordUtil;

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
		return secret(CLIENT).isThere();
	}

	/** Writes everything but what is there already: an agency edits its profile. */
	void write(Map<String, String> client, SourceChoice source, Map<String, String> words) {
		provide(CLIENT, properties(client));
		provide(TOKEN, Secret.random().value());
		plain("profile.yml", source.fill(KitText.filled("profile.yml", words)));
		plain("profile.schema.json", new ProfileSchema().json());
		plain("README.md", KitText.filled("README.md", source.words(words)));
		String settings = KitText.filled("connectors.yml", words);
		if (source == SourceChoice.DATABASE) {
			role(words);
			settings += KitText.filled("capture.yml", words);
		}
		plain("connectors.yml", settings);
	}

	/** The same password in the file that is read, and in the database as its hash. */
	private void role(Map<String, String> words) {
		if (Files.exists(this.directory.resolve("database.sql"))) {
			return;
		}
		Map<String, String> role = new HashMap<>(words);
		String user = "buranakan_" + this.agency.value().replace('-', '_');
		role.put("role", user);
		role.put("password", Secret.random().value());
		provide("database.properties", KitText.filled("database.properties", role));
		char[] password = load("database.properties").getProperty("password", "").toCharArray();
		try {
			role.put("hash", PasswordUtil.encodePassword(user, password, "scram-sha-256"));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		plain("database.sql", KitText.filled("database.sql", role));
	}

	/** The configuration of the Kafka Connect worker, where it has one. */
	WorkerFile worker() {
		return new WorkerFile(secret("connect-worker.properties"), this.agency);
	}

	/**
	 * Replaces password and token. The older token stays beside the new one, and is
	 * accepted, until {@link #keepOnlyTheNewest}.
	 */
	void renew(Map<String, String> client) {
		secret(CLIENT).write(properties(client));
		if (secret(TOKEN).isThere()) {
			secret(TOKEN + PREVIOUS).write(secret(TOKEN).read());
		}
		secret(TOKEN).write(Secret.random().value());
	}

	/** Ends the token before the newest. */
	void keepOnlyTheNewest() {
		try {
			Files.deleteIfExists(secret(TOKEN + PREVIOUS).path());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The older token cannot be removed from " + this.directory, ex);
		}
	}

	/** The mechanism of the password that the kit holds. */
	ScramMechanism mechanism() {
		return ScramMechanism.fromMechanismName(load(CLIENT).getProperty("sasl.mechanism", ""));
	}

	private Properties load(String name) {
		try (InputStream in = Files.newInputStream(secret(name).path())) {
			Properties properties = new Properties();
			properties.load(in);
			return properties;
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

	private PrivateFile secret(String name) {
		return new PrivateFile(this.directory.resolve(name));
	}

	private void provide(String name, String content) {
		if (!secret(name).isThere()) {
			secret(name).write(content);
		}
	}

	private void plain(String name, String content) {
		Path file = this.directory.resolve(name);
		try {
			if (Files.notExists(file)) {
				Files.createDirectories(this.directory);
				Files.writeString(file, content);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The kit cannot be written into " + this.directory, ex);
		}
	}

}
