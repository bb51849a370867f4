package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.record.SourceRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An agency changes the columns of its table while it is captured. What the profile does
 * not name is nobody's business; what it needs and does not find is refused row by row,
 * by name: other rows and tables go on, and what was published stands. The tests are
 * chapters of one story.
 */
@ResourceLock("Kafka Connect")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ChangedColumnsIT {

	private JoinedAgency agency;

	private CapturedTable table;

	private RawChanges raw;

	private RunningConnector connector;

	@BeforeAll
	void join(@TempDir Path folder) throws IOException, SQLException {
		this.agency = new JoinedAgency(folder, "table: public.activities\n    gone: withdrawn");
		this.raw = new RawChanges(this.agency);
		this.table = CapturedTable.of(this.agency);
		this.table.write(Entry.good(3));
		Map<String, Object> settings = new HashMap<>(this.agency.settings());
		settings.putAll(this.table.settings());
		this.connector = RunningConnector.start(settings);
		eventually().untilAsserted(() -> assertThat(this.agency.published()).hasSize(3));
	}

	@AfterAll
	void leave() {
		this.connector.close();
		this.table.remove();
	}

	@Test
	@Order(1)
	void anAddedColumnIsReadIfTheProfileNamesItAndElseIgnored() throws SQLException {
		// When
		this.table.execute("ALTER TABLE activities ADD COLUMN \"สี\" text DEFAULT 'แดง', ADD COLUMN \"หมายเหตุ\" text");
		this.table.execute("UPDATE activities SET \"หมายเหตุ\" = 'เลื่อนมาจากปีก่อน' WHERE \"รหัส\" = 'A-2'");
		this.table.write(List.of(Entry.good("A-4")));
		// Then
		eventually()
			.untilAsserted(() -> assertThat(revisions()).containsExactly("A-1 1", "A-2 1", "A-3 1", "A-2 2", "A-4 1"));
		assertThat(this.agency.published().get(3).getNote().getTh()).isEqualTo("เลื่อนมาจากปีก่อน");
		assertThat(this.agency.refused()).isEmpty();
	}

	@Test
	@Order(2)
	void aColumnThatTheProfileDoesNotReadLeavesTheDatabaseNeverNorDoOtherProgramsMessages() throws SQLException {
		// When
		this.table.execute("UPDATE activities SET \"สี\" = '0812345678' WHERE \"รหัส\" = 'A-2'");
		this.table.execute("SELECT pg_logical_emit_message(true, 'outbox', 'โทร 0812345678')");
		this.table.write(List.of(Entry.good("A-5")));
		// Then
		eventually().untilAsserted(() -> assertThat(revisions()).last().isEqualTo("A-5 1"));
		assertThat(this.raw.everything()).contains("A-2").doesNotContain("0812345678");
	}

	@Test
	@Order(3)
	void aRenamedColumnRefusesTheRowByItsNameAndPublishesNoBlank() {
		// Given
		List<String> before = revisions();
		// When
		this.table.execute("ALTER TABLE activities RENAME COLUMN \"ชื่อ\" TO \"ชื่อเรื่อง\"");
		this.table.execute("UPDATE activities SET \"พื้นที่\" = '110104' WHERE \"รหัส\" = 'A-1'");
		// Then
		eventually().untilAsserted(() -> assertThat(this.agency.refused()).singleElement().satisfies((refusal) -> {
			assertThat(refusal.getCode()).isEqualTo("column-missing");
			assertThat(refusal.getSource().getPlace()).startsWith("รหัส=A-1");
			assertThat(refusal.getReason().getTh()).contains("ชื่อ");
			assertThat(refusal.getReason().getEn()).contains("ชื่อ");
		}));
		assertThat(revisions()).isEqualTo(before);
	}

	@Test
	@Order(4)
	void whatWasRefusedIsResolvedWithTheColumn() {
		// When
		this.table.execute("ALTER TABLE activities RENAME COLUMN \"ชื่อเรื่อง\" TO \"ชื่อ\"");
		this.table.execute("UPDATE activities SET \"พื้นที่\" = \"พื้นที่\" WHERE \"รหัส\" = 'A-1'");
		// Then
		eventually().untilAsserted(() -> assertThat(revisions()).last().isEqualTo("A-1 2"));
		assertThat(this.agency.refused()).last().extracting(SourceRefused::getResolved).isEqualTo(true);
	}

	@Test
	@Order(5)
	void whatOneRowLeavesToAnotherIsNotWithdrawn() {
		// Given
		this.table.execute("""
				ALTER TABLE activities DROP CONSTRAINT activities_pkey;
				UPDATE activities SET "หมายเหตุ" = 'แถว ' || "รหัส";
				ALTER TABLE activities ADD PRIMARY KEY ("หมายเหตุ")""");
		eventually().untilAsserted(() -> assertThat(revisions()).contains("A-3 2", "A-4 2", "A-5 2"));
		// When
		this.table.execute("""
				UPDATE activities SET "รหัส" = CASE "รหัส" WHEN 'A-4' THEN 'A-5' ELSE 'A-4' END
				WHERE "รหัส" IN ('A-4', 'A-5')""");
		this.table.execute(
				"""
						BEGIN;
						INSERT INTO activities SELECT "รหัส", "ชื่อ", "พื้นที่", "วันที่", "สี", 'แถวใหม่' FROM activities WHERE "รหัส" = 'A-3';
						DELETE FROM activities WHERE "รหัส" = 'A-3' AND "หมายเหตุ" <> 'แถวใหม่';
						DELETE FROM activities WHERE "รหัส" = 'A-2';
						COMMIT""");
		// Then
		eventually().untilAsserted(() -> assertThat(states()).containsEntry("A-2", ActivityStatus.WITHDRAWN));
		assertThat(states()).hasSize(5)
			.containsEntry("A-3", ActivityStatus.PLANNED)
			.containsEntry("A-4", ActivityStatus.PLANNED)
			.containsEntry("A-5", ActivityStatus.PLANNED);
	}

	@Test
	@Order(6)
	void aColumnOfATypeThatCannotBeReadRefusesTheRowByTheColumnsName() {
		// Given
		List<String> before = revisions();
		// When
		this.table
			.execute("ALTER TABLE activities ALTER COLUMN \"วันที่\" TYPE bytea USING convert_to(\"วันที่\", 'UTF8')");
		this.table.execute("UPDATE activities SET \"พื้นที่\" = '110104' WHERE \"รหัส\" = 'A-3'");
		// Then
		eventually()
			.untilAsserted(() -> assertThat(this.agency.refused()).filteredOn((refusal) -> !refusal.getResolved())
				.last()
				.satisfies((refusal) -> {
					assertThat(refusal.getCode()).isEqualTo("date-unreadable");
					assertThat(refusal.getField()).isEqualTo("วันที่");
					assertThat(refusal.getSource().getPlace()).startsWith("หมายเหตุ=แถวใหม่");
				}));
		assertThat(revisions()).isEqualTo(before);
	}

	private Map<String, ActivityStatus> states() {
		int prefix = this.agency.id().value().length() + 1;
		Map<String, ActivityStatus> states = new HashMap<>();
		this.agency.published()
			.forEach((event) -> states.put(event.getEntityId().substring(prefix), event.getStatus()));
		return states;
	}

	private List<String> revisions() {
		int prefix = this.agency.id().value().length() + 1;
		return this.agency.published()
			.stream()
			.map((ActivityRecorded event) -> event.getEntityId().substring(prefix) + " " + event.getRevision())
			.toList();
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
	}

}
