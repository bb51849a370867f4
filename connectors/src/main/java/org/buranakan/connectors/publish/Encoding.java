package org.buranakan.connectors.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.topic.Family;

/**
 * Content in little memory: the Avro body of the event with a blank envelope. Equal bytes
 * are equal content.
 */
final class Encoding {

	/** Finding a class's model takes longer than writing an event of it. */
	private static final Map<Family, SpecificData> MODELS = Arrays.stream(Family.values())
		.collect(Collectors.toUnmodifiableMap((family) -> family, (family) -> SpecificData.getForClass(family.type())));

	private final Family family;

	private final byte[] bytes;

	private Encoding(Family family, byte[] bytes) {
		this.family = family;
		this.bytes = bytes;
	}

	static Encoding of(SpecificRecord content) {
		Family family = Family.of(content);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
		try {
			BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
			new SpecificDatumWriter<SpecificRecord>(content.getSchema(), model(family)).write(content, encoder);
			encoder.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Encoding(family, bytes.toByteArray());
	}

	private static SpecificData model(Family family) {
		return Objects.requireNonNull(MODELS.get(family));
	}

	int size() {
		return this.bytes.length;
	}

	/** A fresh record with this content and a blank envelope. */
	SpecificRecord decode() {
		try {
			return new SpecificDatumReader<SpecificRecord>(this.family.schema(), this.family.schema(),
					model(this.family))
				.read(null, DecoderFactory.get().binaryDecoder(this.bytes, null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Encoding that && this.family == that.family && Arrays.equals(this.bytes, that.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

}
