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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.buranakan.platform.Platform;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Topics;

/** An agency that just joined, with topics and rights of its own. */
final class JoinedAgency {

	private final JoinablePlatform host;

	private final AgencyId id = new AgencyId("t-" + UUID.randomUUID().toString().substring(0, 13));

	private final Path folder;

	/** On the platform that most tests share. */
	JoinedAgency(Path folder, String origin) throws IOException {
		this(JoinablePlatform.shared(), folder, origin);
	}

	JoinedAgency(JoinablePlatform host, Path folder, String origin) throws IOException {
		this.host = host;
		this.folder = folder;
		host.admit(this.id);
		Files.writeString(folder.resolve("profile.yml"), profile(origin));
		Files.writeString(folder.resolve("token"), token());
		Map<String, Object> client = new HashMap<>(platform().client(this.id.value()));
		client.put("schema.registry.url", platform().registry());
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
		return this.host.platform();
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
		try (Admin admin = Admin.create(platform().superuser())) {
			this.host.membership(admin).revoke(this.id);
		}
	}

	/** The hub's operators admit it again, with the password that it had. */
	void readmit() {
		try (Admin admin = Admin.create(platform().superuser())) {
			this.host.membership(admin).join(this.id, platform().kafkaPassword(this.id.value()));
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
		return this.host.raw("raw." + this.id + "." + topic);
	}

	/** The names of the topics that Debezium writes for it. */
	Stream<String> rawTopics() {
		String prefix = "raw." + this.id + ".";
		try (Admin admin = Admin.create(platform().superuser())) {
			return admin.listTopics()
				.names()
				.toCompletionStage()
				.toCompletableFuture()
				.join()
				.stream()
				.filter((topic) -> topic.startsWith(prefix))
				.map((topic) -> topic.substring(prefix.length()));
		}
	}

	private List<SpecificRecord> log(Topics kind) {
		return this.host.events(kind.of(this.id).name());
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

}
