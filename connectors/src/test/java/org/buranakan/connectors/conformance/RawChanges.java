package org.buranakan.connectors.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What Debezium wrote of an agency's table. */
record RawChanges(JoinedAgency agency) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * The titles of the rows by id, as the stream of changes alone has them: without what
	 * was read again to verify it.
	 */
	Map<String, String> rows() {
		Map<String, String> rows = new TreeMap<>();
		for (ConsumerRecord<byte[], byte[]> record : this.agency.raw("public.activities")) {
			if (record.value() != null) {
				apply(JSON.readTree(record.value()), rows);
			}
		}
		return rows;
	}

	/**
	 * All that left the database, and of which nobody may find more than was asked for.
	 */
	String everything() {
		return this.agency.rawTopics()
			.flatMap((topic) -> this.agency.raw(topic).stream())
			.map((record) -> text(record.key()) + text(record.value()))
			.collect(Collectors.joining("\n"));
	}

	private static String text(byte @Nullable [] bytes) {
		return (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
	}

	/** Has Debezium say of a transaction that it had that many records. */
	void pretend(String transaction, int records) {
		String end = """
				{"status":"END","id":"%s:1","event_count":%d,"data_collections":[{"data_collection":"public.activities","event_count":%d}]}"""
			.formatted(transaction, records, records);
		try (Producer<String, String> producer = new KafkaProducer<>(this.agency.platform().superuser(),
				new StringSerializer(), new StringSerializer())) {
			assertThat(producer.send(new ProducerRecord<>("raw." + this.agency.id() + ".transaction", end)))
				.succeedsWithin(Duration.ofSeconds(10));
		}
	}

	/**
	 * All that Kafka keeps of the table's changes is deleted, as if its time had come.
	 */
	void expire() {
		TopicPartition log = new TopicPartition("raw." + this.agency.id() + ".public.activities", 0);
		try (Admin admin = Admin.create(this.agency.platform().superuser())) {
			assertThat(admin.deleteRecords(Map.of(log, RecordsToDelete.beforeOffset(-1))).all())
				.succeedsWithin(Duration.ofSeconds(10));
		}
	}

	private static void apply(JsonNode change, Map<String, String> rows) {
		switch (change.path("op").asString("")) {
			case "t" -> rows.clear();
			case "d" -> rows.remove(id(change.path("before")));
			default -> rows.put(id(change.path("after")), change.path("after").path("ชื่อ").asString(""));
		}
	}

	private static String id(JsonNode row) {
		return row.path("รหัส").asString("");
	}

}
