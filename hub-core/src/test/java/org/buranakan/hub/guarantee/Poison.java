package org.buranakan.hub.guarantee;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.registry.SchemaId;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Records that no connector would publish. */
final class Poison {

	/** More than any broker takes uncompressed. */
	private static final int TEN_MEGABYTES = 10 << 20;

	private static final String CHAIN = """
			{"name": "chain", "default": null, "type": ["null", {"type": "record", "name": "Link", "namespace": "poison",
				"fields": [{"name": "next", "type": ["null", "Link"], "default": null}]}]}
			""";

	private Poison() {
	}

	/** Of every kind, each with the code that it must be rejected with. */
	static List<Dose> ofEveryKind(Agencies agencies, Published published, Random chance) {
		SpecificRecord plan = published.first(Family.PLAN, 0);
		ProducerRecord<byte[], byte[]> good = published.record(plan);
		List<Dose> all = new ArrayList<>();
		byCode(agencies, published).forEach((code, record) -> {
			// Whether that one contradicts depends on what else was published.
			if (!code.equals("CONTRADICTION")) {
				all.add(new Dose(record, code));
			}
		});
		byte[] random = new byte[300];
		chance.nextBytes(random);
		// The oracle knows what these are.
		all.add(new Dose(Published.bytes(good, random.clone()), null));
		byte[] body = random.clone();
		System.arraycopy(good.value(), 0, body, 0, 5);
		all.add(new Dose(Published.bytes(good, body), null));
		random[0] = (byte) (random[0] | 1);
		all.add(new Dose(Published.bytes(good, random.clone()), "WRONG_MAGIC"));
		// Random behind the number of the right schema, and a text of less than nothing.
		System.arraycopy(good.value(), 0, random, 0, 5);
		random[5] = 1;
		all.add(new Dose(Published.bytes(good, random), "MALFORMED_BODY"));
		all.add(new Dose(Published.bytes(good, new byte[0]), "TRUNCATED"));
		for (int cut = 1; cut < good.value().length; cut += 1 + chance.nextInt(60)) {
			all.add(new Dose(Published.bytes(good, Arrays.copyOf(good.value(), cut)), "TRUNCATED"));
		}
		all.add(new Dose(Published.bytes(good, absurdList(good.value())), "TRUNCATED"));
		byte[] surrogate = agencies.bytes(good.topic(),
				Published.with(plan, "title", new LocalizedText("lone ABC", null)));
		all.add(new Dose(Published.bytes(published.record(plan), replaced(surrogate, "ABC", 0xed, 0xa0, 0x80)),
				"IMPOSSIBLE_VALUE"));
		SpecificRecord activity = published.first(Family.ACTIVITY, 0);
		all.add(new Dose(
				published.record(Published.with(Published.with(activity, "startsOn", LocalDate.of(300_000, 1, 1)),
						"endsOn", LocalDate.of(300_000, 1, 1))),
				"IMPOSSIBLE_VALUE"));
		return all;
	}

	/** A value that nests without end, in a schema that is the contract's successor. */
	static Dose deep(Agencies agencies, Published published) {
		SpecificRecord plan = published.first(Family.PLAN, 1);
		ProducerRecord<byte[], byte[]> good = published.record(plan);
		JsonMapper json = JsonMapper.shared();
		ObjectNode schema = (ObjectNode) json.readTree(plan.getSchema().toString());
		schema.withArray("fields").add(json.readTree(CHAIN));
		SchemaId id = agencies.register(good.topic(), schema.toString());
		byte[] value = Arrays.copyOf(good.value(), 900_000);
		Arrays.fill(value, good.value().length, value.length, (byte) 2);
		ByteBuffer.wrap(value).putInt(1, id.value());
		return new Dose(Published.bytes(good, value), "TOO_DEEP");
	}

	/** Publishes ten megabytes, which compressed are few; {@code TOO_LARGE}. */
	static void publishTenMegabytes(Agencies agencies, ProducerRecord<byte[], byte[]> good) {
		Map<String, Object> properties = new HashMap<>(agencies.superuser());
		properties.put("max.request.size", 2 * TEN_MEGABYTES);
		properties.put("buffer.memory", 4 * TEN_MEGABYTES);
		properties.put("compression.type", "gzip");
		try (Producer<byte[], byte[]> producer = new KafkaProducer<>(properties, new ByteArraySerializer(),
				new ByteArraySerializer())) {
			var sent = producer.send(Published.bytes(good, Arrays.copyOf(good.value(), TEN_MEGABYTES)));
			producer.flush();
			assertThat(sent.state()).isEqualTo(Future.State.SUCCESS);
			agencies.doses().note(sent, "TOO_LARGE");
		}
	}

	/** One of each code of a rejection, by code. */
	static Map<String, ProducerRecord<byte[], byte[]>> byCode(Agencies agencies, Published published) {
		SpecificRecord plan = published.first(Family.PLAN, 0);
		ProducerRecord<byte[], byte[]> good = published.record(plan);
		SpecificRecord activity = published.first(Family.ACTIVITY, 0);
		ProducerRecord<byte[], byte[]> headless = published.record(plan);
		headless.headers().remove("ce_type");
		ProducerRecord<byte[], byte[]> wrongHeader = published.record(plan);
		wrongHeader.headers()
			.remove("ce_source")
			.add("ce_source", "urn:buranakan:agency:codi".getBytes(StandardCharsets.UTF_8));
		Map<String, ProducerRecord<byte[], byte[]>> poison = new LinkedHashMap<>();
		poison.put("NULL_VALUE", Published.bytes(good, null));
		poison.put("TRUNCATED", Published.bytes(good, Arrays.copyOf(good.value(), good.value().length - 3)));
		poison.put("WRONG_MAGIC", Published.bytes(good, "not Avro at all".getBytes(StandardCharsets.UTF_8)));
		poison.put("UNKNOWN_SCHEMA_ID", Published.bytes(good, new byte[] { 0, 0x7f, 0, 0, 1, 2, 3 }));
		poison.put("FOREIGN_SCHEMA",
				Published.bytes(good, agencies.bytes(published.record(activity).topic(), activity)));
		poison.put("TRAILING_BYTES", Published.bytes(good, Arrays.copyOf(good.value(), good.value().length + 1)));
		poison.put("FOREIGN_AGENCY", published.record(Published.with(plan, "agency", "codi")));
		poison.put("FOREIGN_KEY", new ProducerRecord<>(good.topic(), null, "codi:P1".getBytes(StandardCharsets.UTF_8),
				good.value(), good.headers()));
		poison.put("WRONG_EVENT_ID", published.record(Published.with(plan, "eventId", new UUID(1, 2))));
		poison.put("BAD_REVISION", published
			.record(Published.with(Published.revision(published.first(Family.BUDGET, 0), 2), "revision", 2L)));
		poison.put("MISSING_HEADER", headless);
		poison.put("WRONG_HEADER", wrongHeader);
		poison.put("IMPOSSIBLE_VALUE",
				published.record(Published.with(plan, "title", new LocalizedText("แผน\0ลับ", null))));
		poison.put("CONTRADICTION",
				published.record(Published.with(plan, "title", new LocalizedText("อีกแผนหนึ่ง", null))));
		return poison;
	}

	/** Its last list is said to have a thousand million items. */
	private static byte[] absurdList(byte[] good) {
		byte[] value = Arrays.copyOf(good, good.length + 4);
		System.arraycopy(new byte[] { (byte) 0x80, (byte) 0xa8, (byte) 0xd6, (byte) 0xb9, 7 }, 0, value,
				good.length - 1, 5);
		return value;
	}

	private static byte[] replaced(byte[] value, String text, int... by) {
		byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
		byte[] replaced = value.clone();
		for (int at = 0; at + wanted.length <= value.length; at++) {
			if (Arrays.equals(value, at, at + wanted.length, wanted, 0, wanted.length)) {
				for (int i = 0; i < by.length; i++) {
					replaced[at + i] = (byte) by[i];
				}
				return replaced;
			}
		}
		throw new IllegalArgumentException("No " + text);
	}

	/**
	 * A poison.
	 *
	 * @param code that it must be rejected with, whatever else was published; null where
	 * that is left to the oracle
	 */
	record Dose(ProducerRecord<byte[], byte[]> record, @Nullable String code) {

	}

}
