package org.buranakan.schemas.wire;

import java.util.HashMap;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.Decoding.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of the catalogue's topics as the classes that the catalogue names; a bad
 * one is an exception. For one thread, as a consumer is. Who must go on after a bad value
 * uses {@link RecordDecoder}.
 */
public final class ContractDeserializer implements Deserializer<SpecificRecord> {

	private final Map<String, RecordDecoder<? extends SpecificRecord>> decoders = new HashMap<>();

	private @Nullable SchemaRegistry registry;

	/** For a consumer's configuration. */
	public ContractDeserializer() {
	}

	/** For a registry that is already known. */
	public ContractDeserializer(SchemaRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void configure(Map<String, ?> configuration, boolean isKey) {
		if (isKey) {
			throw new IllegalArgumentException("Keys are plain text: use Kafka's StringDeserializer");
		}
		this.registry = RegistrySettings.registry(configuration);
	}

	@Override
	public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] value) {
		if (value == null) {
			return null;
		}
		return switch (this.decoders.computeIfAbsent(topic, this::decoder).decode(value)) {
			case Decoded<? extends SpecificRecord>(var record, var _) -> record;
			case Malformed<? extends SpecificRecord>(var flaw, var reason) ->
				throw new SerializationException(flaw + " in " + topic + ": " + reason);
		};
	}

	private RecordDecoder<? extends SpecificRecord> decoder(String topic) {
		Class<? extends SpecificRecord> type = Topic.parse(topic)
			.flatMap((known) -> known.kind().value())
			.orElseThrow(() -> new SerializationException("Values of " + topic + " are not Avro of ours"));
		if (this.registry == null) {
			throw new IllegalStateException("Not configured");
		}
		return new RecordDecoder<>(this.registry, type);
	}

}
