package org.buranakan.connectors.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.ContractSerializer;
import org.buranakan.schemas.wire.RecordDecoder;
import org.jspecify.annotations.Nullable;

/**
 * One principal's way to Kafka and the registry: the ready-made properties of an agency,
 * {@code schema.registry.url} among them.
 */
public final class HubClient {

	private static final String USER_INFO = "basic.auth.user.info";

	private static final String REGISTRY = "schema.registry.url";

	private final Map<String, Object> properties;

	private final SchemaRegistry registry;

	public HubClient(Map<String, Object> properties) {
		this.properties = Map.copyOf(properties);
		Object address = properties.get(REGISTRY);
		if (address == null) {
			throw new IllegalArgumentException(REGISTRY + " is missing among the client's properties");
		}
		this.registry = new SchemaRegistry(
				withCredentials(RegistryAddress.of(address.toString()), properties.get(USER_INFO)));
	}

	/** The client of a properties file. */
	public static HubClient of(Path file) throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Files.newInputStream(file)) {
			properties.load(in);
		}
		Map<String, Object> map = new HashMap<>();
		properties.stringPropertyNames().forEach((name) -> map.put(name, properties.getProperty(name)));
		return new HubClient(map);
	}

	/**
	 * A consumer of bytes without a group: who uses it assigns, seeks and closes. Topics
	 * are never created by asking for them.
	 */
	public Consumer<String, byte[]> consumer() {
		return consumer(Map.of());
	}

	/** The same, for what is there already: it waits for nothing that is yet to come. */
	Consumer<String, byte[]> promptConsumer() {
		return consumer(Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10));
	}

	/** The same, which goes on where the group has committed that it has been. */
	public Consumer<String, byte[]> consumer(String group) {
		return consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group));
	}

	private Consumer<String, byte[]> consumer(Map<String, Object> more) {
		Map<String, Object> settings = new HashMap<>(this.properties);
		settings.putAll(more);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
		settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
	}

	/**
	 * Returns if the principal may see the topic.
	 * @throws org.apache.kafka.common.KafkaException if it may not, or nobody answers
	 */
	void askFor(Topic topic) {
		try (Consumer<String, byte[]> consumer = promptConsumer()) {
			consumer.endOffsets(List.of(new TopicPartition(topic.name(), 0)));
		}
	}

	/**
	 * The settings of the principal, for consumers of other shapes.
	 */
	public Map<String, Object> properties() {
		return this.properties;
	}

	public <T extends SpecificRecord> RecordDecoder<T> decoder(Class<T> type) {
		return new RecordDecoder<>(this.registry, type);
	}

	/** As Kafka clients of any kind read the property. */
	private static RegistryAddress withCredentials(RegistryAddress address, @Nullable Object userInfo) {
		if (userInfo == null) {
			return address;
		}
		String[] parts = userInfo.toString().split(":", 2);
		if (parts.length != 2) {
			throw new IllegalArgumentException(USER_INFO + " is not <user>:<password>");
		}
		return address.as(parts[0], parts[1]);
	}

	/** Idempotent, every record acknowledged by all replicas; gives up after a while. */
	Producer<String, SpecificRecord> producer() {
		Map<String, Object> settings = new HashMap<>(this.properties);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
		// What is settled together goes out together.
		settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
		settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
		settings.put(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG, 1);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
		return new KafkaProducer<>(settings, new StringSerializer(), new ContractSerializer(this.registry));
	}

}
