package org.buranakan.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.registry.SchemaId;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of the catalogue's topics under the id that the registry has for the
 * newest committed contract. It never registers: where the deployment step has not been,
 * sending fails. Safe for use by many threads, as a producer is.
 */
public final class ContractSerializer implements Serializer<SpecificRecord> {

	private final Map<String, Subject> subjects = new ConcurrentHashMap<>();

	private @Nullable SchemaRegistry registry;

	/** For a producer's configuration. */
	public ContractSerializer() {
	}

	/** For a registry that is already known. */
	public ContractSerializer(SchemaRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void configure(Map<String, ?> configuration, boolean isKey) {
		if (isKey) {
			throw new IllegalArgumentException("Keys are plain text: use Kafka's StringSerializer");
		}
		this.registry = RegistrySettings.registry(configuration);
	}

	@Override
	public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord value) {
		Subject subject = this.subjects.computeIfAbsent(topic, Subject::of);
		if (value == null) {
			return subject.tombstone();
		}
		SchemaId id = subject.id(value, registry());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
		try {
			DataOutputStream header = new DataOutputStream(bytes);
			header.writeByte(0);
			header.writeInt(id.value());
			BinaryEncoder body = EncoderFactory.get().binaryEncoder(bytes, null);
			subject.writer().write(value, body);
			body.flush();
			return bytes.toByteArray();
		}
		catch (IOException | RuntimeException ex) {
			throw new SerializationException("Not a whole " + value.getSchema().getName() + " for " + topic, ex);
		}
	}

	private SchemaRegistry registry() {
		if (this.registry == null) {
			throw new IllegalStateException("Not configured");
		}
		return this.registry;
	}

	/** What one topic's values are. */
	private record Subject(Topic topic, Class<? extends SpecificRecord> type, String contract,
			DatumWriter<SpecificRecord> writer) {

		static Subject of(String name) {
			Topic topic = Topic.parse(name)
				.orElseThrow(() -> new SerializationException("The catalogue has no topic " + name));
			Class<? extends SpecificRecord> type = topic.kind()
				.value()
				.orElseThrow(() -> new SerializationException("Values of " + name + " are not Avro of ours"));
			return new Subject(topic, type, Contract.of(type).newest(),
					new SpecificDatumWriter<>(SpecificData.get().getSchema(type), SpecificData.getForClass(type)));
		}

		byte @Nullable [] tombstone() {
			if (!this.topic.kind().allowsTombstones()) {
				throw new SerializationException(this.topic + " is kept for ever: a record needs a value");
			}
			return null;
		}

		SchemaId id(SpecificRecord value, SchemaRegistry registry) {
			if (value.getClass() != this.type) {
				throw new SerializationException(
						this.topic + " carries " + this.type.getSimpleName() + ", not " + value.getSchema().getName());
			}
			try {
				return registry.id(this.topic, this.contract);
			}
			catch (RegistryException.Unknown ex) {
				throw new SerializationException("The newest contract of " + this.topic
						+ " is not registered; run the provisioning step of this version first", ex);
			}
		}

	}

}
