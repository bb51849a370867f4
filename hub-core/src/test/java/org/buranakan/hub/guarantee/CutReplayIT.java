package org.buranakan.hub.guarantee;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.buranakan.hub.command.Commands;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** History folded again until a cut is what is on record of the cut. */
@Isolated("states the business date, which every hub reads")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CutReplayIT {

	private final Agencies agencies = new Agencies(SharedPlatform.get(), "until");

	private final String agency = this.agencies.names().getFirst();

	private final HubUnderTest hub = new HubUnderTest(this.agencies);

	private final Auditor auditor = new Auditor(this.hub);

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private String cut = "";

	@BeforeAll
	void start() {
		this.agencies.commonGround();
		publish(300, 91, new Disturbance(40, 40, 40));
		this.hub.start();
		settle();
	}

	@AfterAll
	void stop() {
		this.hub.close();
		this.agencies.close();
	}

	@Test
	@Order(1)
	void untilACutTheLogsSayWhatTheViewShowedThenWhateverCameSince() {
		// Given
		JsonNode taken = this.auditor.posts("/api/v1/cuts", "").json();
		this.cut = taken.path("id").asString();
		publish(600, 92, Disturbance.NONE);
		settle();
		// When
		JsonNode ended = replay(this.cut);
		// Then
		assertThat(ended.path("state").asString()).as(ended.toPrettyString()).isEqualTo("EQUAL");
		assertThat(ended.path("cut").asString()).isEqualTo(this.cut);
		JsonNode result = ended.path("result");
		assertThat(result.path("live").path("sha256")).isEqualTo(taken.path("fingerprint").path("sha256"));
		assertThat(result.path("replayed").path("positions")).as("those of the cut").isEqualTo(taken.path("positions"));
		assertThat(this.auditor.reads("/api/v1/fingerprint").path("sha256"))
			.isNotEqualTo(taken.path("fingerprint").path("sha256"));
	}

	@Test
	@Order(2)
	void whereNoFingerprintIsOnRecordTheFirstReplayEstablishesIt() {
		// Given
		this.hub.sql()
			.sql("UPDATE hub.cut SET fingerprint = NULL, facts = NULL, row_count = NULL, established_by = NULL")
			.update();
		// When
		JsonNode first = replay(this.cut);
		JsonNode second = replay(this.cut);
		// Then
		assertThat(first.path("state").asString()).as(first.toPrettyString()).isEqualTo("ESTABLISHED");
		assertThat(first.path("result").has("live")).isFalse();
		assertThat(second.path("state").asString()).isEqualTo("EQUAL");
		JsonNode known = this.auditor.reads("/api/v1/cuts/" + this.cut).path("fingerprint");
		assertThat(known.path("by").asString()).isEqualTo("REPLAY");
		assertThat(known.path("sha256")).isEqualTo(first.path("result").path("replayed").path("sha256"));
	}

	@Test
	@Order(3)
	void theCommandEndsWithWhatItFound() {
		assertThat(command("--cut", "latest", "--lang", "en")).as(() -> this.printed.toString(StandardCharsets.UTF_8))
			.isEqualTo(0);
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).contains("Until cut " + this.cut,
				"EQUAL: the view is what the logs say.");
		assertThat(command()).as(() -> "the whole history: " + this.printed.toString(StandardCharsets.UTF_8))
			.isEqualTo(0);
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).contains("ตรงกัน: ภาพเป็นไปตามบันทึกทุกประการ");
		assertThat(command("--cut", "none")).isEqualTo(2);
		assertThat(Commands.run("audit", "replay", "--hub", "http://127.0.0.1:1")).isEqualTo(2);
		assertThat(Commands.run("audit", "replay", "--untill")).isEqualTo(2);
		assertThat(Commands.claims("--server.port=0")).isFalse();
	}

	@Test
	@Order(4)
	void aReplayRestsOnTheLogsAlone() {
		// Given
		int gone = this.hub.sql().sql("DELETE FROM hub.history WHERE entity_id IN (SELECT id FROM plan)").update();
		assertThat(gone).as("earlier revisions among them")
			.isGreaterThan(this.hub.sql().sql("SELECT count(*) FROM plan").query(Integer.class).single());
		// Then
		assertThat(command("--lang", "en")).as(() -> this.printed.toString(StandardCharsets.UTF_8)).isEqualTo(0);
	}

	@Test
	@Order(5)
	void aViewThatWasAlteredBeforeTheCutIsFoundOut() {
		// Given
		this.hub.sql()
			.sql("UPDATE posting SET amount_satang = amount_satang + 1 WHERE id = (SELECT min(id) FROM posting)")
			.update();
		this.auditor.posts("/api/v1/cuts", "");
		// When
		JsonNode ended = replay("latest");
		// Then
		assertThat(ended.path("state").asString()).as(ended.toPrettyString()).isEqualTo("DIFFERENT");
		JsonNode result = ended.path("result");
		assertThat(result.path("live").path("facts")).isNotEqualTo(result.path("replayed").path("facts"));
		assertThat(result.path("accounts").values()).isEmpty();
		assertThat(command("--cut", "latest")).isEqualTo(1);
		assertThat(command("--lang", "en")).as("the live view differs too").isEqualTo(1);
		assertThat(this.printed.toString(StandardCharsets.UTF_8))
			.contains("Table posting: 1 rows in the view alone, 1 in the logs alone", "DIFFERENT");
	}

	@Test
	@Order(6)
	void anAccountThatWasAlteredIsFoundOut() {
		// Given
		this.hub.sql().sql("""
				UPDATE hub.cut_log SET applied = applied - 1, stale = stale + 1
				WHERE cut = :cut AND log_id = (SELECT id FROM hub.log WHERE topic = :topic)
				""").param("cut", this.cut).param("topic", "agency." + this.agency + ".plan").update();
		// When
		JsonNode ended = replay(this.cut);
		// Then
		assertThat(ended.path("state").asString()).isEqualTo("DIFFERENT");
		assertThat(ended.path("result").path("accounts").values()).extracting((log) -> log.path("topic").asString())
			.containsExactly("agency." + this.agency + ".plan");
		assertThat(this.auditor.posts("/api/v1/replays", "{\"cut\":\"none\"}").status()).isEqualTo(404);
	}

	private int command(String... options) {
		this.printed.reset();
		List<String> arguments = new ArrayList<>(List.of("audit", "replay", "--hub", this.hub.address("/").toString()));
		arguments.addAll(List.of(options));
		return Commands.run(new PrintStream(this.printed, true, StandardCharsets.UTF_8),
				arguments.toArray(String[]::new));
	}

	private void publish(int size, int seed, Disturbance disturbance) {
		Renamed.events(this.agency, size, seed, disturbance).forEach(this.agencies::publish);
		this.agencies.flush();
	}

	private void settle() {
		this.hub.catchesUp();
		this.hub.drains();
	}

	private JsonNode replay(String until) {
		JsonNode begun = Awaitility.await()
			.until(() -> this.auditor.posts("/api/v1/replays", "{\"cut\":\"" + until + "\"}"),
					(answer) -> answer.status() == 202)
			.json();
		return Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> this.auditor.reads("/api/v1/replays/" + begun.path("id").longValue()),
					(replay) -> replay.has("endedAt"));
	}

}
