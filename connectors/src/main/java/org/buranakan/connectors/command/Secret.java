package org.buranakan.connectors.command;

import java.security.SecureRandom;
import java.util.Base64;

/** A password or token that nobody chose. Its text form hides it. */
record Secret(String value) {

	private static final int BYTES = 32;

	static Secret random() {
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	@Override
	public String toString() {
		return "…";
	}

}
