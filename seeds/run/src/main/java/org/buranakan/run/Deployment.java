package org.buranakan.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Platform;
import org.buranakan.schemas.provision.Account;
import org.buranakan.schemas.provision.Landscape;
import org.buranakan.schemas.provision.LogReferences;
import org.buranakan.schemas.provision.Provisioned;
import org.buranakan.schemas.provision.Provisioning;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.buranakan.schemas.wire.ContractSerializer;

/**
 * The deployment steps of the pilot, on a platform that runs: who may connect, topics,
 * rights and contracts; then, as the operator, the reference data and the business date.
 * Taking them again changes nothing.
 */
record Deployment(Platform platform, PilotData data, int replicas) {

	/** Everyone who connects to Kafka in the pilot. CODI alone captures a database. */
	static List<Principal> principals(PilotData data) {
		List<Principal> principals = new ArrayList<>(List.of(Principal.hub(), Principal.hubConnect(),
				Principal.operator(), Principal.dashboard(), Principal.auditor()));
		agencies(data).forEach((agency) -> principals.add(Principal.agency(agency)));
		principals.add(Principal.connect(new AgencyId("codi")));
		return List.copyOf(principals);
	}

	void take() {
		Provisioned provisioned = provision();
		Map<String, Object> operator = operator();
		try (Producer<String, SpecificRecord> producer = new KafkaProducer<>(operator);
				Consumer<String, SpecificRecord> consumer = new KafkaConsumer<>(operator)) {
			new LogReferences(producer, consumer, Clock.systemUTC()).publish(provisioned);
			ReferenceBook book = new ReferenceBook(producer, consumer);
			book.record(this.data.reference());
			book.state(this.data.clock());
		}
	}

	private Map<String, Object> operator() {
		Map<String, Object> operator = new HashMap<>(this.platform.client(Principal.operator().name()));
		operator.put("schema.registry.url", this.platform.registry().toString());
		operator.put("key.serializer", StringSerializer.class);
		operator.put("value.serializer", ContractSerializer.class);
		operator.put("key.deserializer", StringDeserializer.class);
		operator.put("value.deserializer", ContractDeserializer.class);
		return operator;
	}

	private Provisioned provision() {
		List<Account> accounts = principals(this.data).stream()
			.map((principal) -> new Account(principal, this.platform.kafkaPassword(principal.name())))
			.toList();
		RegistryAddress registry = RegistryAddress.of(this.platform.registry().toString())
			.as(this.platform.registrar().user(), this.platform.registrar().password());
		try (Admin admin = Admin.create(this.platform.superuser())) {
			return new Provisioning(admin, new Registrar(registry))
				.provision(new Landscape(agencies(this.data), accounts, this.replicas));
		}
	}

	private static List<AgencyId> agencies(PilotData data) {
		return data.agencies().stream().map(AgencyId::new).toList();
	}

}
