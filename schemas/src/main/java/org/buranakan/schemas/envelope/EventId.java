package org.buranakan.schemas.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import org.buranakan.schemas.topic.Family;

/**
 * The identity of one event: the version 5 UUID (RFC 9562) of
 * {@code <agency>/<family>/<entity id>/<revision>} in Buranakan's namespace, so that
 * whoever publishes the same revision again publishes the same id.
 */
public record EventId(UUID value) {

	/** Chosen once, at random; every event id rests on it. */
	static final UUID NAMESPACE = UUID.fromString("ed6a1c27-20dc-4333-9c7d-e4260c5e5fbb");

	/** Copied for each id: finding the algorithm takes longer than the hash. */
	private static final MessageDigest IN_NAMESPACE = sha1();

	/** The id of that revision of the entity. */
	public static EventId of(Family family, EntityId entity, long revision) {
		if (revision < 1) {
			throw new IllegalArgumentException("Revisions count from 1, not " + revision);
		}
		return new EventId(version5(entity.agency().value() + "/" + family.code() + "/" + entity + "/" + revision));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

	static UUID version5(String name) {
		ByteBuffer hash = ByteBuffer.wrap(inNamespace().digest(name.getBytes(StandardCharsets.UTF_8)));
		long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
		long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
		return new UUID(high, low);
	}

	private static MessageDigest inNamespace() {
		try {
			return (MessageDigest) IN_NAMESPACE.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("Every Java platform's SHA-1 can be cloned", ex);
		}
	}

	private static MessageDigest sha1() {
		try {
			MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
			sha1.update(ByteBuffer.allocate(16)
				.putLong(NAMESPACE.getMostSignificantBits())
				.putLong(NAMESPACE.getLeastSignificantBits())
				.array());
			return sha1;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-1", ex);
		}
	}

}
