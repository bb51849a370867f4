package org.buranakan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate authority of a server's own, and the key of its broker, made by the JDK's
 * {@code keytool} when first asked for. A key that the office puts in their place is left
 * alone.
 *
 * @param directory only the authority needs it: whoever reads it can sign
 * @param password of both key stores
 */
record Certificates(Path directory, String password) {

	/** Ten years; whoever wants less replaces the files sooner. */
	private static final String DAYS = "3650";

	/** The authority's certificate as one line of PEM. */
	String authority() {
		Path certificate = this.directory.resolve("authority.pem");
		try {
			if (Files.notExists(certificate)) {
				Files.writeString(certificate, keytool("-exportcert", "-rfc", "-keystore", authorityStore().toString(),
						"-alias", "authority"));
			}
			return Files.readString(certificate).strip().replaceAll("\\R", " ");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The store with the host's key and certificate, which the authority signed: made in
	 * a copy of the authority's store, so that whoever is interrupted can begin again.
	 */
	Path keyOf(String host) {
		Path store = this.directory.resolve(host + ".p12");
		if (Files.notExists(store)) {
			Path copy = this.directory.resolve("signing.p12");
			Path made = this.directory.resolve(host + ".p12.new");
			try {
				Files.deleteIfExists(made);
				Files.copy(authorityStore(), copy, StandardCopyOption.REPLACE_EXISTING);
				keytool("-genkeypair", "-keystore", copy.toString(), "-alias", host, "-signer", "authority", "-dname",
						"CN=" + host, "-ext", "san=dns:" + host, "-keyalg", "EC", "-groupname", "secp256r1",
						"-validity", DAYS);
				keytool("-importkeystore", "-noprompt", "-srckeystore", copy.toString(), "-srcstorepass:env",
						"PASSWORD", "-srcalias", host, "-deststorepass:env", "PASSWORD", "-destkeystore",
						made.toString());
				Files.move(made, store, StandardCopyOption.ATOMIC_MOVE);
				Files.delete(copy);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return store;
	}

	private Path authorityStore() {
		Path store = this.directory.resolve("authority.p12");
		if (Files.notExists(store)) {
			keytool("-genkeypair", "-keystore", store.toString(), "-alias", "authority", "-dname", "CN=Buranakan",
					"-keyalg", "EC", "-groupname", "secp256r1", "-validity", DAYS, "-ext", "bc:c");
		}
		return store;
	}

	private String keytool(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		if (!command.contains("-srckeystore")) {
			command.addAll(List.of("-storepass:env", "PASSWORD"));
		}
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("PASSWORD", this.password);
		// Java says on standard error that it was given some.
		builder.environment().remove("JAVA_TOOL_OPTIONS");
		try {
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new PlatformFailure(PlatformFailure.Code.PART_ENDED, "keytool failed: " + output,
						"Look at the key stores in " + this.directory + ".");
			}
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(stopped);
		}
	}

}
