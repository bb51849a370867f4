package org.buranakan.hub.person;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;

import org.buranakan.hub.view.BadParameter;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords: made, checked, and kept as hashes that are slow to try. */
final class Passwords {

	/** Without what looks alike. */
	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int GROUPS = 4;

	private static final int GROUP = 5;

	private static final int SHORTEST = 12;

	/** Of bytes: what bcrypt looks at. */
	private static final int LONGEST = 72;

	private final SecureRandom random = new SecureRandom();

	private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	/** Of no password: to try one against it takes as long as against any other. */
	String ofNobody() {
		return String.valueOf(this.encoder.encode(make()));
	}

	PasswordEncoder encoder() {
		return this.encoder;
	}

	/** One to read aloud, of a hundred bits. */
	String make() {
		return this.random.ints(GROUPS * GROUP, 0, LETTERS.length())
			.mapToObj((letter) -> String.valueOf(LETTERS.charAt(letter)))
			.collect(Collectors.joining())
			.replaceAll("(.{5})(?=.)", "$1-");
	}

	/**
	 * The hash of a password that somebody chose.
	 * @throws BadParameter if it is too short or too long
	 */
	String encode(String chosen) {
		if (chosen.codePointCount(0, chosen.length()) < SHORTEST
				|| chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			throw new BadParameter("password", "…",
					"รหัสผ่านอย่างน้อย 12 ตัวอักษร และไม่เกิน 72 ตัว (อักษรไทยไม่เกิน 24 ตัว)",
					"a password of 12 characters at least, and of 72 bytes at most (24 Thai letters)");
		}
		return String.valueOf(this.encoder.encode(chosen));
	}

}
