package org.buranakan.run;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.conformance.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.client.RestClient;

/**
 * An agency's own software that writes to its topic with nothing of ours: Kafka's
 * producer, Avro, and the registry's REST API. It counts the revisions of its rows, and
 * whenever it is asked it sends the newest of all of them again, for it keeps no account
 * of what arrived.
 */
final class DirectSystem implements AutoCloseable {

	private static final UUID NAMESPACE = UUID.fromString("ed6a1c27-20dc-4333-9c7d-e4260c5e5fbb");

	private final Map<Entry, Long> revisions = new HashMap<>();

	private final Map<String, Long> last = new HashMap<>();

	private final String agency;

	private final String prefix;

	private final Properties client;

	private final int schemaId;

	private final Schema schema;

	private Producer<String, byte[]> producer;

	/**
	 * Opens it.
	 * @param prefix of the local ids of its rows
	 */
	DirectSystem(String agency, String prefix, Path credentials) throws IOException {
		this.agency = agency;
		this.prefix = prefix;
		this.client = PropertiesLoaderUtils.loadProperties(new FileSystemResource(credentials));
		JsonNode subject = JsonMapper.shared()
			.readTree(RestClient.create(this.client.getProperty("schema.registry.url"))
				.get()
				.uri("/subjects/{topic}-value/versions/latest", topic())
				.retrieve()
				.requiredBody(String.class));
		this.schemaId = subject.path("id").intValue();
		this.schema = new Schema.Parser().parse(subject.path("schema").asString());
		this.producer = open();
	}

	String topic() {
		return "agency." + this.agency + ".activity";
	}

	/** Sends the newest revision of every row; the acknowledgements are yet to come. */
	List<Future<RecordMetadata>> send(List<Entry> entries) {
		return entries.stream().map((entry) -> this.producer.send(record(entry, revision(entry)))).toList();
	}

	/** What it had not sent yet, or was not told to have arrived, it forgets. */
	void breakOff() {
		this.producer.close(Duration.ZERO);
		this.producer = open();
	}

	@Override
	public void close() {
		this.producer.close();
	}

	private Producer<String, byte[]> open() {
		Properties settings = new Properties();
		settings.putAll(this.client);
		settings.put("acks", "all");
		return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
	}

	private long revision(Entry entry) {
		return this.revisions.computeIfAbsent(entry, (changed) -> this.last.merge(entry.id(), 1L, Long::sum));
	}

	private ProducerRecord<String, byte[]> record(Entry entry, long revision) {
		String entity = this.agency + ":" + this.prefix + entry.id();
		UUID eventId = version5(this.agency + "/activity/" + entity + "/" + revision);
		Instant then = Instant.parse("2022-01-20T08:00:00Z");
		GenericRecord event = new GenericRecordBuilder(this.schema).set("entityId", entity)
			.set("agency", this.agency)
			.set("revision", revision)
			.set("eventId", eventId.toString())
			.set("occurredAt", TimeUnit.SECONDS.toMicros(then.getEpochSecond()))
			.set("recordedAt", TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()))
			.set("source", source(entry))
			.set("basis", symbol("basis", "ILLUSTRATIVE"))
			.set("kind", "training")
			.set("title", text("title", entry.title()))
			.set("areas", List.of(entry.area()))
			.set("startsOn", date(entry))
			.set("endsOn", date(entry))
			.set("datePrecision", symbol("datePrecision", "DAY"))
			.set("status", symbol("status", "PLANNED"))
			.set("organiser", this.agency)
			.build();
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic(), entity, encoded(event));
		Headers headers = record.headers();
		Map.of("ce_specversion", "1.0", "ce_id", eventId.toString(), "ce_source", "urn:buranakan:agency:" + this.agency,
				"ce_type", this.schema.getFullName(), "ce_time", then.toString(), "content-type", "application/avro")
			.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
		return record;
	}

	/** A Buddhist-era year beyond any is taken as it is. */
	private static int date(Entry entry) {
		String[] parts = entry.date().split("/", -1);
		int year = Integer.parseInt(parts[2]);
		return (int) LocalDate
			.of((year < 2600) ? year - 543 : year, Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
			.toEpochDay();
	}

	private GenericRecord source(Entry entry) {
		Schema source = this.schema.getField("source").schema();
		return new GenericRecordBuilder(source)
			.set("kind", new GenericData.EnumSymbol(source.getField("kind").schema(), "DIRECT"))
			.set("system", "ระบบของหน่วยงาน")
			.set("container", "rows")
			.set("place", entry.id())
			.build();
	}

	private GenericData.EnumSymbol symbol(String field, String symbol) {
		return new GenericData.EnumSymbol(this.schema.getField(field).schema(), symbol);
	}

	private GenericRecord text(String field, String thai) {
		return new GenericRecordBuilder(this.schema.getField(field).schema()).set("th", thai).set("en", null).build();
	}

	/** A zero byte, the schema's id, the body. */
	private byte[] encoded(GenericRecord event) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			DataOutputStream head = new DataOutputStream(bytes);
			head.writeByte(0);
			head.writeInt(this.schemaId);
			BinaryEncoder body = EncoderFactory.get().directBinaryEncoder(bytes, null);
			new GenericDatumWriter<GenericRecord>(this.schema).write(event, body);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static UUID version5(String name) {
		try {
			byte[] text = name.getBytes(StandardCharsets.UTF_8);
			ByteBuffer input = ByteBuffer.allocate(16 + text.length)
				.putLong(NAMESPACE.getMostSignificantBits())
				.putLong(NAMESPACE.getLeastSignificantBits())
				.put(text);
			ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(input.array()));
			return new UUID((hash.getLong() & ~0xf000L) | 0x5000L,
					(hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
