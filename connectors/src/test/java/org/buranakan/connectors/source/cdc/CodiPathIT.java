package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.platform.PartName;
import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.Stance;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * CODI's whole path on real parts: PostgreSQL, Debezium in Kafka Connect, Kafka, the
 * connectors' application, CODI's topics. The tests are chapters of one story: each
 * leaves a database that the next goes on with.
 */
@ResourceLock("Kafka Connect")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CodiPathIT {

	private final Platform platform = SharedPlatform.get();

	private final CodiTopics topics = new CodiTopics(this.platform);

	private final CodiSystem codi = new CodiSystem(this.platform);

	private int marks;

	@BeforeAll
	void nothingOfCodiWasPublishedBefore() {
		assertThat(this.topics.revisions()).isEmpty();
	}

	@AfterAll
	void leave() {
		this.codi.close();
	}

	@Test
	@Order(1)
	void isDownWithTheReasonUntilTheOwnerPublishesTheTables() {
		// Given
		eventually().untilAsserted(() -> {
			assertThat(this.codi.health().getStatus()).isEqualTo(Status.DOWN);
			assertThat(this.codi.health().getDetails().toString()).contains("Publication autocreation is disabled");
		});
		// When
		this.codi.execute("ALTER PUBLICATION not_yet RENAME TO buranakan");
		// Then
		eventually().untilAsserted(() -> assertThat(this.codi.health().getStatus()).isEqualTo(Status.UP));
	}

	@Test
	@Order(2)
	void everyRowIsPublishedOnceAndNoneIsRefused() {
		// Given
		List<String> rows = this.codi
			.query("""
					SELECT 'codi:' || key || ' 1' FROM (SELECT project_code AS key FROM projects UNION ALL SELECT activity_no FROM activities
					UNION ALL SELECT entry_no FROM tambon_budgets UNION ALL SELECT voucher_no FROM disbursements
					UNION ALL SELECT resolution_no FROM resolutions) AS all_rows""");
		// Then
		eventually().untilAsserted(() -> assertThat(this.topics.revisions()).containsExactlyInAnyOrderElementsOf(rows));
		assertThat(this.topics.refusals()).isEmpty();
	}

	@Test
	@Order(3)
	void aRowIsPublishedAsTheMeetingRecordHasIt() {
		// When
		PlanRecorded plan = (PlanRecorded) this.topics.newest(Family.PLAN, "codi:BR65-11").orElseThrow();
		// Then
		assertThat(plan.getAreas()).hasSize(15);
		assertThat(plan.getFiscalYear()).isEqualTo(2022);
		assertThat(plan.getMilestones()).extracting((milestone) -> milestone.getDueOn().toString())
			.contains("2022-01-31");
		assertThat(plan.getSource().getContainer()).isEqualTo("public.projects");
		assertThat(Trace.parse(plan.getSource().getPlace()))
			.hasValueSatisfying((trace) -> assertThat(trace.key()).isEqualTo("project_code=BR65-11"));
		assertThat(this.topics.newest(Family.BUDGET, "codi:DV65-021")).get()
			.asInstanceOf(type(BudgetPosted.class))
			.satisfies((posting) -> assertThat(posting.getAmountSatang()).isEqualTo(-125_000));
	}

	@Test
	@Order(4)
	void anUpdateIsPublishedAsRevisionTwo() {
		// When
		this.codi.execute("""
				UPDATE activities SET activity_status = 'ดำเนินการแล้ว', actual_persons = 43, updated_at = now()
				WHERE activity_no = 'CD65-004'""");
		// Then
		eventually().untilAsserted(() -> assertThat(this.topics.newest(Family.ACTIVITY, "codi:CD65-004")).get()
			.asInstanceOf(type(ActivityRecorded.class))
			.satisfies((activity) -> {
				assertThat(activity.getRevision()).isEqualTo(2);
				assertThat(activity.getStatus()).isEqualTo(ActivityStatus.DONE);
				assertThat(activity.getParticipants()).isEqualTo(43);
			}));
	}

	@Test
	@Order(5)
	void neitherARolledBackChangeNorAnUpdateThatSaysNothingNewIsPublished() {
		// Given
		List<String> before = this.topics.revisions();
		// When
		this.codi.executeAndRollBack("UPDATE projects SET project_name = 'ไม่เคยเกิดขึ้น'");
		this.codi.execute("UPDATE projects SET updated_at = now()");
		// Then
		assertThatNothingButAMarkIsPublishedSince(before);
	}

	@Test
	@Order(6)
	void aBadRowIsRefusedWithItsPlaceHurtsNoNeighbourAndIsResolvedWhenMended() {
		// When
		this.codi.execute("UPDATE activities SET area_codes = '119999' WHERE activity_no = 'CD65-003'");
		this.codi.execute("UPDATE activities SET actual_persons = 44 WHERE activity_no = 'CD65-004'");
		// Then
		eventually().untilAsserted(() -> assertThat(this.topics.newest(Family.ACTIVITY, "codi:CD65-004")).get()
			.extracting(CodiTopics::revision)
			.isEqualTo("codi:CD65-004 3"));
		assertThat(this.topics.refusals()).singleElement().satisfies((refusal) -> {
			assertThat(refusal.getCode()).isEqualTo("area-unknown");
			assertThat(refusal.getField()).isEqualTo("area_codes");
			assertThat(refusal.getSource().getContainer()).isEqualTo("public.activities");
			assertThat(refusal.getSource().getPlace()).startsWith("activity_no=CD65-003");
		});
		// And
		this.codi.execute("UPDATE activities SET area_codes = '110409' WHERE activity_no = 'CD65-003'");
		eventually().untilAsserted(() -> assertThat(this.topics.refusals()).last()
			.satisfies((refusal) -> assertThat(refusal.getResolved()).isTrue()));
	}

	@Test
	@Order(7)
	void aDeletedRowIsWithdrawn() {
		// When
		this.codi.execute("DELETE FROM activities WHERE activity_no = 'CD65-008'");
		// Then
		eventually().untilAsserted(() -> assertThat(this.topics.newest(Family.ACTIVITY, "codi:CD65-008")).get()
			.asInstanceOf(type(ActivityRecorded.class))
			.satisfies((activity) -> {
				assertThat(activity.getRevision()).isEqualTo(2);
				assertThat(activity.getStatus()).isEqualTo(ActivityStatus.WITHDRAWN);
			}));
	}

	@Test
	@Order(8)
	void aRestartedConnectorPublishesNothingTwiceAndMissesNothing() {
		// Given
		List<String> before = this.topics.revisions();
		// When
		this.codi.stopConnector();
		List<String> missed = mark();
		this.codi.startConnector();
		// Then
		assertThatNothingButAMarkIsPublishedSince(with(before, missed));
	}

	@Test
	@Order(9)
	void aConnectorThatForgotWhatItReadPublishesNoOlderStateAgain() {
		// Given
		List<String> before = this.topics.revisions();
		this.codi.stopConnector();
		this.topics.forgetWhatWasRead();
		// When
		this.codi.startConnector();
		// Then
		assertThatNothingButAMarkIsPublishedSince(before);
	}

	@Test
	@Order(10)
	void aKilledConnectWorkerPublishesNothingTwiceAndMissesNothing() {
		// Given
		List<String> before = this.topics.revisions();
		// When
		this.platform.part(PartName.CONNECT).kill();
		List<String> missed = mark();
		this.platform.part(PartName.CONNECT).start();
		// Then
		assertThatNothingButAMarkIsPublishedSince(with(before, missed));
		eventually().untilAsserted(() -> assertThat(this.codi.health().getStatus()).isEqualTo(Status.UP));
	}

	@Test
	@Order(11)
	void aSecondSnapshotPublishesNothing() {
		// Given
		List<String> before = this.topics.revisions();
		// When
		this.codi.snapshotAgain();
		// Then
		List<String> first = mark();
		eventually().untilAsserted(() -> assertThat(this.topics.revisions()).containsAll(first));
		// The first mark may stand in the snapshot itself, the next one follows it.
		assertThatNothingButAMarkIsPublishedSince(with(before, first));
	}

	@Test
	@Order(12)
	void aTruncatedTableIsWithdrawnWhole() {
		// Given
		List<String> stood = this.codi.query("SELECT 'codi:' || resolution_no FROM resolutions");
		assertThat(stood).isNotEmpty();
		// When
		this.codi.execute("TRUNCATE resolutions");
		// Then
		eventually().untilAsserted(() -> assertThat(stood)
			.allSatisfy((entity) -> assertThat(this.topics.newest(Family.AGREEMENT, entity)).get()
				.asInstanceOf(type(AgreementStated.class))
				.satisfies((stance) -> assertThat(stance.getStance()).isEqualTo(Stance.WITHDRAWN))));
	}

	@Test
	@Order(13)
	void aTruncatedTableStaysWithdrawnThoughTheConnectorForgotWhatItRead() {
		// Given
		List<String> before = this.topics.revisions();
		this.codi.stopConnector();
		this.topics.forgetWhatWasRead();
		// When
		this.codi.startConnector();
		// Then
		assertThatNothingButAMarkIsPublishedSince(before);
	}

	/**
	 * A new row in every table, committed after all before it, and what it will be
	 * published as: once all of it is there, so is whatever was to come before.
	 */
	private List<String> mark() {
		this.marks++;
		this.codi.execute(
				"""
						INSERT INTO projects (project_code, fiscal_year_be, programme, project_name, lead_org, project_status, data_basis, updated_at)
						VALUES ('P%1$d', 2565, 'BIG ROCK', 'แผน', 'codi', 'ร่าง', 'ตัวอย่างประกอบ', now());
						INSERT INTO activities (activity_no, project_code, activity_type, activity_name, area_codes, start_date, end_date,
						  activity_status, organiser, data_basis, updated_at)
						VALUES ('A%1$d', 'P%1$d', 'อบรม', 'อบรม', '11', '24/01/2565', '24/01/2565', 'ตามแผน', 'codi', 'ตัวอย่างประกอบ', now());
						INSERT INTO tambon_budgets (entry_no, project_code, budget_line, line_name, fiscal_year_be, budget_step, amount_baht,
						  area_code, entry_date, data_basis, updated_at)
						VALUES ('B%1$d', 'P%1$d', 'L', 'งบ', 2565, 'อนุมัติ', 1, '11', '24/01/2565', 'ตัวอย่างประกอบ', now());
						INSERT INTO disbursements (voucher_no, project_code, budget_line, line_name, fiscal_year_be, movement, amount_baht,
						  area_code, posted_on, data_basis, updated_at)
						VALUES ('D%1$d', 'P%1$d', 'L', 'งบ', 2565, 'เบิกจ่าย', 1, '11', '2022-01-24', 'ตัวอย่างประกอบ', now());
						INSERT INTO resolutions (resolution_no, project_code, plan_revision, party, stance, stated_date, data_basis, updated_at)
						VALUES ('R%1$d', 'P%1$d', 1, 'codi', 'เสนอ', '24/01/2565', 'ตัวอย่างประกอบ', now())"""
					.formatted(this.marks));
		return Stream.of("P", "A", "B", "D", "R").map((kind) -> "codi:" + kind + this.marks + " 1").toList();
	}

	private void assertThatNothingButAMarkIsPublishedSince(List<String> before) {
		List<String> mark = mark();
		eventually().untilAsserted(() -> assertThat(this.topics.revisions()).containsAll(mark));
		assertThat(this.topics.revisions()).containsExactlyInAnyOrderElementsOf(with(before, mark));
	}

	private static List<String> with(List<String> revisions, List<String> others) {
		List<String> all = new ArrayList<>(revisions);
		all.addAll(others);
		return all;
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(300));
	}

}
