package org.buranakan.hub.guarantee;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** An auditor folds the whole history again beside live traffic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayIT {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Disturbance DISTURBED = new Disturbance(40, 40, 40);

	private final Agencies agencies = new Agencies(SharedPlatform.get(), "replayed");

	private final String agency = this.agencies.names().getFirst();

	private final HubUnderTest hub = new HubUnderTest(this.agencies);

	@BeforeAll
	void start() {
		Renamed.events(this.agency, 700, 51, DISTURBED).forEach(this.agencies::publish);
		this.agencies.flush();
		this.hub.start().catchesUp();
		this.hub.drains();
	}

	@AfterAll
	void stop() {
		this.hub.close();
		this.agencies.close();
	}

	@Test
	@Order(1)
	void theViewIsWhatTheLogsSayWhileMoreComesIn() {
		// Given
		long before = received();
		String other = this.agencies.join("meanwhile");
		AtomicBoolean enough = new AtomicBoolean();
		Thread more = Thread.ofPlatform().start(() -> publishSlowly(other, enough));
		// When
		HttpResponse<String> begun = begin();
		HttpResponse<String> again = begin();
		JsonNode ended = end(id(begun));
		// Then
		assertThat(begun.statusCode()).isEqualTo(202);
		assertThat(begun.headers().firstValue("Location")).hasValue("/api/v1/replays/" + id(begun));
		assertThat(again.statusCode()).isEqualTo(200);
		assertThat(id(again)).isEqualTo(id(begun));
		assertThat(ended.path("state").asString()).as(ended.toPrettyString()).isEqualTo("EQUAL");
		assertThat(ended.path("folded").longValue()).isEqualTo(ended.path("toFold").longValue()).isGreaterThan(700);
		JsonNode result = ended.path("result");
		assertThat(result.path("live").path("sha256")).isEqualTo(result.path("replayed").path("sha256"));
		assertThat(result.path("live").path("rows").longValue()).isGreaterThan(700);
		assertThat(this.hub.sql()
			.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'replay'")
			.query(Long.class)
			.single()).as("the copy is gone").isZero();
		assertThat(more.isAlive()).as("more comes in").isTrue();
		assertThat(received()).isGreaterThan(before);
		enough.set(true);
		Awaitility.await().until(() -> !more.isAlive());
		this.agencies.flush();
	}

	@Test
	@Order(2)
	void aRowThatSomebodyChangedByHandIsNamed() {
		// Given
		this.hub.catchesUp();
		this.hub.drains();
		String posting = this.hub.sql()
			.sql("UPDATE posting SET amount_satang = amount_satang + 1 WHERE id = (SELECT min(id) FROM posting) RETURNING id")
			.query(String.class)
			.single();
		this.hub.sql().sql("DELETE FROM area_summary WHERE area = (SELECT min(area) FROM area_summary)").update();
		this.hub.sql()
			.sql("UPDATE hub.log SET applied = applied - 1, stale = stale + 1 WHERE topic = :topic")
			.param("topic", "agency." + this.agency + ".plan")
			.update();
		long abandoned = this.hub.sql()
			.sql("INSERT INTO hub.replay (state) VALUES ('FOLDING') RETURNING id")
			.query(Long.class)
			.single();
		String left = left();
		// When
		JsonNode ended = end(id(begin()));
		// Then
		assertThat(left()).as("nothing is told to who follows the live view").isEqualTo(left);
		assertThat(end(abandoned).path("state").asString()).isEqualTo("FAILED");
		assertThat(ended.path("state").asString()).as(ended.toPrettyString()).isEqualTo("DIFFERENT");
		JsonNode result = ended.path("result");
		assertThat(result.path("live").path("facts")).isNotEqualTo(result.path("replayed").path("facts"));
		JsonNode differences = result.path("differences");
		assertThat(differences.values()).extracting((table) -> table.path("table").asString())
			.containsExactly("area_summary", "posting");
		assertThat(differences.get(0).path("live").longValue()).isZero();
		assertThat(differences.get(0).path("replayed").longValue()).isEqualTo(1);
		assertThat(differences.get(1).path("liveRows").path(0).path(0).asString()).isEqualTo(posting);
		assertThat(differences.get(1).path("replayedRows").path(0).path(0).asString()).isEqualTo(posting);
		assertThat(result.path("accounts").values()).extracting((log) -> log.path("topic").asString())
			.containsExactly("agency." + this.agency + ".plan");
	}

	@Test
	@Order(3)
	void whatCannotBeDerivedIsNeverCalledEqual() {
		// Given
		this.hub.sql()
			.sql("INSERT INTO dirty (kind, key, quarantined) VALUES ('area', '110101', 'SQLSTATE 22003')")
			.update();
		// When
		JsonNode ended = end(id(begin()));
		// Then
		assertThat(ended.path("state").asString()).isEqualTo("FAILED");
		assertThat(ended.path("failure").asString()).contains("area/110101 (SQLSTATE 22003)");
		this.hub.sql().sql("DELETE FROM dirty").update();
	}

	@Test
	@Order(4)
	void aLogThatIsNoLongerWholeIsNamedInsteadOfAResult() {
		// Given
		String topic = "agency." + this.agency + ".activity";
		try (Admin admin = Admin.create(this.agencies.platform().superuser())) {
			admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(3)))
				.all()
				.toCompletionStage()
				.toCompletableFuture()
				.join();
		}
		// When
		JsonNode ended = end(id(begin()));
		// Then
		assertThat(ended.path("state").asString()).isEqualTo("FAILED");
		assertThat(ended.path("failure").asString()).contains(topic + " begins at 3");
		assertThat(ended.has("result")).isFalse();
	}

	private void publishSlowly(String agency, AtomicBoolean enough) {
		for (SpecificRecord event : (Iterable<SpecificRecord>) Renamed.events(agency, 10_000, 52,
				Disturbance.NONE)::iterator) {
			this.agencies.publish(event);
			this.agencies.flush();
			LockSupport.parkNanos(5_000_000);
			if (enough.get()) {
				return;
			}
		}
	}

	private long received() {
		return this.hub.sql().sql("SELECT sum(received) FROM hub.log").query(Long.class).single();
	}

	/**
	 * What the live hub leaves for others, but for reference data: whoever joins beside
	 * states which logs there are.
	 */
	private String left() {
		return this.hub.sql()
			.sql("""
					SELECT (SELECT count(*) FROM hub.change WHERE family <> 'reference')
						|| ' ' || (SELECT count(*) FROM hub.resolved_finding)
						|| ' ' || (SELECT count(*) FROM hub.history h JOIN hub.log l ON l.id = h.log_id WHERE l.topic <> 'hub.reference')
					""")
			.query(String.class)
			.single();
	}

	/** Whoever asks while one clears up is told to ask again. */
	private HttpResponse<String> begin() {
		return Awaitility.await().until(this::ask, (answer) -> answer.statusCode() != 503);
	}

	private HttpResponse<String> ask() {
		return HTTP
			.sendAsync(HttpRequest.newBuilder(address("/api/v1/replays"))
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString())
			.join();
	}

	private URI address(String path) {
		return this.hub.address(path);
	}

	private static long id(HttpResponse<String> replay) {
		return JsonMapper.shared().readTree(replay.body()).path("id").longValue();
	}

	private JsonNode end(long id) {
		return Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> JsonMapper.shared().readTree(this.hub.asks("/api/v1/replays/" + id).body()),
					(replay) -> replay.has("endedAt"));
	}

}
