package org.buranakan.hub.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of PostgreSQL's COPY. Each method appends one value, of the
 * type that it is named after.
 */
final class BinaryRows {

	private static final byte[] SIGNATURE = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0 };

	/** PostgreSQL counts days and microseconds from 1 January 2000. */
	private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

	private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

	/** PostgreSQL's number of the type text. */
	private static final int TEXT = 25;

	/** What is handed over at once: no array that a collector has to treat apart. */
	private static final int CHUNK = 64 * 1024;

	private ByteBuffer bytes = ByteBuffer.allocate(2 * CHUNK);

	BinaryRows() {
		this.bytes.put(SIGNATURE).putInt(0).putInt(0);
	}

	void row(int columns) {
		room(Short.BYTES).putShort((short) columns);
	}

	void integer(int value) {
		room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
	}

	void bigint(@Nullable Long value) {
		if (value == null) {
			nothing();
		}
		else {
			room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
		}
	}

	void flag(boolean value) {
		room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
	}

	/** Of years that {@link Plausible} lets through. */
	void date(@Nullable LocalDate value) {
		if (value == null) {
			nothing();
		}
		else {
			integer(Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
		}
	}

	void instant(@Nullable Instant value) {
		bigint((value == null) ? null : (value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1_000);
	}

	void uuid(@Nullable UUID value) {
		if (value == null) {
			nothing();
		}
		else {
			room(Integer.BYTES + 2 * Long.BYTES).putInt(2 * Long.BYTES)
				.putLong(value.getMostSignificantBits())
				.putLong(value.getLeastSignificantBits());
		}
	}

	void text(@Nullable String value) {
		bytea((value == null) ? null : value.getBytes(StandardCharsets.UTF_8));
	}

	void bytea(byte @Nullable [] value) {
		if (value == null) {
			nothing();
		}
		else {
			room(Integer.BYTES + value.length).putInt(value.length).put(value);
		}
	}

	void jsonb(String document) {
		byte[] text = document.getBytes(StandardCharsets.UTF_8);
		room(Integer.BYTES + 1 + text.length).putInt(1 + text.length).put((byte) 1).put(text);
	}

	void texts(@Nullable Collection<String> values) {
		if (values == null) {
			nothing();
			return;
		}
		int length = room(6 * Integer.BYTES).position();
		this.bytes.putInt(0).putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT);
		if (!values.isEmpty()) {
			this.bytes.putInt(values.size()).putInt(1);
			values.forEach(this::text);
		}
		this.bytes.putInt(length, this.bytes.position() - length - Integer.BYTES);
	}

	/** Hands over what there is, if it is worth it; between rows. */
	void handOver(CopyIn copy) throws SQLException {
		if (this.bytes.position() >= CHUNK) {
			copy.writeToCopy(this.bytes.array(), 0, this.bytes.position());
			this.bytes.clear();
		}
	}

	/** Ends the rows, and hands over the last of them. */
	void end(CopyIn copy) throws SQLException {
		room(Short.BYTES).putShort((short) -1);
		copy.writeToCopy(this.bytes.array(), 0, this.bytes.position());
	}

	private void nothing() {
		room(Integer.BYTES).putInt(-1);
	}

	private ByteBuffer room(int more) {
		if (this.bytes.remaining() < more) {
			byte[] larger = Arrays.copyOf(this.bytes.array(),
					Math.max(2 * this.bytes.capacity(), this.bytes.position() + more));
			this.bytes = ByteBuffer.wrap(larger).position(this.bytes.position());
		}
		return this.bytes;
	}

}
