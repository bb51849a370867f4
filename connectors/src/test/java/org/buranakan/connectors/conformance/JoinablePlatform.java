package org.buranakan.connectors.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.publish.WatchedLogs;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.provision.Account;
import org.buranakan.schemas.provision.Landscape;
import org.buranakan.schemas.provision.Membership;
import org.buranakan.schemas.provision.Provisioning;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.buranakan.schemas.wire.ContractSerializer;
import org.jspecify.annotations.Nullable;

/** A platform that agencies join; what its topics say is read once for all of them. */
final class JoinablePlatform implements AutoCloseable {

	private static @Nullable JoinablePlatform shared;

	private final Platform platform;

	private final WatchedLogs<SpecificRecord> events;

	private final WatchedLogs<byte[]> raw;

	private boolean hasReference;

	JoinablePlatform(Platform platform) {
		this.platform = platform;
		ContractDeserializer deserializer = new ContractDeserializer();
		deserializer.configure(withRegistry(platform.superuser()), false);
		this.events = new WatchedLogs<>(platform.superuser(), deserializer);
		this.raw = new WatchedLogs<>(platform.superuser(), new ByteArrayDeserializer());
	}

	/** The one that most tests share. */
	static synchronized JoinablePlatform shared() {
		if (shared == null) {
			shared = new JoinablePlatform(SharedPlatform.get());
		}
		return shared;
	}

	Platform platform() {
		return this.platform;
	}

	/** Gives the agency its topics, login and rights, and all agencies reference data. */
	void admit(AgencyId agency) {
		List<Account> accounts = List.of(account(Principal.agency(agency)), account(Principal.operator()));
		try (Admin admin = Admin.create(this.platform.superuser())) {
			new Provisioning(admin, registrar()).provision(new Landscape(List.of(agency), accounts, 1));
		}
		loadReference(withRegistry(this.platform.client(Principal.operator().name())));
	}

	Membership membership(Admin admin) {
		return new Membership(admin, registrar());
	}

	/** All that this topic says, in order. */
	List<SpecificRecord> events(String topic) {
		return this.events.of(topic).stream().map(ConsumerRecord::value).toList();
	}

	/** What Debezium wrote to this topic, in order. */
	List<ConsumerRecord<byte[], byte[]>> raw(String topic) {
		return this.raw.of(topic);
	}

	/** Stops the platform too. */
	@Override
	public void close() {
		try (this.platform; this.raw; this.events) {
			// In reverse order.
		}
	}

	private synchronized void loadReference(Map<String, Object> operator) {
		if (this.hasReference) {
			return;
		}
		try (Producer<String, SpecificRecord> producer = new KafkaProducer<>(operator);
				Consumer<String, SpecificRecord> consumer = new KafkaConsumer<>(operator)) {
			new ReferenceBook(producer, consumer).record(new PilotData().reference());
			this.hasReference = true;
		}
	}

	private Registrar registrar() {
		return new Registrar(RegistryAddress.of(this.platform.registry().toString())
			.as(this.platform.registrar().user(), this.platform.registrar().password()));
	}

	private Account account(Principal principal) {
		return new Account(principal, this.platform.kafkaPassword(principal.name()));
	}

	private Map<String, Object> withRegistry(Map<String, Object> client) {
		Map<String, Object> settings = new HashMap<>(client);
		settings.put("schema.registry.url", this.platform.registry().toString());
		settings.put("key.serializer", StringSerializer.class);
		settings.put("value.serializer", ContractSerializer.class);
		settings.put("key.deserializer", StringDeserializer.class);
		settings.put("value.deserializer", ContractDeserializer.class);
		return settings;
	}

}
