package org.buranakan.hub.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.schemas.envelope.ActKind;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.buranakan.schemas.wire.ContractSerializer;

/**
 * The topic of what one auditor or operator did, as the actor itself writes it: a Kafka
 * client with the actor's own login, in whatever process.
 */
public final class ActLog implements AutoCloseable {

	private static final Pattern USER = Pattern.compile("username=\"([^\"]+)\"");

	private final String actor;

	private final Topic topic;

	private final Producer<String, SpecificRecord> producer;

	private final Consumer<String, SpecificRecord> consumer;

	private ActLog(String actor, Topic topic, Map<String, Object> client) {
		this.actor = actor;
		this.topic = topic;
		this.producer = new KafkaProducer<>(client);
		this.consumer = new KafkaConsumer<>(client);
	}

	/**
	 * Opens the log of the principal that a file of client properties logs in.
	 * @throws IOException if there is no such file, or its principal has no such log
	 */
	public static ActLog of(Path properties) throws IOException {
		Properties file = new Properties();
		try (InputStream in = Files.newInputStream(properties)) {
			file.load(in);
		}
		Matcher user = USER.matcher(file.getProperty("sasl.jaas.config", ""));
		String actor = user.find() ? user.group(1) : "";
		Topic topic = Topic.parse("audit." + actor + ".act")
			.orElseThrow(() -> new IOException("ไฟล์นี้ไม่ใช่ของผู้ตรวจสอบหรือผู้ดูแล / " + properties
					+ " is no login of an auditor or operator"));
		Map<String, Object> client = new HashMap<>();
		file.forEach((name, value) -> client.put(name.toString(), value));
		client.put("acks", "all");
		client.put("enable.auto.commit", false);
		client.put("max.block.ms", 10_000);
		client.put("request.timeout.ms", 10_000);
		client.put("delivery.timeout.ms", 20_000);
		client.put("key.serializer", StringSerializer.class);
		client.put("value.serializer", ContractSerializer.class);
		client.put("key.deserializer", StringDeserializer.class);
		client.put("value.deserializer", ContractDeserializer.class);
		return new ActLog(actor, topic, client);
	}

	/** Whose it is. */
	public String actor() {
		return this.actor;
	}

	/** Whether it is an operator's. */
	public boolean isOperators() {
		return this.actor.equals("operator") || this.actor.startsWith("operator-");
	}

	/** Whether the reference list {@code act-kind} has the kind. */
	public boolean knows(ActKind kind) {
		return new ReferenceBook(this.producer, this.consumer).unknown("act-kind", List.of(kind.code())).isEmpty();
	}

	/**
	 * Writes an act of the actor's.
	 * @return where it stands, once every broker that is to keep it has it
	 * @throws IOException if Kafka does not take it
	 * @throws Unsure if Kafka did not say whether it has it
	 */
	public String write(ActRecorded act) throws IOException, InterruptedException {
		try {
			RecordMetadata written = this.producer
				.send(new ProducerRecord<>(this.topic.name(), act.getActId().toString(), act))
				.get();
			return this.topic.name() + "/" + written.partition() + "/" + written.offset();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RetriableException) {
				throw new Unsure(act.getActId(), ex);
			}
			throw new IOException("บันทึกการกระทำไม่ได้ / " + this.topic + " cannot be written: " + ex.getMessage(),
					ex);
		}
	}

	@Override
	public void close() {
		this.producer.close();
		this.consumer.close();
	}

	/** Kafka may have the act, or get it yet. */
	public static final class Unsure extends IOException {

		private final UUID act;

		Unsure(UUID act, Throwable cause) {
			super(cause);
			this.act = act;
		}

		/** Its id. */
		public UUID act() {
			return this.act;
		}

	}

}
