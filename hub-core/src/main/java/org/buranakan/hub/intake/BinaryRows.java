package org.buranakan.hub.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Rows in the binary format of PostgreSQL's COPY. */
final class BinaryRows {

	private static final byte[] SIGNATURE = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0 };

	/** PostgreSQL counts microseconds from here. */
	private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);

	private final DataOutputStream out = new DataOutputStream(this.bytes);

	BinaryRows() {
		write(() -> {
			this.out.write(SIGNATURE);
			this.out.writeInt(0);
			this.out.writeInt(0);
		});
	}

	BinaryRows row(int columns) {
		return write(() -> this.out.writeShort(columns));
	}

	BinaryRows integer(int value) {
		return write(() -> {
			this.out.writeInt(Integer.BYTES);
			this.out.writeInt(value);
		});
	}

	BinaryRows bigint(@Nullable Long value) {
		return (value == null) ? nothing() : write(() -> {
			this.out.writeInt(Long.BYTES);
			this.out.writeLong(value);
		});
	}

	BinaryRows instant(Instant value) {
		return bigint(ChronoUnit.MICROS.between(EPOCH, value));
	}

	BinaryRows uuid(@Nullable UUID value) {
		return (value == null) ? nothing() : write(() -> {
			this.out.writeInt(2 * Long.BYTES);
			this.out.writeLong(value.getMostSignificantBits());
			this.out.writeLong(value.getLeastSignificantBits());
		});
	}

	BinaryRows text(@Nullable String value) {
		return bytes((value == null) ? null : value.getBytes(StandardCharsets.UTF_8));
	}

	BinaryRows bytes(byte @Nullable [] value) {
		return (value == null) ? nothing() : write(() -> {
			this.out.writeInt(value.length);
			this.out.write(value);
		});
	}

	/** Ends the rows. */
	byte[] toByteArray() {
		write(() -> this.out.writeShort(-1));
		return this.bytes.toByteArray();
	}

	private BinaryRows nothing() {
		return write(() -> this.out.writeInt(-1));
	}

	private BinaryRows write(Writing writing) {
		try {
			writing.run();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Memory cannot fail so", ex);
		}
	}

	/** One step of writing. */
	private interface Writing {

		void run() throws IOException;

	}

}
