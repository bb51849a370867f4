package org.buranakan.schemas.provision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.platform.Login;
import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.buranakan.schemas.wire.ContractSerializer;

/** The shared platform as these tests use it: two agencies that no other test knows. */
final class Site implements AutoCloseable {

	private final Platform platform = SharedPlatform.get();

	private final Admin admin = Admin.create(this.platform.superuser());

	private final AgencyId one = newAgency();

	private final AgencyId two = newAgency();

	/** An agency of a name not used before. */
	static AgencyId newAgency() {
		return new AgencyId("it-" + UUID.randomUUID().toString().substring(0, 8));
	}

	AgencyId one() {
		return this.one;
	}

	AgencyId two() {
		return this.two;
	}

	Platform platform() {
		return this.platform;
	}

	Admin admin() {
		return this.admin;
	}

	RegistryAddress registry() {
		return RegistryAddress.of(this.platform.registry().toString());
	}

	Registrar registrar() {
		Login login = this.platform.registrar();
		return new Registrar(registry().as(login.user(), login.password()));
	}

	Landscape landscape(AgencyId... agencies) {
		List<AgencyId> all = List.of(agencies);
		List<Account> accounts = Stream
			.concat(Stream.of(Principal.hub(), Principal.hubConnect(), Principal.operator(), Principal.dashboard(),
					Principal.auditor()), all.stream().map(Principal::agency))
			.map((principal) -> new Account(principal, this.platform.kafkaPassword(principal.name())))
			.toList();
		return new Landscape(all, accounts, 1);
	}

	Provisioned provision() {
		return provision(landscape(this.one, this.two));
	}

	Provisioned provision(Landscape landscape) {
		return new Provisioning(this.admin, registrar()).provision(landscape);
	}

	Producer<String, SpecificRecord> producer(Principal principal) {
		Map<String, Object> configuration = client(principal);
		configuration.put("compression.type", "gzip");
		return new KafkaProducer<>(configuration, new StringSerializer(), configured(new ContractSerializer()));
	}

	Consumer<String, SpecificRecord> consumer(Principal principal) {
		Map<String, Object> configuration = client(principal);
		configuration.put("group.id", principal.groupPrefix() + "it");
		configuration.put("auto.offset.reset", "earliest");
		configuration.put("enable.auto.commit", "false");
		return new KafkaConsumer<>(configuration, new StringDeserializer(), configured(new ContractDeserializer()));
	}

	private Map<String, Object> client(Principal principal) {
		Map<String, Object> configuration = new HashMap<>(this.platform.client(principal.name()));
		configuration.put("max.block.ms", "10000");
		return configuration;
	}

	private ContractSerializer configured(ContractSerializer serializer) {
		serializer.configure(Map.of("schema.registry.url", this.platform.registry().toString()), false);
		return serializer;
	}

	private ContractDeserializer configured(ContractDeserializer deserializer) {
		deserializer.configure(Map.of("schema.registry.url", this.platform.registry().toString()), false);
		return deserializer;
	}

	@Override
	public void close() {
		this.admin.close();
	}

}
