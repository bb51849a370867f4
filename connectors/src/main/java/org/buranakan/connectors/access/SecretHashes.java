package org.buranakan.connectors.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Secrets as they are kept: as SHA-256, compared in constant time. Nobody chose these
 * secrets, so there is nothing to guess, and a hash that is slow on purpose would let
 * strangers keep the processor busy. Two secrets that are both accepted for a while are
 * kept as two hashes with a comma between.
 */
final class SecretHashes extends AbstractValidatingPasswordEncoder {

	@Override
	protected String encodeNonNullPassword(String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	@Override
	protected boolean matchesNonNull(String secret, String hashes) {
		byte[] given = encodeNonNullPassword(secret).getBytes(StandardCharsets.US_ASCII);
		boolean matches = false;
		for (String hash : hashes.split(",", -1)) {
			matches |= MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.US_ASCII));
		}
		return matches;
	}

}
