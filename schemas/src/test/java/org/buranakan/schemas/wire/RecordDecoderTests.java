package org.buranakan.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.CutTaken;
import org.buranakan.schemas.registry.FakeRegistry;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.registry.SchemaId;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.Decoding.Malformed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordDecoderTests {

	private static final Topic TOPIC = Topics.CLOCK.topic();

	private static final String CONTRACT = Contract.of(Topics.CLOCK).orElseThrow().newest();

	private static final LocalDate DAY = LocalDate.of(2022, 1, 24);

	private static final Instant THEN = Instant.parse("2022-01-24T02:00:00.000001Z");

	private final FakeRegistry server = new FakeRegistry();

	private final SchemaId id = this.server.has(TOPIC, CONTRACT);

	private final RecordDecoder<BusinessDateStated> decoder = new RecordDecoder<>(
			new SchemaRegistry(this.server.address()), BusinessDateStated.class);

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void wholeValueIsDecodedWithTheIdOfItsSchema() throws IOException {
		assertThat(this.decoder.decode(value(this.id, this::writeDay)))
			.isEqualTo(new Decoded<>(new BusinessDateStated(DAY, THEN), this.id));
	}

	@Test
	void missingValueIsNamed() {
		assertFlaw(null, Flaw.NULL_VALUE);
	}

	@Test
	void everyTruncationOfAGoodValueIsTruncated() throws IOException {
		byte[] good = value(this.id, this::writeDay);

		for (int length = 0; length < good.length; length++) {
			assertFlaw(Arrays.copyOf(good, length), Flaw.TRUNCATED);
		}
	}

	@Test
	void otherFirstByteThanZeroIsWrongMagic() throws IOException {
		byte[] value = value(this.id, this::writeDay);
		value[0] = '{';

		assertFlaw(value, Flaw.WRONG_MAGIC);
	}

	@Test
	void idThatTheRegistryDoesNotHaveIsUnknown() throws IOException {
		assertFlaw(value(new SchemaId(999), this::writeDay), Flaw.UNKNOWN_SCHEMA_ID);
		assertFlaw(value(new SchemaId(-1), this::writeDay), Flaw.UNKNOWN_SCHEMA_ID);
	}

	@Test
	void schemaOfAnotherContractIsForeign() throws IOException {
		SchemaId cut = this.server.has(Topics.CUT.topic(), Contract.of(Topics.CUT).orElseThrow().newest());

		assertFlaw(value(cut, this::writeDay), Flaw.FOREIGN_SCHEMA);
	}

	@Test
	void schemaOfTheNameThatCannotBeReadAsTheContractIsForeign() throws IOException {
		SchemaId other = this.server.has(TOPIC, CONTRACT.replace("\"int\"", "\"string\""));

		assertFlaw(value(other, this::writeDay), Flaw.FOREIGN_SCHEMA);
	}

	@Test
	void bytesAfterTheBodyAreTrailing() throws IOException {
		assertFlaw(value(this.id, (body) -> {
			writeDay(body);
			body.writeInt(0);
		}), Flaw.TRAILING_BYTES);
	}

	@Test
	void numberThatDoesNotEndIsMalformed() throws IOException {
		byte[] endless = new byte[20];
		Arrays.fill(endless, (byte) 0xff);

		assertFlaw(value(this.id, (body) -> body.writeFixed(endless)), Flaw.MALFORMED_BODY);
	}

	@Test
	void nestingWithoutEndIsTooDeepAndTheNextValueIsDecoded() throws IOException {
		SchemaId deep = this.server.has(TOPIC,
				"""
						{"type": "record", "name": "BusinessDateStated", "namespace": "org.buranakan.schemas.record", "fields": [
						  {"name": "date", "type": {"type": "int", "logicalType": "date"}},
						  {"name": "recordedAt", "type": {"type": "long", "logicalType": "timestamp-micros"}},
						  {"name": "chain", "type": {"type": "record", "name": "Link", "fields": [
						    {"name": "next", "type": ["null", "Link"], "default": null}]}}]}""");
		byte[] links = new byte[1_000_000];
		Arrays.fill(links, (byte) 2);

		assertFlaw(value(deep, (body) -> {
			writeDay(body);
			body.writeFixed(links);
		}), Flaw.TOO_DEEP);
		assertThat(this.decoder.decode(value(this.id, this::writeDay))).isInstanceOf(Decoded.class);
	}

	@Test
	void valueLargerThanKafkaCarriesIsTooLarge() throws IOException {
		assertFlaw(value(this.id, (body) -> body.writeFixed(new byte[1_048_584])), Flaw.TOO_LARGE);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1L << 20, 1L << 30, 1L << 40, Long.MAX_VALUE })
	void listThatDeclaresMoreThanFollowsIsRefusedWithoutMakingRoomForIt(long items) throws IOException {
		SchemaId cut = this.server.has(Topics.CUT.topic(), Contract.of(Topics.CUT).orElseThrow().newest());
		RecordDecoder<CutTaken> cuts = new RecordDecoder<>(new SchemaRegistry(this.server.address()), CutTaken.class);
		byte[] value = value(cut, (body) -> {
			body.writeString("cut-1");
			body.writeLong(0);
			body.writeInt(0);
			body.writeLong(items);
		});

		assertThat(cuts.decode(value)).isInstanceOfSatisfying(Malformed.class,
				(malformed) -> assertThat(malformed.flaw()).isIn(Flaw.TRUNCATED, Flaw.TOO_LARGE));
	}

	@Test
	void textThatDeclaresGigabytesIsRefusedWithoutThem() throws IOException {
		SchemaId cut = this.server.has(Topics.CUT.topic(), Contract.of(Topics.CUT).orElseThrow().newest());
		RecordDecoder<CutTaken> cuts = new RecordDecoder<>(new SchemaRegistry(this.server.address()), CutTaken.class);
		byte[] value = value(cut, (body) -> body.writeLong(2_000_000_000L));

		assertThat(cuts.decode(value)).isInstanceOfSatisfying(Malformed.class,
				(malformed) -> assertThat(malformed.flaw()).isIn(Flaw.TRUNCATED, Flaw.TOO_LARGE));
	}

	@Test
	void laterVersionIsReadAsTheOneWeKnow() throws IOException {
		Schema later = new Schema.Parser().parse(CONTRACT.replace("\"fields\" : [",
				"\"fields\" : [ {\"name\": \"holiday\", \"type\": \"string\", \"default\": \"\"},"));
		SchemaId newer = this.server.has(TOPIC, later.toString());

		assertThat(this.decoder.decode(value(newer, (body) -> {
			body.writeString("วันเด็ก");
			writeDay(body);
		}))).isEqualTo(new Decoded<>(new BusinessDateStated(DAY, THEN), newer));
	}

	@Test
	void outageIsThrownAndRejectsNothing() throws IOException {
		byte[] good = value(this.id, this::writeDay);
		this.server.answers(503, "");
		assertThatExceptionOfType(RegistryException.Unavailable.class).isThrownBy(() -> this.decoder.decode(good));

		this.server.recovers();

		assertThat(this.decoder.decode(good)).isInstanceOf(Decoded.class);
	}

	private void assertFlaw(byte @Nullable [] value, Flaw flaw) {
		assertThat(this.decoder.decode(value)).isInstanceOfSatisfying(Malformed.class,
				(malformed) -> assertThat(malformed.flaw()).isEqualTo(flaw));
	}

	private void writeDay(BinaryEncoder body) throws IOException {
		body.writeInt((int) DAY.toEpochDay());
		body.writeLong(THEN.getEpochSecond() * 1_000_000 + 1);
	}

	private static byte[] value(SchemaId id, Body body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream header = new DataOutputStream(bytes);
		header.writeByte(0);
		header.writeInt(id.value());
		BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
		body.write(encoder);
		encoder.flush();
		return bytes.toByteArray();
	}

	private interface Body {

		void write(BinaryEncoder encoder) throws IOException;

	}

}
