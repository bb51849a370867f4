package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.view.FindingRow;
import org.buranakan.schemas.view.FindingStatus;
import org.jspecify.annotations.Nullable;
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

/**
 * A finding from open to resolved, by what an agency answers and an auditor does, and the
 * same again from the logs alone.
 */
@Isolated("states reference data, which every hub reads")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ActsIT {

	private final Agencies agencies = new Agencies(SharedPlatform.get(), "looked-at");

	private final String agency = this.agencies.names().getFirst();

	private final String actor = this.agencies.auditor("anna");

	private final String other = this.agencies.auditor("otto");

	private final HubUnderTest hub = new HubUnderTest(this.agencies);

	private final ViewTopics topics = new ViewTopics(this.hub);

	private final Auditor auditor = new Auditor(this.hub);

	private final ActCommand command = new ActCommand();

	private final String plan = this.agency + ":nobodys";

	private final String finding = "unknown-plan:" + this.plan;

	private final SpecificRecord activity = new Published(this.agencies, this.agency).first(Family.ACTIVITY, 0);

	private final Sayings sayings = new Sayings(this.agencies, this.actor, this.finding, this.activity);

	private String cut = "";

	@BeforeAll
	void anActivityNamesAPlanThatNobodyPublished() {
		this.agencies.commonGround();
		new PilotData().reference()
			.stream()
			.filter((datum) -> datum.getKind().equals("act-kind"))
			.forEach(this.agencies::refer);
		publish(this.sayings.revised(1, this.plan));
		this.hub.start();
		settle();
	}

	@AfterAll
	void stop() {
		this.topics.close();
		this.agencies.close();
	}

	@Test
	@Order(1)
	void anAnswerAndThenAnAcknowledgementAreWhatTheFindingShows() throws IOException {
		assertThat(status()).isEqualTo("OPEN");
		publish(this.sayings.answer(1));
		settle();
		assertThat(status()).isEqualTo("ANSWERED");
		// When
		assertThat(command("acknowledge")).as(said()).isZero();
		// Then
		settle();
		assertThat(said()).contains("On record at audit." + this.actor + ".act/0/0", "acknowledged");
		assertThat(status()).isEqualTo("ACKNOWLEDGED");
		JsonNode act = shown().path("acts").get(0);
		assertThat(act.path("actor").asString()).isEqualTo(this.actor);
		assertThat(act.path("kind").path("name").path("th").asString()).isEqualTo("รับทราบข้อสังเกต");
		assertThat(act.path("holds").booleanValue()).isTrue();
		assertThat(act.path("lineage").path("topic").asString()).isEqualTo("audit." + this.actor + ".act");
		// When the agency says more
		publish(this.sayings.answer(2));
		settle();
		// Then it waits to be looked at again
		assertThat(status()).isEqualTo("ANSWERED");
		this.cut = this.auditor.posts("/api/v1/cuts", "").json().path("id").asString();
	}

	@Test
	@Order(2)
	void aDismissalNeedsAReasonAndHoldsWhateverIsAnswered() throws IOException {
		assertThat(command("dismiss")).isEqualTo(2);
		// When
		assertThat(command("dismiss", "--reason-th", "แผนอยู่ระหว่างลงนาม", "--reason-en", "The plan is being signed"))
			.as(said())
			.isZero();
		publish(this.sayings.answer(3));
		settle();
		// Then
		assertThat(status()).isEqualTo("DISMISSED");
		assertThat(shown().path("acts").get(0).path("reason").path("th").asString()).isEqualTo("แผนอยู่ระหว่างลงนาม");
		assertThat(ids("?status=DISMISSED")).containsExactly(this.finding);
		assertThat(ids("?status=OPEN")).doesNotContain(this.finding);
		Awaitility.await("hub.view.finding shows it")
			.atMost(HubUnderTest.PATIENCE)
			.until(() -> this.topics.shows("finding", this.finding).value() instanceof FindingRow row
					&& row.getStatus() == FindingStatus.DISMISSED);
		assertThat(command("reopen")).as(said()).isZero();
		settle();
		assertThat(status()).isEqualTo("ANSWERED");
		assertThat(command("dismiss", "--reason-th", "ยืนยันตามเดิม")).as(said()).isZero();
		settle();
		assertThat(status()).isEqualTo("DISMISSED");
	}

	@Test
	@Order(3)
	void whereItsRecordsChangeItIsOpenAgainAndShowsWhatWasSaidBefore() throws IOException {
		// When
		publish(this.sayings.revised(2, this.plan));
		settle();
		// Then
		assertThat(status()).isEqualTo("ANSWERED");
		assertThat(shown().path("acts").values()).hasSize(4)
			.allSatisfy((act) -> assertThat(act.path("holds").booleanValue()).isFalse());
		// When it no longer holds
		publish(this.sayings.revised(3, null));
		settle();
		// Then
		assertThat(status()).isEqualTo("RESOLVED");
		assertThat(shown().path("acts").values()).hasSize(4);
		assertThat(command("dismiss", "--reason-th", "สาย")).isEqualTo(2);
		// When it holds again
		publish(this.sayings.revised(4, this.plan));
		settle();
		// Then there is one of it
		assertThat(status()).isEqualTo("ANSWERED");
		assertThat(ids("?rule=unknown-plan")).containsOnlyOnce(this.finding);
		assertThat(command("acknowledge")).as(said()).isZero();
		settle();
		assertThat(status()).isEqualTo("ACKNOWLEDGED");
	}

	@Test
	@Order(4)
	void whatAnActSawDecidesAndNotWhoseClockIsAhead() throws IOException {
		// Given an actor whose clock is ahead
		ActRecorded ahead = ActRecorded
			.newBuilder(this.sayings.act("finding-dismissed", content(), new LocalizedText("สาย", null)))
			.setRecordedAt(Sayings.now().plus(Duration.ofDays(3650)))
			.build();
		this.sayings.write(ahead);
		settle();
		assertThat(status()).isEqualTo("DISMISSED");
		assertThat(shown().path("decidedBy").asString()).isEqualTo(this.actor + ":" + ahead.getActId());
		// When another one, who saw that, opens it again
		assertThat(this.command.run(this.other, this.hub.address("/"), "reopen", this.finding)).as(said()).isZero();
		settle();
		// Then
		assertThat(status()).isEqualTo("ANSWERED");
		// When an answer comes of which the acknowledgement knew nothing, with an earlier
		// time
		ActRecorded acknowledged = ActRecorded.newBuilder(this.sayings.act("finding-acknowledged", content(), null))
			.setAttributes(Map.of("content", content(), "answers", shown().path("answersContent").asString(),
					"supersedes", shown().path("decidedBy").asString()))
			.build();
		this.sayings.write(acknowledged);
		settle();
		assertThat(status()).isEqualTo("ACKNOWLEDGED");
		publish(Published.with(this.sayings.answer(4), "recordedAt", Sayings.now().minus(Duration.ofDays(1))));
		settle();
		// Then
		assertThat(status()).isEqualTo("ANSWERED");
	}

	@Test
	@Order(5)
	void anActIsOfWhatItsActorReadAndIsOnRecordOnceHoweverOftenItIsWritten() throws IOException {
		String id = "019a1b2c-3d4e-7abc-8def-0123456789ab";
		int acts = shown().path("acts").size();
		assertThat(command("acknowledge", "--content", "0".repeat(64))).isEqualTo(2);
		// When
		for (int time = 0; time < 2; time++) {
			assertThat(command("acknowledge", "--content", content(), "--id", id)).as(said()).isZero();
		}
		settle();
		// Then
		assertThat(shown().path("acts").values()).hasSize(acts + 1);
		assertThat(status()).isEqualTo("ACKNOWLEDGED");
	}

	@Test
	@Order(6)
	void anActThatCannotBeIsRejectedWithCodeAndRemedy() {
		// Given
		String content = content();
		long before = this.hub.sql().sql("SELECT count(*) FROM act").query(Long.class).single();
		ActRecorded sound = this.sayings.act("finding-dismissed", content, new LocalizedText("เหตุผล", null));
		// When
		this.sayings.write(ActRecorded.newBuilder(sound).setActor("auditor").build());
		this.sayings.write(ActRecorded.newBuilder(sound).setKind("finding-forgotten").build());
		this.sayings.write(ActRecorded.newBuilder(sound).setReason(null).build());
		this.sayings.write(ActRecorded.newBuilder(sound).setAttributes(Map.of()).build());
		this.sayings.write(UUID.randomUUID().toString(), sound);
		ActRecorded seen = this.sayings.act("look-up", content, null);
		this.sayings.write(seen);
		this.sayings.write(seen);
		this.sayings.write(ActRecorded.newBuilder(seen).setKind("cut-taken").build());
		settle();
		// Then
		assertThat(this.auditor.reads("/api/v1/rejections?size=500").path("items").values())
			.filteredOn((rejected) -> rejected.path("position").path("topic").asString().startsWith("audit."))
			.allSatisfy((rejected) -> assertThat(rejected.path("remedy").path("en").asString()).isNotBlank())
			.extracting((rejected) -> rejected.path("code").asString())
			.containsExactlyInAnyOrder("FOREIGN_ACTOR", "UNKNOWN_ACT_KIND", "ACT_INCOMPLETE", "ACT_INCOMPLETE",
					"FOREIGN_KEY", "CONTRADICTION");
		assertThat(this.hub.sql().sql("SELECT count(*) FROM act").query(Long.class).single()).isEqualTo(before + 1);
		assertThat(status()).isEqualTo("ACKNOWLEDGED");
		this.hub.isTheOracles();
	}

	@Test
	@Order(7)
	void theActsAreInCutsReplaysAndThePast() {
		assertThat(Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.until(() -> this.auditor.asks("/api/v1/findings/" + this.finding + "?asOf=" + this.cut),
					(answer) -> answer.status() == 200)
			.json()
			.path("status")
			.asString()).isEqualTo("ANSWERED");
		JsonNode cut = this.auditor.posts("/api/v1/cuts", "").json();
		assertThat(cut.path("positions").values()).extracting((log) -> log.path("topic").asString())
			.contains("audit." + this.actor + ".act");
		JsonNode ended = this.auditor.replays();
		assertThat(ended.path("state").asString()).as(ended.toPrettyString()).isEqualTo("EQUAL");
	}

	private int command(String deed, String... options) throws IOException {
		return this.command.run(this.actor, this.hub.address("/"), deed, this.finding, options);
	}

	private String said() {
		return this.command.said();
	}

	private JsonNode shown() {
		return this.auditor.reads("/api/v1/findings/" + this.finding);
	}

	private String content() {
		return shown().path("content").asString();
	}

	private String status() {
		return shown().path("status").asString();
	}

	private List<String> ids(String filter) {
		return this.auditor.reads("/api/v1/findings" + filter)
			.path("items")
			.valueStream()
			.map((finding) -> finding.path("id").asString())
			.toList();
	}

	private void publish(SpecificRecord event) {
		this.agencies.publish(event);
		this.agencies.flush();
	}

	private void settle() {
		this.hub.catchesUp();
		this.hub.drains();
	}

}
