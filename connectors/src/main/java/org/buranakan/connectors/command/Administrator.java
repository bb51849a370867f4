package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.buranakan.schemas.wire.ContractSerializer;

/**
 * Who lets agencies join: client properties that may do everything in Kafka, and write to
 * the registry ({@code schema.registry.url}, {@code basic.auth.user.info}).
 */
record Administrator(Map<String, Object> properties) {

	static Administrator of(Path file) throws IOException {
		Properties read = new Properties();
		try (InputStream in = Files.newInputStream(file)) {
			read.load(in);
		}
		Map<String, Object> properties = new HashMap<>();
		read.stringPropertyNames().forEach((name) -> properties.put(name, read.getProperty(name)));
		return new Administrator(properties);
	}

	/** The property; a file without it is no administrator's. */
	String property(String name) {
		return Optional.ofNullable(this.properties.get(name))
			.map(Object::toString)
			.orElseThrow(() -> new IllegalArgumentException("The administrator's properties lack " + name));
	}

	Admin admin() {
		return Admin.create(this.properties);
	}

	Registrar registrar() {
		String[] login = property("basic.auth.user.info").split(":", 2);
		return new Registrar(RegistryAddress.of(property("schema.registry.url")).as(login[0], login[1]));
	}

	Producer<String, SpecificRecord> producer() {
		Map<String, Object> settings = new HashMap<>(this.properties);
		settings.put("key.serializer", StringSerializer.class);
		settings.put("value.serializer", ContractSerializer.class);
		return new KafkaProducer<>(settings);
	}

	Consumer<String, SpecificRecord> consumer() {
		Map<String, Object> settings = new HashMap<>(this.properties);
		settings.put("key.deserializer", StringDeserializer.class);
		settings.put("value.deserializer", ContractDeserializer.class);
		return new KafkaConsumer<>(settings);
	}

}
