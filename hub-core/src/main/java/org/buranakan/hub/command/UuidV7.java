package org.buranakan.hub.command;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that carry the millisecond at which they were made (RFC 9562, version 7). */
final class UuidV7 {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final long VERSION = 0x7000L;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private UuidV7() {
	}

	static UUID random(Instant at) {
		return new UUID((at.toEpochMilli() << 16) | VERSION | (RANDOM.nextLong() & 0xFFFL),
				VARIANT | (RANDOM.nextLong() >>> 2));
	}

	/**
	 * When it was made.
	 * @throws IllegalArgumentException if it is of another version
	 */
	static Instant instant(UUID id) {
		if (id.version() != 7) {
			throw new IllegalArgumentException("No UUID of version 7: " + id);
		}
		return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
	}

}
