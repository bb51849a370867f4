package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.platform.Part;
import org.buranakan.platform.PartName;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever becomes of Debezium, in the end the topics say what the table holds, and what
 * was lost on the way is noticed and read again. {@code -Dburanakan.rounds=50} kills more
 * often, {@code -Dburanakan.seed} repeats a run. The tests are chapters of one story.
 */
@ResourceLock("Kafka Connect")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LossIT {

	private static final Logger log = LoggerFactory.getLogger(LossIT.class);

	private static final int ROUNDS = Integer.getInteger("buranakan.rounds", 1);

	private static final long SEED = Long.getLong("buranakan.seed", System.nanoTime());

	private JoinedAgency agency;

	private CapturedTable table;

	private RawChanges raw;

	private final Map<String, Object> settings = new HashMap<>();

	private RunningConnector connector;

	@BeforeAll
	void join(@TempDir Path folder) throws IOException, SQLException {
		this.agency = new JoinedAgency(folder, "table: public.activities\n    gone: withdrawn");
		this.table = CapturedTable.of(this.agency);
		this.raw = new RawChanges(this.agency);
		this.table.write(Entry.good(20));
		this.settings.putAll(this.agency.settings());
		this.settings.putAll(this.table.settings());
		this.connector = RunningConnector.start(this.settings);
		assertThatTheTopicsSayWhatTheTableHolds();
	}

	@AfterAll
	void leave() {
		this.connector.close();
		this.table.remove();
	}

	@Test
	@Order(1)
	void aCountThatDoesNotComeOutIsNoticedAndEveryRowReadAgainWhileWritesGoOn() throws SQLException {
		// Given
		List<String> before = revisions();
		// When
		this.raw.pretend("4711", 3);
		List<Entry> changed = Entry.good(5).stream().map((entry) -> entry.titled("ระหว่างนั้น")).toList();
		// Then
		eventually().untilAsserted(() -> assertThat(this.connector.health()).contains("\"status\":\"DOWN\"",
				"of transaction 4711 Debezium counted 3 changes of public.activities and 0 arrived",
				"ธุรกรรม 4711 ของ public.activities ควรมี 3 รายการ แต่มาถึง 0"));
		// And
		this.table.write(changed);
		assertThatTheTopicsSayWhatTheTableHolds();
		List<String> expected = new ArrayList<>(before);
		changed.forEach((entry) -> expected.add(this.agency.id() + ":" + entry.id() + " 2"));
		assertThat(revisions()).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	@Order(2)
	void whatNobodyEverCapturedIsFoundWhenTheAgencyAsksForIt() throws SQLException {
		// Given
		this.table.execute("ALTER PUBLICATION buranakan DROP TABLE activities");
		this.table.write(List.of(Entry.good("A-6").titled("ไม่มีใครเห็น")));
		this.table.execute("DELETE FROM activities WHERE \"รหัส\" = 'A-7'");
		this.table.execute("ALTER PUBLICATION buranakan ADD TABLE activities");
		assertThat(published()).containsKey("A-7").doesNotContainEntry("A-6", "ไม่มีใครเห็น");
		// When
		PushClient client = new PushClient(this.connector, this.agency.token());
		HttpResponse<String> asked = client
			.send(client.request("/v1/verification").POST(HttpRequest.BodyPublishers.noBody()));
		// Then
		assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
		assertThatTheTopicsSayWhatTheTableHolds();
		assertThat(published()).doesNotContainKey("A-7").containsEntry("A-6", "ไม่มีใครเห็น");
		assertThat(client.get("/v1/verification").body()).contains("\"missed\":1,\"withdrawn\":1", "\"troubles\":{}");
	}

	@Test
	@Order(3)
	void whatASlotThatWasMovedPassedOverIsNoticedAndMended() throws SQLException {
		// When
		worker().kill();
		this.table.write(Entry.good(20).stream().skip(10).map((entry) -> entry.titled("ถูกข้ามไป")).toList());
		this.table.execute("DELETE FROM activities WHERE \"รหัส\" IN ('A-1', 'A-2')");
		awaitFreeSlot();
		this.table.replicate("SELECT pg_replication_slot_advance(SLOT, pg_current_wal_lsn())");
		worker().start();
		// Then
		eventually().untilAsserted(() -> assertThat(this.connector.health()).contains("\"status\":\"DOWN\"")
			.containsAnyOf("capturing began anew", "its place in the database's log is lost"));
		assertThatTheTopicsSayWhatTheTableHolds();
		assertThat(this.table.rows()).doesNotContainKeys("A-1", "A-2").containsEntry("A-11", "ถูกข้ามไป");
	}

	@Test
	@Order(4)
	void aSlotThatIsGoneStopsTheCaptureWithAReasonAndAllIsReadAnew() throws SQLException {
		// When
		worker().kill();
		awaitFreeSlot();
		this.table.replicate("SELECT pg_drop_replication_slot(SLOT)");
		this.table.write(List.of(Entry.good("A-3").titled("เมื่อไม่มี slot")));
		this.table.execute("DELETE FROM activities WHERE \"รหัส\" = 'A-4'");
		worker().start();
		// Then
		eventually().untilAsserted(() -> assertThat(this.connector.health()).contains("\"status\":\"DOWN\"",
				"its place in the database's log is lost", "ตำแหน่งในฐานข้อมูลหายไป"));
		assertThatTheTopicsSayWhatTheTableHolds();
		assertThat(this.table.rows()).doesNotContainKey("A-4").containsEntry("A-3", "เมื่อไม่มี slot");
	}

	@Test
	@Order(5)
	void aWorkerKilledInTheMiddleOfAnythingLosesNothing() throws Exception {
		// Given
		log.info("seed {}: repeat with -Dburanakan.seed={} -Dburanakan.rounds={}", SEED, SEED, ROUNDS);
		Random random = new Random(SEED);
		Workload workload = new Workload(this.table, random);
		int rows = 0;
		int lostByDebezium = 0;
		try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
			for (int round = 1; round <= ROUNDS; round++) {
				// When
				Future<?> writing = writer.submit(() -> {
					workload.run();
					return null;
				});
				TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
				worker().kill();
				writing.get();
				worker().start();
				// Then
				assertThatTheTopicsSayWhatTheTableHolds();
				rows += this.table.rows().size();
				lostByDebezium += differences(this.table.rows(), this.raw.rows());
			}
		}
		log.info("seed {}: in {} kills Debezium alone got {} of {} rows wrong; after verification we got 0 wrong", SEED,
				ROUNDS, lostByDebezium, rows);
	}

	@Test
	@Order(6)
	void whatExpiredBeforeItWasReadIsNoticedAndMended() throws Exception {
		// Given
		this.table.write(List.of(Entry.good("A-10")));
		assertThatTheTopicsSayWhatTheTableHolds();
		this.connector.close();
		this.table.write(List.of(Entry.good("A-5").titled("ถูกลบก่อนอ่าน")));
		this.table.execute("DELETE FROM activities WHERE \"รหัส\" = 'A-10'");
		eventually().untilAsserted(
				() -> assertThat(this.raw.rows()).containsEntry("A-5", "ถูกลบก่อนอ่าน").doesNotContainKey("A-10"));
		// When
		this.raw.expire();
		this.connector = RunningConnector.start(this.settings);
		// Then
		eventually().untilAsserted(
				() -> assertThat(this.connector.health()).contains("were gone before they were read", "หายไปก่อนอ่าน"));
		assertThatTheTopicsSayWhatTheTableHolds();
		assertThat(published()).containsEntry("A-5", "ถูกลบก่อนอ่าน").doesNotContainKey("A-10");
	}

	/** Ends when both agree and nothing is in doubt. */
	private void assertThatTheTopicsSayWhatTheTableHolds() {
		eventually().untilAsserted(() -> {
			assertThat(this.connector.health()).contains("\"" + this.agency.id() + "\":\"captured\"");
			assertThat(published()).isEqualTo(this.table.rows());
		});
	}

	/** The titles of the entities that stand, by id. */
	private Map<String, String> published() {
		Map<String, String> published = new TreeMap<>();
		for (ActivityRecorded event : this.agency.published()) {
			String id = event.getEntityId().substring(this.agency.id().value().length() + 1);
			if (event.getStatus() == ActivityStatus.WITHDRAWN) {
				published.remove(id);
			}
			else {
				published.put(id, event.getTitle().getTh());
			}
		}
		return published;
	}

	private List<String> revisions() {
		return this.agency.published()
			.stream()
			.map((event) -> event.getEntityId() + " " + event.getRevision())
			.toList();
	}

	private static int differences(Map<String, String> one, Map<String, String> other) {
		Map<String, String> all = new HashMap<>(one);
		all.putAll(other);
		return (int) all.keySet()
			.stream()
			.filter((id) -> !one.getOrDefault(id, "").equals(other.getOrDefault(id, "")))
			.count();
	}

	/** The database notices a little later that its reader is dead. */
	private void awaitFreeSlot() {
		eventually().ignoreExceptions()
			.untilAsserted(() -> this.table
				.replicate("SELECT 1 / count(*) FROM pg_replication_slots WHERE slot_name = SLOT AND NOT active"));
	}

	private Part worker() {
		return this.agency.platform().part(PartName.CONNECT);
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
	}

}
