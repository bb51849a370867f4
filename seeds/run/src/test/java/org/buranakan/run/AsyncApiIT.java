package org.buranakan.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code /asyncapi.json} says is valid, and what runs is as it says. */
class AsyncApiIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Of the Connect workers' own memory, and Kafka's: nobody is meant to read them. */
	private static final Pattern INTERNAL = Pattern.compile("connect\\..+|__.+");

	private static PilotRun run;

	private static JsonNode document;

	private static Properties administrator;

	private static Map<String, TopicDescription> topics;

	@BeforeAll
	static void thePilotRuns() throws Exception {
		ForeignClient.installed();
		run = PilotRun.shared();
		document = JSON.readTree(get(run.page() + "asyncapi.json"));
		administrator = new Properties();
		try (var file = Files.newBufferedReader(run.credentials("administrator"))) {
			administrator.load(file);
		}
		try (Admin admin = Admin.create(administrator)) {
			List<String> names = admin.listTopics()
				.names()
				.get()
				.stream()
				.filter((name) -> !INTERNAL.matcher(name).matches())
				.toList();
			topics = new TreeMap<>(admin.describeTopics(names).allTopicNames().get());
		}
	}

	@Test
	void itIsValidByAsyncApisOwnSchema() throws IOException {
		Path official = Path.of("target", "foreign-client", "node_modules", "@asyncapi", "specs", "schemas",
				"3.0.0-without-$id.json");
		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
			.getSchema(Files.readString(official))
			.validate(document)).isEmpty();
		document.findValues("$ref")
			.forEach((reference) -> assertThat(at(reference.asString()).isObject()).as(reference.asString()).isTrue());
	}

	@Test
	void everyTopicIsOfExactlyOneChannelAndEveryChannelHasOne() {
		Map<String, List<String>> channels = new TreeMap<>();
		topics.keySet().forEach((topic) -> channels.put(topic, channelsOf(topic)));
		assertThat(channels).allSatisfy((topic, found) -> assertThat(found).as(topic).hasSize(1));
		assertThat(channels.values().stream().flatMap(List::stream).distinct().toList())
			.containsExactlyInAnyOrderElementsOf(document.path("channels").propertyNames());
	}

	@Test
	void everyTopicIsConfiguredAsItsChannelSays() throws Exception {
		try (Admin admin = Admin.create(administrator)) {
			Map<ConfigResource, Config> configurations = admin
				.describeConfigs(topics.keySet()
					.stream()
					.map((topic) -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
					.toList())
				.all()
				.get();
			configurations.forEach((resource, configuration) -> {
				JsonNode binding = channel(resource.name()).path("bindings").path("kafka");
				assertThat(Objects.requireNonNull(topics.get(resource.name())).partitions()).as(resource.name())
					.hasSize(binding.path("partitions").intValue());
				binding.path("topicConfiguration")
					.forEachEntry((name, value) -> assertThat(configuration.get(name).value()).as(resource + " " + name)
						.isEqualTo(value.isArray() ? value.path(0).asString() : value.asString()));
			});
		}
	}

	@Test
	void everySubjectIsThePayloadOfItsTopic() {
		List<String> subjects = new ArrayList<>();
		JSON.readTree(get(registry() + "/subjects")).forEach((subject) -> subjects.add(subject.asString()));
		assertThat(subjects).hasSizeGreaterThan(50);
		for (String subject : subjects) {
			JsonNode registered = JSON.readTree(get(registry() + "/subjects/" + subject + "/versions/latest"));
			assertThat(JSON.readTree(registered.path("schema").asString())).as(subject)
				.isEqualTo(message(subject.replaceFirst("-value$", "")).path("payload").path("schema"));
		}
		topics.keySet()
			.stream()
			.filter((topic) -> message(topic).has("x-subject"))
			.forEach((topic) -> assertThat(subjects).contains(topic + "-value"));
	}

	@Test
	void aRecordOfEveryTopicIsAsItsMessageSays() throws IOException {
		Map<String, ConsumerRecord<byte[], byte[]>> records = records();
		assertThat(records.keySet().stream().map((topic) -> channelsOf(topic).getFirst()).distinct()).contains("plan",
				"activity", "budget", "complaint", "refused", "raw", "reference", "clock", "viewPlan", "viewActivity",
				"viewBudget", "viewArea", "viewFinding");
		for (ConsumerRecord<byte[], byte[]> record : records.values()) {
			JsonNode message = message(record.topic());
			JsonNode key = message.path("bindings").path("kafka").path("key");
			valid(key, JSON.valueToTree(new String(record.key(), StandardCharsets.UTF_8)), record);
			if (message.has("headers")) {
				ObjectNode headers = JSON.createObjectNode();
				record.headers()
					.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
				valid(message.path("headers"), headers, record);
			}
			if (message.has("x-subject")) {
				decodes(message.path("payload").path("schema"), record);
			}
			else if (channelsOf(record.topic()).contains("raw")) {
				valid(message.path("payload"), JSON.readTree(record.value()), record);
			}
		}
	}

	/** One record that has a value of each topic that has one. */
	private static Map<String, ConsumerRecord<byte[], byte[]>> records() {
		Map<String, ConsumerRecord<byte[], byte[]>> records = new HashMap<>();
		Properties reader = new Properties();
		reader.putAll(administrator);
		reader.put("isolation.level", "read_committed");
		List<TopicPartition> partitions = topics.keySet()
			.stream()
			.map((topic) -> new TopicPartition(topic, 0))
			.toList();
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(reader, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (!partitions.stream()
				.allMatch((topic) -> consumer.position(topic) >= Objects.requireNonNull(ends.get(topic)))) {
				consumer.poll(Duration.ofMillis(200)).forEach((record) -> {
					if (record.value() != null) {
						records.putIfAbsent(record.topic(), record);
					}
				});
			}
		}
		return records;
	}

	private static void decodes(JsonNode payload, ConsumerRecord<byte[], byte[]> record) throws IOException {
		ByteBuffer value = ByteBuffer.wrap(record.value());
		assertThat(value.get()).isZero();
		JsonNode written = JSON.readTree(get(registry() + "/schemas/ids/" + value.getInt()));
		Schema reader = new Schema.Parser().parse(payload.toString());
		GenericDatumReader<GenericRecord> body = new GenericDatumReader<>(
				new Schema.Parser().parse(written.path("schema").asString()), reader);
		var decoder = DecoderFactory.get().binaryDecoder(record.value(), 5, record.value().length - 5, null);
		assertThat(body.read(null, decoder).getSchema()).as(record.topic()).isEqualTo(reader);
		assertThat(decoder.isEnd()).as(record.topic()).isTrue();
	}

	private static void valid(JsonNode schema, JsonNode value, ConsumerRecord<?, ?> record) {
		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema).validate(value))
			.as("%s %s", record.topic(), value)
			.isEmpty();
	}

	private static List<String> channelsOf(String topic) {
		List<String> channels = new ArrayList<>();
		document.path("channels").forEachEntry((name, channel) -> {
			String pattern = channel.path("address")
				.asString()
				.replace(".", "\\.")
				.replace("{table}", ".+")
				.replaceAll("\\{\\w+}", "[a-z0-9-]+");
			if (topic.matches(pattern)) {
				channels.add(name);
			}
		});
		return channels;
	}

	private static JsonNode channel(String topic) {
		return document.path("channels").path(channelsOf(topic).getFirst());
	}

	private static JsonNode message(String topic) {
		return at(channel(topic).path("messages").iterator().next().path("$ref").asString());
	}

	private static JsonNode at(String reference) {
		JsonNode node = document.at(reference.substring(1));
		return node.has("$ref") ? at(node.path("$ref").asString()) : node;
	}

	private static String registry() {
		return document.path("servers")
			.path("kafka")
			.path("bindings")
			.path("kafka")
			.path("schemaRegistryUrl")
			.asString();
	}

	private static String get(String address) {
		return RestClient.create().get().uri(address).retrieve().requiredBody(String.class);
	}

}
