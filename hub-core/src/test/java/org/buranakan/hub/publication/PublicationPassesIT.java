package org.buranakan.hub.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a pass publishes, and what it waits for. */
class PublicationPassesIT {

	private final PublishedDatabase database = new PublishedDatabase();

	private final Publication publication = this.database.publication();

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void allRowsArePublishedInStepsAndEachOnce() {
		// Given
		this.database.findings("a", 1, 2 * Comparison.STEP + 10);
		// When
		Published first = this.publication.pass();
		while (first.rows() == 0) {
			first = this.publication.pass();
		}
		this.database.findings("0", 1, 1);
		this.database.tells("0000001");
		// Then
		assertThat(first.rows()).isEqualTo(Comparison.STEP);
		assertThat(first.more()).isTrue();
		assertThat(this.database.passes()).as("and what came behind the comparison meanwhile")
			.isEqualTo(Comparison.STEP + 10 + 1);
		assertThat(this.publication.pass()).isEqualTo(Published.NOTHING);
		// When
		this.publication.forget();
		this.database.sql().sql("DELETE FROM finding WHERE id = 'a000001'").update();
		// Then
		assertThat(this.database.passes()).as("a tombstone among them").isEqualTo(2 * Comparison.STEP + 11);
		assertThat(this.database.sql().sql("SELECT count(*) FROM hub.published_row").query(Long.class).single())
			.isEqualTo(2 * Comparison.STEP + 10);
	}

	@Test
	void whoWritesForLongHoldsNobodyElsesRowsBack() throws SQLException {
		// Given
		this.database.passes();
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("INSERT INTO hub.change (family, key) VALUES ('finding', 'late')");
			// When
			this.database.findings("a", 1, 1);
			this.database.tells("a000001");
			// Then
			assertThat(this.database.passes()).isEqualTo(1);
			assertThat(this.publication.pass()).isEqualTo(Published.NOTHING);
			// When
			this.database.findings("late", 1, 1);
			statement.execute("INSERT INTO hub.change (family, key) VALUES ('finding', 'late000001')");
			other.commit();
		}
		// Then
		assertThat(this.database.passes()).isEqualTo(1);
		assertThat(this.publication.pass()).isEqualTo(Published.NOTHING);
	}

	@Test
	void afterARebuildOnlyWhatWasDirtyThenIsAwaited() {
		// Given a log that stands before where it stood
		this.database.sql().sql("DELETE FROM dirty").update();
		this.database.sql()
			.sql("""
					INSERT INTO hub.log (topic, topic_id, family, next_offset, received, applied) VALUES ('agency.a.plan', 'id', 'plan', 10, 10, 10)
					""")
			.update();
		this.database.findings("a", 1, 1);
		assertThat(this.database.passes()).isEqualTo(1);
		this.database.sql().sql("UPDATE hub.log SET next_offset = 5, received = 5, applied = 5").update();
		this.database.sql().sql("INSERT INTO dirty (kind, key) VALUES ('area', '11')").update();
		this.database.sql().sql("DELETE FROM finding").update();
		assertThat(this.publication.pass().held()).isNotNull();
		// When it stands there again
		this.database.sql().sql("UPDATE hub.log SET next_offset = 10, received = 10, applied = 10").update();
		this.database.sql().sql("INSERT INTO dirty (kind, key) VALUES ('area', '12')").update();
		assertThat(this.publication.pass().held()).isNotNull();
		// And derivation is never done, for more comes in
		this.database.sql().sql("INSERT INTO dirty (kind, key) VALUES ('area', '13')").update();
		this.database.sql().sql("DELETE FROM dirty WHERE key = '11'").update();
		assertThat(this.publication.pass().held()).as("12 was dirty then").isNotNull();
		this.database.findings("a", 1, 2);
		this.database.sql().sql("DELETE FROM dirty WHERE key = '12'").update();
		// Then
		assertThat(this.database.passes()).as("the first was shown before").isEqualTo(1);
		assertThat(this.publication.pass()).isEqualTo(Published.NOTHING);
	}

	@Test
	void aRowThatNoContractHoldsStopsNoOther() {
		// Given
		this.database.sql()
			.sql("""
					INSERT INTO area_summary (area, programme, stage, plans, activities, participants, participants_target, money, blocked, received, resolved, pending, stands_at)
					SELECT area, false, NULL, 1, '{}', 0, 0, jsonb_build_object('DISBURSED', satang), '{}', 0, 0, 0, '{}'
					FROM (VALUES ('10', 10 ^ 20::numeric), ('11', 1)) AS a (area, satang)
					""")
			.update();
		this.database.findings("a", 1, 3);
		this.database.sql().sql("UPDATE finding SET due_on = 'infinity' WHERE id = 'a000001'").update();
		this.database.sql().sql("UPDATE finding SET due_on = '10000-01-01' WHERE id = 'a000002'").update();
		// When
		int rows = this.database.passes();
		// Then
		assertThat(this.database.sql()
			.sql("SELECT family || ' ' || key || ' ' || flaw FROM hub.published_row WHERE flaw IS NOT NULL ORDER BY 1")
			.query(String.class)
			.list()).satisfiesExactly((area) -> assertThat(area).startsWith("area 10 amountSatang"),
					(one) -> assertThat(one).startsWith("finding a000001 dueOn"),
					(other) -> assertThat(other).startsWith("finding a000002 dueOn"));
		assertThat(rows).isEqualTo(2);
		// Whoever watches hears of them through the hub's own table, once.
		this.database.passes();
		assertThat(this.database.sql()
			.sql("SELECT family || ' ' || key FROM hub.change WHERE family LIKE 'unpublished.%' ORDER BY 1")
			.query(String.class)
			.list())
			.containsExactly("unpublished.area 10", "unpublished.finding a000001", "unpublished.finding a000002");
		assertThat(this.publication.pass()).isEqualTo(Published.NOTHING);
	}

	@Test
	void ofSeveralHubsOneLooksAfterTheConnector() throws SQLException {
		// Given
		WatchDuty one = new WatchDuty(this.database.source());
		WatchDuty other = new WatchDuty(this.database.source());
		// Then
		assertThat(one.isOurs()).isTrue();
		assertThat(one.isOurs()).isTrue();
		assertThat(other.isOurs()).isFalse();
		// When its session ends
		this.database.sql().sql("""
				SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
				    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
				""").query().listOfRows();
		// Then
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(other::isOurs);
		assertThat(one.isOurs()).isFalse();
		// When
		other.end();
		// Then
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(one::isOurs);
		one.end();
	}

}
