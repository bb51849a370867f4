package org.buranakan.hub.guarantee;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.hub.oracle.Oracle;
import org.buranakan.platform.Platform;
import org.buranakan.schemas.envelope.CloudEvent;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.provision.Account;
import org.buranakan.schemas.provision.Landscape;
import org.buranakan.schemas.provision.LogReferences;
import org.buranakan.schemas.provision.Provisioned;
import org.buranakan.schemas.provision.Provisioning;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaId;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Role;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.buranakan.schemas.wire.ContractSerializer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A few agencies of one test, with topics of their own, and what they publish. Their
 * names are new in every run, so that tests do not see each other.
 */
final class Agencies implements AutoCloseable {

	private final Platform platform;

	private final SchemaRegistry registry;

	private final String tag = "t" + UUID.randomUUID().toString().substring(0, 8);

	private final List<String> names = new ArrayList<>();

	private final List<String> auditors = new ArrayList<>();

	private final List<Future<RecordMetadata>> sent = new ArrayList<>();

	private final Doses doses = new Doses();

	private final ContractSerializer values;

	private final Producer<byte[], byte[]> producer;

	Agencies(Platform platform, String... names) {
		this.platform = platform;
		this.registry = new SchemaRegistry(address());
		this.values = new ContractSerializer(this.registry);
		this.producer = new KafkaProducer<>(superuser(), new ByteArraySerializer(), new ByteArraySerializer());
		for (String name : names) {
			join(name);
		}
	}

	/** Gives one more agency its topics and has the operator record them. */
	String join(String name) {
		String agency = prefix() + name;
		join(List.of(agency));
		return agency;
	}

	/** The same for several at once, by their whole names. */
	void join(List<String> agencies) {
		List<AgencyId> ids = agencies.stream().map(AgencyId::new).toList();
		List<Account> accounts = Stream
			.concat(Stream.of(Principal.hub(), Principal.hubConnect(), Principal.operator(), Principal.auditor()),
					ids.stream().map(Principal::agency))
			.map(this::account)
			.toList();
		try (Admin admin = Admin.create(this.platform.superuser())) {
			Provisioned provisioned = new Provisioning(admin, registrar()).provision(new Landscape(ids, accounts, 1));
			asOperator((producer, consumer) -> new LogReferences(producer, consumer, Clock.systemUTC())
				.publish(provisioned));
		}
		this.names.addAll(agencies);
	}

	/** Gives an auditor a login and the topic of its acts. */
	String auditor(String name) {
		return actor(new Principal(Role.AUDITOR, "auditor-" + prefix() + name));
	}

	/** The same for an operator. */
	String operator(String name) {
		return actor(new Principal(Role.OPERATOR, "operator-" + prefix() + name));
	}

	private String actor(Principal auditor) {
		try (Admin admin = Admin.create(this.platform.superuser())) {
			Provisioned provisioned = new Provisioning(admin, registrar())
				.provision(new Landscape(List.of(), List.of(account(auditor)), 1));
			asOperator((producer, consumer) -> new LogReferences(producer, consumer, Clock.systemUTC())
				.publish(provisioned));
		}
		this.auditors.add(auditor.name());
		return auditor.name();
	}

	/** The topics that a hub of theirs reads. */
	List<String> logs() {
		List<String> logs = new ArrayList<>(List.of("hub.reference", "hub.clock"));
		this.auditors.forEach((auditor) -> logs.add("audit." + auditor + ".act"));
		for (String agency : this.names) {
			for (String family : List.of("plan", "activity", "budget", "complaint", "agreement", "answer", "refused")) {
				logs.add("agency." + agency + "." + family);
			}
		}
		return logs;
	}

	/** Has the operator state reference data, and what day it is. */
	void record(Collection<ReferenceRecorded> data, LocalDate today) {
		BusinessDateStated stated = new BusinessDateStated(today, today.atStartOfDay(ZoneOffset.UTC).toInstant());
		asOperator((producer, consumer) -> {
			ReferenceBook book = new ReferenceBook(producer, consumer);
			book.record(data);
			book.state(List.of(stated));
		});
	}

	/** What the names of these agencies begin with, and no others. */
	String prefix() {
		return this.tag + "-";
	}

	/** Matches these agencies' ids and no others. */
	String pattern() {
		return prefix() + "[a-z0-9-]+";
	}

	List<String> names() {
		return List.copyOf(this.names);
	}

	/** Publishes an event as its agency's connector would. */
	void publish(SpecificRecord event) {
		Envelope envelope = Envelope.of(event);
		Topic topic = Topic.of(new AgencyId(envelope.agency()), envelope.family());
		byte[] key = envelope.entityId().getBytes(StandardCharsets.UTF_8);
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.name(), key,
				this.values.serialize(topic.name(), event));
		CloudEvent.of(event).writeTo(record.headers());
		publish(record);
	}

	/** Publishes whatever it is. */
	void publish(ProducerRecord<byte[], byte[]> record) {
		this.sent.add(this.producer.send(record));
	}

	/** Publishes what must be rejected; the record's headers may be sent once only. */
	void publish(Poison.Dose dose) {
		publish(Published.bytes(dose.record(), dose.record().value()));
		String code = dose.code();
		if (code != null) {
			this.doses.note(this.sent.getLast(), code);
		}
	}

	/** What must be rejected with which code. */
	Doses doses() {
		return this.doses;
	}

	/** See {@link CommonGround}. */
	void commonGround() {
		CommonGround.stateUnlessStated(this);
	}

	/** Waits until Kafka has everything. */
	void flush() {
		this.producer.flush();
		for (Future<RecordMetadata> result : this.sent) {
			assertThat(result).succeedsWithin(Duration.ZERO);
		}
		this.sent.clear();
	}

	/** The bytes of a value of the topic. */
	byte[] bytes(String topic, SpecificRecord value) {
		return Objects.requireNonNull(this.values.serialize(topic, value));
	}

	Map<String, Object> superuser() {
		Map<String, Object> properties = new HashMap<>(this.platform.superuser());
		properties.put("acks", "all");
		properties.put("linger.ms", 5);
		return properties;
	}

	/** Registers one more schema of the topic's values. */
	SchemaId register(String topic, String schema) {
		return new Registrar(address().as(this.platform.registrar().user(), this.platform.registrar().password()))
			.register(Topic.parse(topic).orElseThrow(), schema);
	}

	Platform platform() {
		return this.platform;
	}

	/** What a hub must hold that has read so far of {@code hub.*}, and all of these. */
	Oracle oracle(Map<String, Long> shared) {
		return oracle(shared, Map.of());
	}

	/** The same, where of some logs there is no more than that. */
	Oracle oracle(Map<String, Long> shared, Map<String, List<ConsumerRecord<byte[], byte[]>>> kept) {
		return Oracle.read(superuser(), this.registry, pattern(), shared, kept);
	}

	@Override
	public void close() {
		this.producer.close();
	}

	/** Has the operator state a datum. */
	void refer(ReferenceRecorded datum) {
		asOperator((producer, consumer) -> new ReferenceBook(producer, consumer).record(List.of(datum)));
	}

	private void asOperator(BiConsumer<Producer<String, SpecificRecord>, Consumer<String, SpecificRecord>> deed) {
		Map<String, Object> operator = new HashMap<>(this.platform.client("operator"));
		operator.put("auto.offset.reset", "none");
		try (var producer = new KafkaProducer<String, SpecificRecord>(operator, new StringSerializer(), this.values);
				var consumer = new KafkaConsumer<String, SpecificRecord>(operator, new StringDeserializer(),
						new ContractDeserializer(this.registry))) {
			deed.accept(producer, consumer);
		}
	}

	private Registrar registrar() {
		return new Registrar(address().as(this.platform.registrar().user(), this.platform.registrar().password()));
	}

	private Account account(Principal principal) {
		return new Account(principal, this.platform.kafkaPassword(principal.name()));
	}

	private RegistryAddress address() {
		return new RegistryAddress(this.platform.registry(), Optional.empty(), Duration.ofSeconds(10),
				Duration.ofSeconds(60));
	}

}
