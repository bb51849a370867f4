package org.buranakan.connectors.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks: HMAC-SHA256 over id, time and body. */
final class Signing {

	private static final String PREFIX = "whsec_";

	private static final int SHORTEST = 24;

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	Signing(byte[] key) {
		if (key.length < SHORTEST) {
			throw new IllegalArgumentException("A webhook's secret has at least " + SHORTEST + " bytes");
		}
		this.key = new SecretKeySpec(key, ALGORITHM);
	}

	/** With the secret of a file that holds nothing else. */
	static Signing of(Path file) {
		try {
			String secret = Files.readString(file).strip();
			if (!secret.startsWith(PREFIX)) {
				throw new IllegalArgumentException("A webhook's secret begins with " + PREFIX + ": " + file);
			}
			return new Signing(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The webhook's secret cannot be read: " + file, ex);
		}
	}

	/** As the header has it. */
	String sign(String id, long seconds, String body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			String signed = id + "." + seconds + "." + body;
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}
