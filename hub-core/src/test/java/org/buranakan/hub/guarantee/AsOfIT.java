package org.buranakan.hub.guarantee;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
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
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** An auditor reads the view as it was, and replays until then. */
@Isolated("states the business date, which every hub reads")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AsOfIT {

	/** Of what is the same at the cut and live, while nothing has moved since. */
	private static final List<String> SAME = List.of("/action-plan?size=500", "/action-plan?area=11&kind=training",
			"/plans?size=500", "/activities?size=500", "/areas?depth=3", "/areas/11", "/budget?size=500",
			"/budget/postings?size=500", "/findings?status=OPEN&size=500", "/rejections", "/clock", "/fingerprint",
			"/rollout", "/areas/11/rollout", "/milestones?size=500", "/results?zone=pacc-zone-1", "/complaints");

	private static final List<String> OWN = List.of("/action-plan.csv?fiscalYear=2565", "/action-plan.xlsx?area=11",
			"/action-plan.ics?lang=en", "/findings/rules", "/agencies");

	private final Agencies agencies = new Agencies(SharedPlatform.get(), "past");

	private final String agency = this.agencies.names().getFirst();

	private final HubUnderTest hub = new HubUnderTest(this.agencies).with("hub.past.kept", 1);

	private final Auditor auditor = new Auditor(this.hub);

	private final Map<String, byte[]> then = new LinkedHashMap<>();

	private String cut = "";

	@BeforeAll
	void start() {
		this.agencies.commonGround();
		publish(700, 81);
		this.hub.start();
		settle();
	}

	@AfterAll
	void stop() {
		this.hub.close();
		this.agencies.close();
	}

	@ParameterizedTest
	@CsvSource({ "/action-plan?asOf=latest,404,before-first-cut", "/areas/11?asOf=2020-01-01,404,before-first-cut",
			"/plans?asOf=2022-02-07T09:00:00%2B07:00,404,before-first-cut", "/plans?asOf=yesterday,400,bad-parameter",
			"/plans?asOf=2199-02-07,404,not-yet", "/plans?asOf=2565-02-07,400,bad-parameter",
			"/plans?asOf=2022-02-07T09:00:00,400,bad-parameter", "/refusals?asOf=latest,400,live-only",
			"/stream?asOf=latest,400,live-only", "/cuts?asOf=latest,400,live-only",
			"/replays?asOf=latest,400,live-only" })
	@Order(1)
	void whatCannotBeShownAsItWasIsAProblemInBothLanguages(String path, int status, String code) {
		Auditor.Answer answer = this.auditor.asks("/api/v1" + path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.json().path("titleTh").asString()).matches(".*[ก-๙].*");
		assertThat(answer.json().path("detail").asString()).isNotBlank();
	}

	@Test
	@Order(2)
	void atTheCutEverythingIsAsItIsLiveUntilSomethingMoves() {
		// When
		JsonNode taken = this.auditor.posts("/api/v1/cuts", "").json();
		this.cut = taken.path("id").asString();
		String plan = encoded(this.auditor.reads("/api/v1/plans").path("items").path(0).path("id").asString());
		// Then
		SAME.forEach((path) -> {
			Auditor.Answer past = past(path, this.cut);
			assertThat(past.body()).as(path).isEqualTo(this.auditor.asks("/api/v1" + path).body());
			assertThat(past.header("Buranakan-Cut")).hasValue(this.cut);
			this.then.put(path, past.bytes());
		});
		List.of("/plans/" + plan, "/plans/" + plan + "/course").forEach((path) -> {
			this.then.put(path, past(path, this.cut).bytes());
			assertThat(this.then.get(path)).as(path).isEqualTo(this.auditor.asks("/api/v1" + path).bytes());
		});
		OWN.forEach((path) -> this.then.put(path, past(path, this.cut).bytes()));
		assertThat(this.auditor.reads("/api/v1/areas/11").path("activities")).isNotEmpty();
		assertThat(this.auditor.reads("/api/v1/rejections").path("total").intValue()).isPositive();
		assertThat(new String(this.then.get("/action-plan.csv?fiscalYear=2565"), StandardCharsets.UTF_8))
			.as("its mark is the cut")
			.contains(this.cut);
		assertThat(past("/plans?statuses=x", this.cut).json().path("code").asString()).isEqualTo("bad-parameter");
		assertThat(past("/findings?status=RESOLVED", this.cut).json().path("code").asString()).isEqualTo("live-only");
	}

	@Test
	@Order(3)
	void answersAtACutAreTheSameBytesAfterMoreEventsAndAfterTheyAreBuiltAgain() {
		// Given
		Map<String, byte[]> first = Map.copyOf(this.then);
		String takenAt = this.auditor.reads("/api/v1/cuts/" + this.cut).path("takenAt").asString();
		// When
		publish(1_500, 82);
		settle();
		// Then
		assertThat(this.auditor.asks("/api/v1/action-plan?size=500").bytes())
			.isNotEqualTo(first.get("/action-plan?size=500"));
		assertThat(answers(first, this.cut)).as("while more came in").containsExactlyEntriesOf(texts(first));
		// When another one takes its place
		String schema = schema();
		String other = this.auditor.posts("/api/v1/cuts", "").json().path("id").asString();
		assertThat(past("/action-plan?size=500", other).bytes()).isNotEqualTo(first.get("/action-plan?size=500"));
		assertThat(schema()).as("only one is kept").isNotEqualTo(schema);
		// Then
		assertThat(answers(first, this.cut)).as("built again").containsExactlyEntriesOf(texts(first));
		assertThat(past("/clock", "latest").header("Buranakan-Cut")).hasValue(other);
		assertThat(past("/clock", encoded(takenAt)).header("Buranakan-Cut")).hasValue(this.cut);
	}

	@Test
	@Order(4)
	void whoeverAsksWhileItIsBuiltIsToldHowFarItIs() throws SQLException {
		// Given somebody keeps a table that the building of any of them needs
		try (Connection other = connect(); Statement lock = other.createStatement()) {
			other.setAutoCommit(false);
			lock.execute("LOCK TABLE hub.rejection IN ACCESS EXCLUSIVE MODE");
			// When
			Auditor.Answer asked = this.auditor.asks("/api/v1/clock?asOf=latest");
			Auditor.Answer another = this.auditor.asks("/api/v1/clock?asOf=" + this.cut);
			// Then
			assertThat(asked.status()).isEqualTo(503);
			assertThat(asked.header("Retry-After")).hasValue("2");
			assertThat(asked.json().path("code").asString()).isEqualTo("unavailable");
			assertThat(asked.json().path("folded").longValue()).isZero();
			assertThat(asked.json().path("toFold").longValue()).isGreaterThan(700);
			assertThat(asked.json().path("detailTh").asString()).matches(".*[ก-๙].*");
			assertThat(another.status()).as("one is kept, and that is being built").isEqualTo(503);
			other.rollback();
		}
		assertThat(past("/clock", "latest").status()).isEqualTo(200);
	}

	@Test
	@Order(5)
	void whatAnotherProcessLeftIsDroppedAtTheNextStart() {
		// Given
		this.hub.sql().sql("CREATE SCHEMA cut_0123456789ab_01234567; CREATE SCHEMA cut_of_others").update();
		// When
		this.hub.stop();
		this.hub.with("hub.past.builds", 1).start();
		// Then
		assertThat(this.hub.sql()
			.sql("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, 'cut_')")
			.query(String.class)
			.list()).containsExactly("cut_of_others");
		settle();
	}

	@Test
	@Order(6)
	void whoHasHadHisShareOfViewsBuiltIsToldWhenToComeBackAndWhatIsKeptIsFree() {
		// Given one in an hour
		assertThat(past("/clock", this.cut).status()).isEqualTo(200);
		// When
		Auditor.Answer another = this.auditor.asks("/api/v1/clock?asOf=latest");
		// Then
		assertThat(another.status()).isEqualTo(429);
		assertThat(another.json().path("code").asString()).isEqualTo("too-many");
		assertThat(another.json().path("detailTh").asString()).matches(".*[ก-๙].*");
		assertThat(Integer.parseInt(another.header("Retry-After").orElseThrow())).isBetween(1, 3_601);
		assertThat(this.auditor.asks("/api/v1/clock?asOf=" + this.cut).status()).isEqualTo(200);
	}

	private void publish(int size, int seed) {
		Renamed.events(this.agency, size, seed, Disturbance.NONE).forEach(this.agencies::publish);
		this.agencies.publish(new ProducerRecord<>("agency." + this.agency + ".plan", new byte[] { 'x' },
				new byte[] { 'y', (byte) seed }));
		this.agencies.flush();
	}

	private void settle() {
		this.hub.catchesUp();
		this.hub.drains();
	}

	private Map<String, String> answers(Map<String, byte[]> asked, String asOf) {
		Map<String, String> answers = new LinkedHashMap<>();
		asked.keySet().forEach((path) -> answers.put(path, text(past(path, asOf).bytes())));
		return answers;
	}

	private static Map<String, String> texts(Map<String, byte[]> bytes) {
		Map<String, String> texts = new LinkedHashMap<>();
		bytes.forEach((path, body) -> texts.put(path, text(body)));
		return texts;
	}

	/** A character per byte. */
	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/** Whoever asks while it is built is told how far it is. */
	private Auditor.Answer past(String path, String asOf) {
		String address = "/api/v1" + path + (path.contains("?") ? "&" : "?") + "asOf=" + asOf;
		Auditor.Answer answer = Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> this.auditor.asks(address), (asked) -> asked.status() != 503);
		assertThat(answer.status()).as(address).isIn(200, 400);
		return answer;
	}

	private Connection connect() throws SQLException {
		Map<String, Object> hub = this.hub.properties();
		return DriverManager.getConnection(String.valueOf(hub.get("spring.datasource.url")),
				String.valueOf(hub.get("spring.datasource.username")),
				String.valueOf(hub.get("spring.datasource.password")));
	}

	private String schema() {
		return this.hub.sql()
			.sql("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, 'cut_')")
			.query(String.class)
			.single();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
