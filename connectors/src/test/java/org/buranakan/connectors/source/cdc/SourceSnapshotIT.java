package org.buranakan.connectors.source.cdc;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.buranakan.connectors.mapping.Row;
import org.buranakan.platform.Database;
import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is read of a real database beside Debezium is what Debezium writes of it. */
class SourceSnapshotIT {

	private static final Set<String> KINDS = Set.of("id", "part", "n", "nn", "m", "f", "b", "d", "ts", "tz", "t", "iv",
			"u", "j", "a", "ai", "by", "e", "c");

	private static final Set<String> TABLES = Set.of("public.kinds", "public.keyless");

	private final Platform platform = SharedPlatform.get();

	private final Database database = this.platform.newDatabase();

	@BeforeEach
	void someTables() {
		execute("""
				CREATE TYPE mood AS ENUM ('ดี', 'แย่');
				CREATE TABLE kinds (id bigint, part text, n numeric(15, 2), nn numeric, m money, f float8, b boolean,
				  d date, ts timestamp, tz timestamptz, t time, iv interval, u uuid, j jsonb, a text[], ai int[],
				  by bytea, e mood, big text, c char(5), PRIMARY KEY (id, part));
				INSERT INTO kinds VALUES (9007199254740993, 'ก', 12345678901.25, 'NaN', '12.50', 0.1, true, '2022-01-24',
				  '2022-01-24 10:11:12.123456', '2022-01-24 01:00:00+07', '08:30', '1 day 02:00',
				  'ed6a1c27-20dc-4333-9c7d-e4260c5e5fbb', '[{"n": 2.50, "x": null, "on": true, "area": "110101"}]',
				  '{a,b c,NULL}', '{1,2}', '\\x0102', 'ดี', 'long', 'ab');
				CREATE TABLE keyless (a int, "b""c" text);
				INSERT INTO keyless VALUES (1, 'x'), (2, NULL)""");
	}

	@Test
	void everyTypeIsReadAsDebeziumWritesIt() throws SQLException {
		// Given
		ChangePlace place = RecordedChanges.of("public.kinds").read(0).place();
		Row debeziums = ((Change.Stands) RecordedChanges.of("public.kinds").read(0)).row();
		// When
		List<ObjectNode[]> rows = read("public.kinds", KINDS);
		// Then
		assertThat(rows).hasSize(1);
		assertThat(rows.getFirst()[0]).hasToString("{\"id\":9007199254740993,\"part\":\"ก\"}");
		CapturedRow ours = new CapturedRow(((CapturedRow) debeziums).source(), place, rows.getFirst()[1]);
		assertThat(KINDS).allSatisfy((column) -> assertThat(ours.at(column)).isEqualTo(debeziums.at(column)));
		assertThat(rows.getFirst()[1].has("big")).as("not asked for").isFalse();
	}

	@Test
	void rowsWithoutAKeyHaveNone() throws SQLException {
		// When
		List<ObjectNode[]> rows = read("public.keyless", Set.of("b\"c", "missing"));
		// Then
		assertThat(rows).extracting((row) -> row[0] + " " + row[1])
			.containsExactly("{} {\"b\\\"c\":\"x\"}", "{} {\"b\\\"c\":null}");
	}

	@Test
	void showsOneMomentAndKnowsWhichTransactionsItShows() throws SQLException {
		// Given
		long before = change("INSERT INTO keyless VALUES (3, 'y')");
		try (SourceSnapshot snapshot = SourceSnapshot.open(settings(), TABLES)) {
			// When
			long after = change("DELETE FROM keyless");
			// Then
			List<String> rows = new ArrayList<>();
			snapshot.read("public.keyless", Set.of("a"), (key, columns) -> rows.add(columns.toString()));
			assertThat(rows).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
			assertThat(snapshot.isEmpty("public.keyless")).isFalse();
			assertThat(snapshot.contains(place(before))).isTrue();
			assertThat(snapshot.contains(place(after))).isFalse();
		}
	}

	@Test
	void whatFailsOfOneTableLeavesTheOthers() throws SQLException {
		try (SourceSnapshot snapshot = SourceSnapshot.open(settings(), TABLES)) {
			// When
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> snapshot.read("public.missing", Set.of("a"), (key, columns) -> {
				}))
				.withMessageContaining("missing");
			// Then
			assertThat(snapshot.isEmpty("public.keyless")).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRUNCATE keyless", "ALTER TABLE keyless ALTER COLUMN a TYPE numeric",
			"DROP TABLE keyless; CREATE TABLE keyless (a int)" })
	void aTableThatWasRewrittenSinceIsNoEmptyOne(String rewriting) throws SQLException {
		try (SourceSnapshot snapshot = SourceSnapshot.open(settings(), TABLES)) {
			// When
			execute(rewriting);
			// Then
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> snapshot.read("public.keyless", Set.of("a"), (key, columns) -> {
				}))
				.withMessageContaining("rewritten");
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> snapshot.isEmpty("public.keyless"))
				.withMessageContaining("rewritten");
			assertThat(snapshot.isEmpty("public.kinds")).isFalse();
		}
	}

	@Test
	void aPolicyThatHidesRowsIsAnErrorAndNoGoneRows() throws SQLException {
		// Given
		execute("""
				ALTER TABLE keyless ENABLE ROW LEVEL SECURITY;
				CREATE POLICY none ON keyless USING (false)""");
		try (SourceSnapshot snapshot = SourceSnapshot.open(settings(), TABLES)) {
			// When, Then
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> snapshot.read("public.keyless", Set.of("a"), (key, columns) -> {
				}))
				.withMessageContaining("row-level security");
		}
	}

	@Test
	void whoAltersATableIsNotWaitedForLong() throws SQLException {
		try (SourceSnapshot snapshot = SourceSnapshot.open(settings(), TABLES);
				Connection altering = connection();
				Statement statement = altering.createStatement()) {
			// Given
			altering.setAutoCommit(false);
			statement.execute("LOCK TABLE keyless IN ACCESS EXCLUSIVE MODE");
			// When, Then
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> snapshot.read("public.keyless", Set.of("a"), (key, columns) -> {
				}))
				.withMessageContaining("lock timeout");
			assertThat(snapshot.isEmpty("public.kinds")).isFalse();
		}
	}

	@Test
	void aTypeThatDebeziumWritesInAnotherWayIsNotCompared() throws SQLException {
		// Given
		execute("ALTER TABLE keyless ADD COLUMN mask bit(3) DEFAULT B'101'");
		try (SourceSnapshot snapshot = SourceSnapshot.open(settings(), TABLES)) {
			// When, Then
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> snapshot.read("public.keyless", Set.of("mask"), (key, columns) -> {
				}))
				.withMessageContaining("type bit");
			List<String> rows = new ArrayList<>();
			snapshot.read("public.keyless", Set.of("a"), (key, columns) -> rows.add(columns.toString()));
			assertThat(rows).as("nobody asks for it").hasSize(2);
		}
	}

	@Test
	void knowsWhichTablesArePublished() throws SQLException {
		// Given
		execute("""
				CREATE TABLE unpublished (a int);
				CREATE PUBLICATION buranakan FOR TABLE kinds, keyless WHERE (a > 1)""");
		try (SourceSnapshot snapshot = SourceSnapshot.open(settings(), TABLES)) {
			// When, Then
			assertThat(snapshot.isPublished("public.kinds")).isTrue();
			assertThat(snapshot.isPublished("public.unpublished")).isFalse();
			assertThat(snapshot.isPublished("public.keyless")).as("some rows only").isFalse();
		}
	}

	@Test
	void credentialsThatCannotBeReadAreNamed() {
		CaptureSettings elsewhere = new CaptureSettings(this.platform.connect(), address(), "/nowhere.properties",
				"buranakan", null, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> SourceSnapshot.open(elsewhere, Set.of()))
			.withMessageContaining("/nowhere.properties");
	}

	private List<ObjectNode[]> read(String table, Set<String> columns) throws SQLException {
		List<ObjectNode[]> rows = new ArrayList<>();
		try (SourceSnapshot snapshot = SourceSnapshot.open(settings(), TABLES)) {
			snapshot.read(table, columns, (key, row) -> rows.add(new ObjectNode[] { key, row }));
		}
		return rows;
	}

	private static ChangePlace place(long transaction) {
		ChangePlace any = RecordedChanges.of("public.kinds").read(0).place();
		return new ChangePlace(any.table(), any.key(), any.log(), any.raw(), any.at(), transaction & 0xFFFF_FFFFL);
	}

	private CaptureSettings settings() {
		return new CaptureSettings(this.platform.connect(), address(),
				this.platform.captureCredentials(this.database.name()).toString(), "buranakan", null,
				Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1));
	}

	private URI address() {
		return URI.create(this.database.url().substring("jdbc:".length()));
	}

	/** The number of the transaction that does it. */
	private long change(String sql) throws SQLException {
		try (Connection connection = connection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(sql);
			try (var number = statement.executeQuery("SELECT pg_current_xact_id()::text::int8")) {
				number.next();
				long transaction = number.getLong(1);
				connection.commit();
				return transaction;
			}
		}
	}

	private void execute(String sql) {
		try (Connection connection = connection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Connection connection() throws SQLException {
		return DriverManager.getConnection(this.database.url(), this.database.owner().user(),
				this.database.owner().password());
	}

}
