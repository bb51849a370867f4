package org.buranakan.schemas.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.registry.SchemaId;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.Decoding.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Decodes values of one contract, resolving whatever version they were written with to
 * the newest. Contains everything that bytes can do, {@link StackOverflowError} included.
 * Keeps its decoder between records: for one thread.
 *
 * @param <T> the contract's generated class
 */
public final class RecordDecoder<T extends SpecificRecord> {

	/** Kafka's own default for the largest record batch, with its overhead. */
	private static final int LARGEST = 1_048_588;

	private static final int HEADER = 5;

	private final SchemaRegistry registry;

	private final Schema reader;

	private final Map<SchemaId, DatumReader<T>> readers = new HashMap<>();

	private @Nullable BinaryDecoder decoder;

	public RecordDecoder(SchemaRegistry registry, Class<T> type) {
		this.registry = registry;
		this.reader = SpecificData.get().getSchema(type);
	}

	/**
	 * Decodes one value.
	 * @throws RegistryException.Unavailable while the registry cannot be asked for a
	 * schema not seen before; also {@link RegistryException.Unauthorised}
	 */
	public Decoding<T> decode(byte @Nullable [] value) {
		if (value == null) {
			return new Malformed<>(Flaw.NULL_VALUE, "no value");
		}
		if (value.length < HEADER) {
			return new Malformed<>(Flaw.TRUNCATED, value.length + " bytes");
		}
		if (value[0] != 0) {
			return new Malformed<>(Flaw.WRONG_MAGIC, "first byte is " + value[0]);
		}
		if (value.length > LARGEST) {
			return new Malformed<>(Flaw.TOO_LARGE, value.length + " bytes");
		}
		SchemaId writer = new SchemaId(ByteBuffer.wrap(value).getInt(1));
		DatumReader<T> body = this.readers.get(writer);
		if (body != null) {
			return decode(value, writer, body);
		}
		return decodeFirst(value, writer);
	}

	private Decoding<T> decodeFirst(byte[] value, SchemaId writer) {
		Schema schema;
		try {
			schema = this.registry.schema(writer);
		}
		catch (RegistryException.Unknown ex) {
			return new Malformed<>(Flaw.UNKNOWN_SCHEMA_ID, "schema id " + writer);
		}
		if (!Resolution.isPossible(schema, this.reader)) {
			return new Malformed<>(Flaw.FOREIGN_SCHEMA,
					"schema id " + writer + " is " + schema.getFullName() + ", not " + this.reader.getFullName());
		}
		DatumReader<T> body = Resolution.reader(schema, this.reader);
		this.readers.put(writer, body);
		return decode(value, writer, body);
	}

	private Decoding<T> decode(byte[] value, SchemaId writer, DatumReader<T> body) {
		try {
			BinaryDecoder bytes = DecoderFactory.get()
				.binaryDecoder(value, HEADER, value.length - HEADER, this.decoder);
			this.decoder = bytes;
			T record = body.read(null, bytes);
			return bytes.isEnd() ? new Decoded<>(record, writer)
					: new Malformed<>(Flaw.TRAILING_BYTES, "after the body");
		}
		catch (EOFException ex) {
			return new Malformed<>(Flaw.TRUNCATED, "in the body");
		}
		catch (SystemLimitException | UnsupportedOperationException ex) {
			return new Malformed<>(Flaw.TOO_LARGE, "a length in the body");
		}
		catch (StackOverflowError ex) {
			this.decoder = null;
			return new Malformed<>(Flaw.TOO_DEEP, "the body");
		}
		catch (SecurityException ex) {
			// A generated class is not trusted: nothing is wrong with the bytes.
			throw ex;
		}
		// Avro answers bad bytes with nearly every unchecked exception there is.
		catch (IOException | RuntimeException ex) {
			return new Malformed<>(Flaw.MALFORMED_BODY, ex.getClass().getSimpleName());
		}
	}

}
