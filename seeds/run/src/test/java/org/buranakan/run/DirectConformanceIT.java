package org.buranakan.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.buranakan.connectors.command.Commands;
import org.buranakan.connectors.conformance.Conformance;
import org.buranakan.connectors.conformance.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An agency that writes its own topics itself, as the hub takes it: where a connector
 * publishes nothing twice, the hub lets nothing take effect twice; where a connector
 * refuses a row, the hub rejects a record.
 */
class DirectConformanceIT extends Conformance {

	private static final String AGENCY = "pacoc-25";

	private static PilotRun run;

	private static Path credentials;

	private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";

	private DirectSystem system;

	private long before;

	@BeforeAll
	static void theAgencyJoins(@TempDir Path folder) throws Exception {
		run = PilotRun.shared();
		assertThat(Commands.run("agency", "add", AGENCY, "--name", "ศูนย์ที่มีระบบของตนเอง", "--name-en",
				"A centre with a system of its own", "--provinces", "19", "--kits", folder.toString(),
				"--administrator", run.credentials("administrator").toString()))
			.isZero();
		credentials = folder.resolve(AGENCY).resolve("client.properties");
	}

	@BeforeEach
	void open() throws Exception {
		this.system = new DirectSystem(AGENCY, this.prefix, credentials);
		awaitTheHub();
		this.before = effectsOfAll();
	}

	@AfterEach
	void close() {
		this.system.close();
	}

	@Override
	protected void offer(List<Entry> entries) throws Exception {
		for (Future<RecordMetadata> sent : this.system.send(entries)) {
			sent.get();
		}
		awaitTheHub();
	}

	@Override
	protected void startAgain() {
		this.system.breakOff();
	}

	@Override
	protected void breakOffIn(List<Entry> entries) throws Exception {
		this.system.send(entries).getFirst().get();
		this.system.breakOff();
	}

	@Override
	protected int many() {
		return 500;
	}

	@Override
	protected Map<String, Stated> stated() {
		Map<String, Stated> stated = new TreeMap<>();
		for (JsonNode activity : all("activities?agency=" + AGENCY)) {
			String id = activity.path("id").asString();
			if (isOwn(id)) {
				stated.put(local(id), new Stated(activity.path("revision").longValue(),
						activity.path("title").path("th").asString()));
			}
		}
		return stated;
	}

	@Override
	protected long effects() {
		return effectsOfAll() - this.before;
	}

	/** The hub rejects every record that repeats it, and keeps what it rejected. */
	@Override
	protected List<Refused> refusals() {
		Map<String, Refused> refusals = new LinkedHashMap<>();
		Map<String, Stated> mended = stated();
		for (JsonNode rejection : all("rejections?agency=" + AGENCY)) {
			String id = rejection.path("entityId").asString();
			if (isOwn(id) && !mended.containsKey(local(id))) {
				refusals.put(id,
						new Refused(
								rejection.path("position").path("topic").asString() + "@"
										+ rejection.path("position").path("offset").asString(),
								text(rejection, "reason", "th"), text(rejection, "reason", "en"),
								text(rejection, "remedy", "th"), text(rejection, "remedy", "en")));
			}
		}
		return List.copyOf(refusals.values());
	}

	/** Returns when the hub has dealt with all that the topic holds. */
	private void awaitTheHub() throws Exception {
		long end = end();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(events().path("received").asLong()).isEqualTo(end));
	}

	private long end() throws Exception {
		Properties client = PropertiesLoaderUtils.loadProperties(new FileSystemResource(credentials));
		TopicPartition log = new TopicPartition(this.system.topic(), 0);
		try (Admin admin = Admin.create(client)) {
			return admin.listOffsets(Map.of(log, OffsetSpec.latest())).partitionResult(log).get().offset();
		}
	}

	private static long effectsOfAll() {
		return events().path("applied").asLong();
	}

	private static JsonNode events() {
		return run.read("agencies/" + AGENCY).path("events");
	}

	private boolean isOwn(String id) {
		return id.startsWith(AGENCY + ":" + this.prefix);
	}

	private String local(String id) {
		return id.substring((AGENCY + ":" + this.prefix).length());
	}

	private static Optional<String> text(JsonNode rejection, String what, String language) {
		return Optional.of(rejection.path(what).path(language).asString(""));
	}

	private static List<JsonNode> all(String resource) {
		List<JsonNode> items = new ArrayList<>();
		for (int page = 0;; page++) {
			List<JsonNode> found = StreamSupport
				.stream(run.read(resource + "&size=500&page=" + page).path("items").spliterator(), false)
				.toList();
			items.addAll(found);
			if (found.isEmpty()) {
				return items;
			}
		}
	}

}
