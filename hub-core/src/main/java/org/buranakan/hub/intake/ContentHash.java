package org.buranakan.hub.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells a copy from a contradiction: the SHA-256 of what an event says, without its
 * identity, its instants and its source, which differ between two publications of the
 * same content.
 *
 * <p>
 * Fields that have their default are left out and the others go by name, so that a
 * contract which gains a field leaves the hashes of older events as they are. Held as
 * four numbers, because arrays are not equal by content.
 */
public record ContentHash(long first, long second, long third, long fourth) {

	private static final Set<String> ENVELOPE = Set.of("entityId", "revision", "eventId", "agency", "occurredAt",
			"recordedAt", "source");

	/** Copied for each event: finding the algorithm takes longer. */
	private static final MessageDigest EMPTY = sha256();

	private static final Map<Schema, List<Content>> CONTENTS = new ConcurrentHashMap<>();

	static ContentHash of(SpecificRecord event) {
		Said said = new Said();
		for (Content field : contents(event.getSchema())) {
			if (!field.envelope) {
				said.add(event, field);
			}
		}
		return of(said.hash());
	}

	static ContentHash of(byte[] bytes) {
		ByteBuffer hash = ByteBuffer.wrap(bytes);
		return new ContentHash(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
	}

	byte[] bytes() {
		return ByteBuffer.allocate(4 * Long.BYTES)
			.putLong(this.first)
			.putLong(this.second)
			.putLong(this.third)
			.putLong(this.fourth)
			.array();
	}

	private static List<Content> contents(Schema schema) {
		return CONTENTS.computeIfAbsent(schema,
				(key) -> key.getFields()
					.stream()
					.sorted(Comparator.comparing(Schema.Field::name))
					.map(Content::new)
					.toList());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** What is hashed, all at once: many small pieces take longer. */
	private static final class Said {

		private static final int USUAL = 512;

		private ByteBuffer bytes = ByteBuffer.allocate(USUAL);

		byte[] hash() {
			try {
				MessageDigest digest = (MessageDigest) EMPTY.clone();
				digest.update(this.bytes.flip());
				return digest.digest();
			}
			catch (CloneNotSupportedException ex) {
				throw new IllegalStateException("Every Java platform's SHA-256 can be cloned", ex);
			}
		}

		private void add(SpecificRecord owner, Content field) {
			Object value = owner.get(field.position);
			if (!field.isDefault(value)) {
				text(field.name);
				add(value);
			}
		}

		private void add(@Nullable Object value) {
			switch (value) {
				case null -> room(1).put((byte) 0);
				case SpecificRecord nested -> {
					room(1).put((byte) 1);
					contents(nested.getSchema()).forEach((field) -> add(nested, field));
					room(1).put((byte) 2);
				}
				case Collection<?> items -> {
					number(items.size());
					items.forEach(this::add);
				}
				case Map<?, ?> entries -> {
					number(entries.size());
					new TreeMap<>(entries).forEach((key, item) -> {
						add(key);
						add(item);
					});
				}
				case LocalDate date -> number(date.toEpochDay());
				case Instant instant -> number(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
				case Number number -> number(number.longValue());
				default -> text(value.toString().getBytes(StandardCharsets.UTF_8));
			}
		}

		private void number(long value) {
			room(1 + Long.BYTES).put((byte) 3).putLong(value);
		}

		private void text(byte[] text) {
			room(1 + Integer.BYTES + text.length).put((byte) 4).putInt(text.length).put(text);
		}

		private ByteBuffer room(int more) {
			if (this.bytes.remaining() < more) {
				this.bytes = ByteBuffer.allocate(2 * this.bytes.capacity() + more).put(this.bytes.flip());
			}
			return this.bytes;
		}

	}

	/** A field as it is hashed. */
	private static final class Content {

		private final byte[] name;

		private final int position;

		private final boolean envelope;

		private final boolean hasStandard;

		private final @Nullable Object standard;

		Content(Schema.Field field) {
			this.name = field.name().getBytes(StandardCharsets.UTF_8);
			this.position = field.pos();
			this.envelope = ENVELOPE.contains(field.name());
			this.hasStandard = field.hasDefaultValue();
			this.standard = this.hasStandard ? SpecificData.get().getDefaultValue(field) : null;
		}

		boolean isDefault(@Nullable Object value) {
			return this.hasStandard && switch (value) {
				case null -> this.standard == null;
				case Collection<?> items -> items.isEmpty();
				case Map<?, ?> entries -> entries.isEmpty();
				default -> value.equals(this.standard);
			};
		}

	}

}
