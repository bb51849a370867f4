package org.buranakan.hub.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Digests rows in the canonical form of the package description. */
final class CanonicalDigest {

	private final MessageDigest digest = sha256();

	private long rows;

	void table(String name) {
		add("T" + name + "\n");
	}

	void row(@Nullable String[] values) {
		StringBuilder row = new StringBuilder("R");
		for (String value : values) {
			if (value == null) {
				row.append('-');
			}
			else {
				row.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
			}
		}
		add(row.append('\n').toString());
		this.rows++;
	}

	long rows() {
		return this.rows;
	}

	/** Ends the digest. */
	String hex() {
		return HexFormat.of().formatHex(bytes());
	}

	/** The same in bytes. */
	byte[] bytes() {
		return this.digest.digest();
	}

	private void add(String text) {
		this.digest.update(text.getBytes(StandardCharsets.UTF_8));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
