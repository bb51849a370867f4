package org.buranakan.schemas.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.registry.FakeRegistry;
import org.buranakan.schemas.registry.SchemaId;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.RecordDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One stored value of every version ever committed, decoded by the newest reader and
 * written back as its own version: {@code samples/<kind>/v1.hex} is the Avro body,
 * {@code v1.json} the same in Avro's JSON encoding. Both were made by an encoder of
 * another language than Java; once stored they never change. A new version needs a pair
 * of its own in which every field differs from its default.
 */
class SampleTests {

	private static final Path SAMPLES = Path.of("src/test/resources/samples");

	private final JsonMapper json = JsonMapper.shared();

	@ParameterizedTest
	@MethodSource("samples")
	void storedValueReadByTheNewestReaderLosesNothing(Sample sample) throws IOException {
		byte[] stored = HexFormat.of().parseHex(sample.read("hex").replace("\n", ""));

		Object newest = decode(sample.contract().kind(), sample.text(), stored);

		assertThat(this.json.readTree(asWritten(sample, newest))).isEqualTo(this.json.readTree(sample.read("json")));
	}

	@Test
	void symbolOfALaterVersionIsReadAsUnknown() throws IOException {
		Sample sample = new Sample(Contract.of(Topics.COMPLAINT).orElseThrow(), 1);
		String later = sample.text().replace("\"COUNTED\"", "\"CONTESTED\", \"COUNTED\"");
		String value = sample.read("json").replace("\"COUNTED\"", "\"CONTESTED\"");
		Schema schema = new Schema.Parser().parse(later);
		Object contested = new GenericDatumReader<>(schema).read(null, DecoderFactory.get().jsonDecoder(schema, value));
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(body, null);
		new GenericDatumWriter<>(schema).write(contested, encoder);
		encoder.flush();

		ComplaintCounted read = (ComplaintCounted) decode(Topics.COMPLAINT, later, body.toByteArray());

		assertThat(read.getStatus()).isEqualTo(CountStatus.UNKNOWN);
		assertThat(read.getReceived()).isEqualTo(12);
	}

	static Stream<Sample> samples() {
		return Contract.all()
			.stream()
			.flatMap((contract) -> IntStream.rangeClosed(1, contract.versions().size())
				.mapToObj((version) -> new Sample(contract, version)));
	}

	/**
	 * Decodes as a consumer would: from the wire, by the id of the version it was written
	 * with.
	 */
	private static Object decode(Topics kind, String writer, byte[] body) throws IOException {
		try (FakeRegistry server = new FakeRegistry()) {
			SchemaId id = server.has(Topics.CLOCK.topic(), writer);
			ByteArrayOutputStream value = new ByteArrayOutputStream();
			value.write(new byte[] { 0, 0, 0, 0, (byte) id.value() });
			value.write(body);
			return ((Decoded<?>) new RecordDecoder<>(new SchemaRegistry(server.address()), kind.value().orElseThrow())
				.decode(value.toByteArray())).record();
		}
	}

	/** The record as a reader that only knows the sample's version sees it, in JSON. */
	private static String asWritten(Sample sample, Object newest) throws IOException {
		Schema newestSchema = ((SpecificRecord) newest).getSchema();
		ByteArrayOutputStream binary = new ByteArrayOutputStream();
		BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(binary, null);
		new SpecificDatumWriter<>(newestSchema, SpecificData.getForSchema(newestSchema)).write(newest, encoder);
		encoder.flush();
		Schema version = new Schema.Parser().parse(sample.text());
		Object generic = new GenericDatumReader<>(newestSchema, version).read(null,
				DecoderFactory.get().binaryDecoder(binary.toByteArray(), null));
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		JsonEncoder jsonEncoder = EncoderFactory.get().jsonEncoder(version, text);
		new GenericDatumWriter<>(version).write(generic, jsonEncoder);
		jsonEncoder.flush();
		return text.toString(StandardCharsets.UTF_8);
	}

	record Sample(Contract contract, int version) {

		String text() {
			return this.contract.versions().get(this.version - 1);
		}

		String read(String extension) throws IOException {
			return Files
				.readString(SAMPLES.resolve(this.contract.kind().code()).resolve("v" + this.version + "." + extension));
		}

		@Override
		public String toString() {
			return this.contract.kind() + " v" + this.version;
		}

	}

}
