package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.provision.Account;
import org.buranakan.schemas.provision.Landscape;
import org.buranakan.schemas.provision.Membership;
import org.buranakan.schemas.provision.Provisioning;
import org.buranakan.schemas.provision.ReferenceBook;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.ContractDeserializer;
import org.buranakan.schemas.wire.ContractSerializer;

/**
 * An agency that just joined, with topics and rights of its own on the shared platform.
 */
final class JoinedAgency {

	private static final WatchedLogs<SpecificRecord> EVENTS = events();

	private static final WatchedLogs<byte[]> RAW = new WatchedLogs<>(SharedPlatform.get().superuser(),
			new ByteArrayDeserializer());

	private static boolean referenceLoaded;

	private final Platform platform = SharedPlatform.get();

	private final AgencyId id = new AgencyId("t-" + UUID.randomUUID().toString().substring(0, 13));

	private final Path folder;

	JoinedAgency(Path folder, String origin) throws IOException {
		this.folder = folder;
		provision();
		Files.writeString(folder.resolve("profile.yml"), profile(origin));
		Files.writeString(folder.resolve("token"), token());
		Map<String, Object> client = new HashMap<>(this.platform.client(this.id.value()));
		client.put("schema.registry.url", this.platform.registry());
		Files.writeString(folder.resolve("client.properties"),
				client.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + "=" + entry.getValue())
					.collect(Collectors.joining("\n")));
	}

	AgencyId id() {
		return this.id;
	}

	Platform platform() {
		return this.platform;
	}

	String token() {
		return "token-of-" + this.id;
	}

	Path inbox() {
		return this.folder.resolve("inbox");
	}

	/** The configuration of a connector that hosts it. */
	Map<String, Object> settings() {
		Map<String, Object> settings = new HashMap<>();
		settings.put("buranakan.connectors.agencies[0].id", this.id);
		settings.put("buranakan.connectors.agencies[0].profile", "file:" + this.folder.resolve("profile.yml"));
		settings.put("buranakan.connectors.agencies[0].credentials", this.folder.resolve("client.properties"));
		settings.put("buranakan.connectors.agencies[0].inbox", inbox());
		settings.put("buranakan.connectors.agencies[0].token", this.folder.resolve("token"));
		settings.put("buranakan.spreadsheet.look-every", "100ms");
		settings.put("server.shutdown", "immediate");
		return settings;
	}

	/** The hub's operators admit it no longer. */
	void revoke() {
		try (Admin admin = Admin.create(this.platform.superuser())) {
			membership(admin).revoke(this.id);
		}
	}

	/** The hub's operators admit it again, with the password that it had. */
	void readmit() {
		try (Admin admin = Admin.create(this.platform.superuser())) {
			membership(admin).join(this.id, this.platform.kafkaPassword(this.id.value()));
		}
	}

	/** All activities that it ever published, in order. */
	List<ActivityRecorded> published() {
		return log(Topics.ACTIVITY).stream().map(ActivityRecorded.class::cast).toList();
	}

	/** All that was ever said of refusals, in order. */
	List<SourceRefused> refused() {
		return log(Topics.REFUSED).stream().map(SourceRefused.class::cast).toList();
	}

	/** What Debezium wrote of a topic of its database, in order. */
	List<ConsumerRecord<byte[], byte[]>> raw(String topic) {
		return RAW.of("raw." + this.id + "." + topic);
	}

	/** The names of the topics that Debezium writes for it. */
	Stream<String> rawTopics() {
		String prefix = "raw." + this.id + ".";
		try (Admin admin = Admin.create(this.platform.superuser())) {
			return admin.listTopics()
				.names()
				.toCompletionStage()
				.toCompletableFuture()
				.join()
				.stream()
				.filter((topic) -> topic.startsWith(prefix) && !topic.endsWith(".signal"))
				.map((topic) -> topic.substring(prefix.length()));
		}
	}

	private List<SpecificRecord> log(Topics kind) {
		return EVENTS.of(kind.of(this.id).name()).stream().map(ConsumerRecord::value).toList();
	}

	private static WatchedLogs<SpecificRecord> events() {
		ContractDeserializer deserializer = new ContractDeserializer();
		deserializer.configure(as(SharedPlatform.get().superuser()), false);
		return new WatchedLogs<>(SharedPlatform.get().superuser(), deserializer);
	}

	private String profile(String origin) {
		return """
				agency: %s
				system: ระบบทดสอบ
				era: buddhist
				sources:
				  - name: activities
				    %s
				    columns: {id: [รหัส], title: [ชื่อ], area: [พื้นที่], start: [วันที่], note: [หมายเหตุ]}
				    optional: [note]
				    events:
				      - family: activity
				        key: "{id}"
				        fields:
				          kind: {constant: training}
				          title: {th: title}
				          areas: {each: area, split: ";", as: area, level: tambon}
				          startsOn: {from: start, as: date}
				          endsOn: {from: start, as: date}
				          datePrecision: {constant: DAY}
				          status: {constant: PLANNED}
				          organiser: {constant: codi}
				          note: {th: note}
				""".formatted(this.id, origin);
	}

	private void provision() {
		List<Account> accounts = List.of(account(Principal.agency(this.id)), account(Principal.operator()));
		// Two at once would both make the hub's own topics.
		synchronized (JoinedAgency.class) {
			try (Admin admin = Admin.create(this.platform.superuser())) {
				new Provisioning(admin, registrar()).provision(new Landscape(List.of(this.id), accounts, 1));
			}
		}
		loadReference(as(this.platform.client(Principal.operator().name())));
	}

	/** Once for all that join the same platform. */
	private static synchronized void loadReference(Map<String, Object> operator) {
		if (referenceLoaded) {
			return;
		}
		try (Producer<String, SpecificRecord> producer = new KafkaProducer<>(operator);
				Consumer<String, SpecificRecord> consumer = new KafkaConsumer<>(operator)) {
			new ReferenceBook(producer, consumer).record(new PilotData().reference());
			referenceLoaded = true;
		}
	}

	private Membership membership(Admin admin) {
		return new Membership(admin, registrar());
	}

	private Registrar registrar() {
		return new Registrar(RegistryAddress.of(this.platform.registry().toString())
			.as(this.platform.registrar().user(), this.platform.registrar().password()));
	}

	private Account account(Principal principal) {
		return new Account(principal, this.platform.kafkaPassword(principal.name()));
	}

	private static Map<String, Object> as(Map<String, Object> client) {
		Map<String, Object> settings = new HashMap<>(client);
		settings.put("schema.registry.url", SharedPlatform.get().registry().toString());
		settings.put("key.serializer", StringSerializer.class);
		settings.put("value.serializer", ContractSerializer.class);
		settings.put("key.deserializer", StringDeserializer.class);
		settings.put("value.deserializer", ContractDeserializer.class);
		return settings;
	}

}
