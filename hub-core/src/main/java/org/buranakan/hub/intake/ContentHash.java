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
import java.util.HexFormat;
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
 * contract which gains a field leaves the hashes of older events as they are.
 *
 * @param hex 64 hexadecimal digits
 */
public record ContentHash(String hex) {

	private static final Set<String> ENVELOPE = Set.of("entityId", "revision", "eventId", "agency", "occurredAt",
			"recordedAt", "source");

	private static final Map<Schema, List<Schema.Field>> FIELDS = new ConcurrentHashMap<>();

	static ContentHash of(SpecificRecord event) {
		MessageDigest digest = sha256();
		for (Schema.Field field : fields(event.getSchema())) {
			if (!ENVELOPE.contains(field.name())) {
				add(digest, event, field);
			}
		}
		return new ContentHash(HexFormat.of().formatHex(digest.digest()));
	}

	private static void add(MessageDigest digest, SpecificRecord owner, Schema.Field field) {
		Object value = owner.get(field.pos());
		if (!isDefault(field, value)) {
			add(digest, field.name());
			add(digest, value);
		}
	}

	private static void add(MessageDigest digest, @Nullable Object value) {
		switch (value) {
			case null -> digest.update((byte) 0);
			case SpecificRecord nested -> {
				digest.update((byte) 1);
				fields(nested.getSchema()).forEach((field) -> add(digest, nested, field));
				digest.update((byte) 2);
			}
			case Collection<?> items -> {
				add(digest, items.size());
				items.forEach((item) -> add(digest, item));
			}
			case Map<?, ?> entries -> {
				add(digest, entries.size());
				new TreeMap<>(entries).forEach((key, item) -> {
					add(digest, key);
					add(digest, item);
				});
			}
			case LocalDate date -> add(digest, date.toEpochDay());
			case Instant instant -> add(digest, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
			case Number number ->
				digest.update(ByteBuffer.allocate(9).put((byte) 3).putLong(number.longValue()).array());
			default -> {
				byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
				digest.update(ByteBuffer.allocate(5).put((byte) 4).putInt(text.length).array());
				digest.update(text);
			}
		}
	}

	private static boolean isDefault(Schema.Field field, @Nullable Object value) {
		if (!field.hasDefaultValue()) {
			return false;
		}
		if (value instanceof Collection<?> items) {
			return items.isEmpty();
		}
		if (value instanceof Map<?, ?> entries) {
			return entries.isEmpty();
		}
		Object standard = SpecificData.get().getDefaultValue(field);
		return (value == null) ? standard == null : value.equals(standard);
	}

	private static List<Schema.Field> fields(Schema schema) {
		return FIELDS.computeIfAbsent(schema,
				(key) -> key.getFields().stream().sorted(Comparator.comparing(Schema.Field::name)).toList());
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
