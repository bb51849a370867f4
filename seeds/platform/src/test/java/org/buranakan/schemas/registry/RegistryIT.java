package org.buranakan.schemas.registry;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.buranakan.platform.Login;
import org.buranakan.platform.PartName;
import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.ContractSerializer;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.RecordDecoder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The registry's client against a real registry: each failure is its own. */
class RegistryIT {

	private final Platform platform = SharedPlatform.get();

	private final RegistryAddress anybody = RegistryAddress.of(this.platform.registry().toString());

	private final SchemaRegistry registry = new SchemaRegistry(this.anybody);

	private final Topic topic = Topics.REFUSED.of(new AgencyId("it-" + UUID.randomUUID().toString().substring(0, 8)));

	private final String contract = Contract.of(Topics.REFUSED).orElseThrow().newest();

	@Test
	void registeredOnceAndAgainAContractHasOneId() {
		SchemaId id = registrar().register(this.topic, this.contract);

		assertThat(registrar().register(this.topic, this.contract)).isEqualTo(id);
		assertThat(this.registry.id(this.topic, this.contract)).isEqualTo(id);
		assertThat(this.registry.schema(id).getName()).isEqualTo("SourceRefused");
	}

	@Test
	void idAndSubjectThatAreNotThereAreUnknown() {
		assertThatExceptionOfType(RegistryException.Unknown.class)
			.isThrownBy(() -> this.registry.schema(new SchemaId(2_000_000_000)));
		assertThatExceptionOfType(RegistryException.Unknown.class)
			.isThrownBy(() -> this.registry.id(this.topic, this.contract));
	}

	@Test
	void schemaThatIsNotInAKnownSubjectIsUnknown() {
		registrar().register(this.topic, this.contract);

		assertThatExceptionOfType(RegistryException.Unknown.class)
			.isThrownBy(() -> this.registry.id(this.topic, Contract.of(ActRecorded.class).newest()));
	}

	@Test
	void versionThatOldReadersCannotReadIsIncompatible() {
		registrar().register(this.topic, this.contract);
		registrar().demandFullTransitive(this.topic);

		assertThat(registrar().isFullTransitive(this.topic)).isTrue();
		assertThatExceptionOfType(RegistryException.Incompatible.class)
			.isThrownBy(() -> registrar().register(this.topic, this.contract.replace("\"code\"", "\"reasonCode\"")));
	}

	@Test
	void producerCannotRegister() {
		assertThatExceptionOfType(RegistryException.Unauthorised.class)
			.isThrownBy(() -> new Registrar(this.anybody).register(this.topic, this.contract));
		assertThatExceptionOfType(RegistryException.Unauthorised.class).isThrownBy(
				() -> new Registrar(this.anybody.as("registrar", "guessed")).register(this.topic, this.contract));
	}

	@Test
	void serializerFailsWhereNothingIsRegisteredAndRegistersNothing() {
		ContractSerializer serializer = new ContractSerializer();
		serializer.configure(Map.of("schema.registry.url", this.anybody.url().toString()), false);
		Topic act = Topic.parse("audit.auditor-" + UUID.randomUUID().toString().substring(0, 8) + ".act").orElseThrow();

		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> serializer.serialize(act.name(), new ActRecorded()))
			.withMessageContaining("not registered");
		assertThatExceptionOfType(RegistryException.Unknown.class)
			.isThrownBy(() -> this.registry.id(act, Contract.of(ActRecorded.class).newest()));
	}

	@Test
	void whileTheRegistryIsDownWorkIsHeldBackAndThenDone() throws IOException {
		SchemaId id = registrar().register(Topics.CLOCK.topic(), Contract.of(Topics.CLOCK).orElseThrow().newest());
		RecordDecoder<BusinessDateStated> decoder = new RecordDecoder<>(this.registry, BusinessDateStated.class);
		byte[] value = day(id);
		this.platform.part(PartName.REGISTRY).stop();
		try {
			assertThatExceptionOfType(RegistryException.Unavailable.class).isThrownBy(() -> decoder.decode(value));
		}
		finally {
			this.platform.part(PartName.REGISTRY).start();
		}

		await().atMost(Duration.ofMinutes(1))
			.ignoreExceptionsInstanceOf(RegistryException.Unavailable.class)
			.until(() -> decoder.decode(value) instanceof Decoded);
	}

	private Registrar registrar() {
		Login login = this.platform.registrar();
		return new Registrar(this.anybody.as(login.user(), login.password()));
	}

	private static byte[] day(SchemaId id) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream header = new DataOutputStream(bytes);
		header.writeByte(0);
		header.writeInt(id.value());
		BinaryEncoder body = EncoderFactory.get().directBinaryEncoder(bytes, null);
		body.writeInt(19016);
		body.writeLong(0);
		return bytes.toByteArray();
	}

}
