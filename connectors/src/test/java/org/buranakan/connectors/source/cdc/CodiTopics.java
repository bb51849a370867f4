package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.publish.WatchedLogs;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Platform;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.provision.Account;
import org.buranakan.schemas.provision.Landscape;
import org.buranakan.schemas.provision.Provisioning;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.buranakan.schemas.wire.ContractSerializer;

/** What stands in CODI's own topics, provided with the pilot's reference data beside. */
final class CodiTopics {

	private static final AgencyId CODI = new AgencyId("codi");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Platform platform;

	private final WatchedLogs<SpecificRecord> logs;

	CodiTopics(Platform platform) {
		this.platform = platform;
		PilotData data = new PilotData();
		List<AgencyId> agencies = data.agencies().stream().map(AgencyId::new).toList();
		List<Principal> principals = new ArrayList<>(List.of(Principal.hub(), Principal.operator(),
				Principal.dashboard(), Principal.auditor(), Principal.connect(CODI)));
		agencies.forEach((agency) -> principals.add(Principal.agency(agency)));
		List<Account> accounts = principals.stream()
			.map((principal) -> new Account(principal, platform.kafkaPassword(principal.name())))
			.toList();
		// A registry that has just started takes its time for the first answers.
		RegistryAddress registry = new RegistryAddress(platform.registry(), Optional.empty(), PATIENCE, PATIENCE)
			.as(platform.registrar().user(), platform.registrar().password());
		try (Admin admin = Admin.create(platform.superuser())) {
			new Provisioning(admin, new Registrar(registry)).provision(new Landscape(agencies, accounts, 1));
		}
		Map<String, Object> operator = client("operator");
		try (Producer<String, SpecificRecord> producer = new KafkaProducer<>(operator);
				Consumer<String, SpecificRecord> consumer = new KafkaConsumer<>(operator)) {
			new ReferenceBook(producer, consumer).record(data.reference());
		}
		ContractDeserializer deserializer = new ContractDeserializer();
		deserializer.configure(client("auditor"), false);
		this.logs = new WatchedLogs<>(client("auditor"), deserializer);
	}

	/** Every event of the family, in order. */
	List<SpecificRecord> events(Family family) {
		return records(Topic.of(CODI, family).name());
	}

	/** As {@code <entity id> <revision>}, over all families. */
	List<String> revisions() {
		List<String> revisions = new ArrayList<>();
		for (Family family : Family.values()) {
			events(family).forEach((event) -> revisions.add(revision(event)));
		}
		return revisions;
	}

	/** The newest event of an entity. */
	Optional<SpecificRecord> newest(Family family, String entity) {
		return events(family).stream()
			.filter((event) -> Envelope.of(event).entityId().equals(entity))
			.reduce((older, newer) -> newer);
	}

	List<SourceRefused> refusals() {
		return records(Topics.REFUSED.of(CODI).name()).stream().map(SourceRefused.class::cast).toList();
	}

	/** Makes the connector's group forget that it read anything. */
	void forgetWhatWasRead() {
		try (Admin admin = Admin.create(this.platform.superuser())) {
			admin.deleteConsumerGroups(List.of("codi.cdc")).all().get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	static String revision(SpecificRecord event) {
		return Envelope.of(event).entityId() + " " + Envelope.of(event).revision();
	}

	private List<SpecificRecord> records(String topic) {
		return this.logs.of(topic).stream().map(ConsumerRecord::value).toList();
	}

	private Map<String, Object> client(String principal) {
		Map<String, Object> client = new HashMap<>(this.platform.client(principal));
		client.put("schema.registry.url", this.platform.registry().toString());
		client.put("key.serializer", StringSerializer.class);
		client.put("value.serializer", ContractSerializer.class);
		client.put("key.deserializer", StringDeserializer.class);
		client.put("value.deserializer", ContractDeserializer.class);
		return client;
	}

}
