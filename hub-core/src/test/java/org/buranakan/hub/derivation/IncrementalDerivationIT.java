package org.buranakan.hub.derivation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.DerivedByHand;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever came in which order, and however often it was derived in between, the derived
 * rows are those of the facts.
 */
@OnDatabase
@DerivedByHand
class IncrementalDerivationIT {

	private static final int EVENTS = 600;

	/** Dirty rows that one pass takes. */
	private static final int MOST = 400;

	/** Twice this is one more than a number holds. */
	private static final long BEYOND = 1L << 62;

	private static final LocalDate FIRST_DAY = LocalDate.of(2021, 12, 1);

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private Quarantine quarantine;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient database;

	@Autowired
	private HikariDataSource source;

	@BeforeEach
	void byHand() {
		this.events.forget();
	}

	@Test
	void whatIsNewerThanAnOpenTransactionIsNotForgotten() throws SQLException {
		// Given
		Connection hanging = this.source.getConnection();
		try (hanging; Statement statement = hanging.createStatement()) {
			hanging.setAutoCommit(false);
			statement.execute("SELECT pg_current_xact_id()");
			this.database
				.sql("INSERT INTO hub.change (family, key, at) VALUES ('finding', 'old', now() - interval '9 days')")
				.update();
			// When
			this.derivation.forgetChanges(Duration.ofDays(7));
			// Then
			assertThat(isThere("old")).isTrue();
			hanging.rollback();
		}
		// When it has ended
		this.derivation.forgetChanges(Duration.ofDays(7));
		// Then
		assertThat(isThere("old")).isFalse();
	}

	private boolean isThere(String key) {
		return this.database.sql("SELECT EXISTS (SELECT FROM hub.change WHERE key = :key)")
			.param("key", key)
			.query(Boolean.class)
			.single();
	}

	@RepeatedTest(3)
	void incrementalEqualsAFullDerivationAfterAnySequence() {
		// Given
		long seed = new Random().nextInt(1_000_000);
		Random random = new Random(seed);
		List<SpecificRecord> all = new ArrayList<>(new Generator(EVENTS, seed).events().toList());
		all.addAll(new PilotData().reference());
		Collections.shuffle(all, random);
		// When
		int day = 0;
		for (int from = 0; from < all.size();) {
			int to = Math.min(all.size(), from + 1 + random.nextInt(150));
			this.events.publish(all.subList(from, to));
			if (random.nextInt(4) == 0) {
				this.events.today(FIRST_DAY.plusDays(day += 1 + random.nextInt(40)));
			}
			if (random.nextBoolean()) {
				this.derivation.pass(1 + random.nextInt(MOST));
			}
			from = to;
		}
		// What belongs together turns up in one pass and in another.
		while (this.derivation.pass(1 + random.nextInt(MOST)).taken() > 0) {
			assertThat(day).isNotNegative();
		}
		Map<String, List<String>> incremental = derivedRows();
		this.database.sql("TRUNCATE area_summary, area_stage, plan_first_said, budget_summary, finding").update();
		this.derivation.passOverEverything();
		// Then
		assertThat(incremental).as("seed %d", seed).isEqualTo(derivedRows());
		assertThat(incremental.get("finding")).as("seed %d", seed).isNotEmpty();
	}

	@Test
	void noKeyTurnsDirtyThatNothingIsDerivedFrom() {
		// When
		this.events.publish(new PilotData().reference());
		this.events.publish(new Generator(EVENTS, 12).events().toList());
		this.events.today(FIRST_DAY);
		// Then
		assertThat(this.database.sql("SELECT DISTINCT kind FROM dirty").query((row, number) -> row.getString(1)).list())
			.containsExactlyInAnyOrder("area", "budget", "province", "activity", "plan", "line", "posting", "agency",
					"reference", "clock");
	}

	@Test
	void derivingAgainWritesNothing() {
		// Given
		this.events.publish(new PilotData().reference());
		this.events.publish(new Generator(EVENTS, 11).events().toList());
		this.events.today(FIRST_DAY);
		this.derivation.passOverEverything();
		// When
		Pass again = this.derivation.passOverEverything();
		// Then
		assertThat(again.changed()).isZero();
	}

	@Test
	void aPassTakesItsKeysOnlyWithItsRows() {
		// Given
		this.events.publish(new PilotData().reference());
		this.events.publish(new Generator(EVENTS, 12).events().toList());
		this.database.sql("ALTER TABLE finding ADD CONSTRAINT broken CHECK (rule <> 'left-out')").update();
		long dirty = count("dirty");
		try {
			// When
			assertThat(org.assertj.core.api.Assertions.catchThrowable(this.derivation::pass)).isNotNull();
			// Then
			assertThat(count("dirty")).isEqualTo(dirty).isPositive();
			assertThat(count("area_summary")).isZero();
		}
		finally {
			this.database.sql("ALTER TABLE finding DROP CONSTRAINT broken").update();
		}
	}

	@Test
	void aKeyWhoseFactsCannotBeAddedUpIsSetAsideAloneUntilTheyCan() {
		// Given
		this.events.publish(new PilotData().reference());
		this.events.publish(new Generator(EVENTS, 13).events().toList());
		derivesAll();
		Map<String, List<String>> healthy = derivedRows();
		List<String> beyond = participants(BEYOND);
		this.database.sql("TRUNCATE area_summary").update();
		dirtyAreas();
		// When
		derivesAll();
		this.quarantine.keys();
		// Then
		assertThat(this.database.sql("SELECT area FROM area_summary").query(String.class).list())
			.hasSize(healthy.getOrDefault("area_summary", List.of()).size() - beyond.size())
			.doesNotContainAnyElementsOf(beyond);
		assertThat(this.quarantine.known()).containsOnlyKeys(beyond.stream().map((area) -> "area/" + area).toList())
			.containsValue("SQLSTATE 22003");
		assertThat(count("dirty")).as("nothing is dropped").isEqualTo(beyond.size());
		participants(-BEYOND);
		this.derivation.tryQuarantined();
		assertThat(this.quarantine.keys()).isEmpty();
		assertThat(count("dirty")).isZero();
		assertThat(derivedRows()).isEqualTo(healthy);
	}

	@Test
	void whateverAPassDiesOfItIsTriedAgainAndHealthSaysSo() {
		// Given
		AtomicBoolean broken = new AtomicBoolean(true);
		Derived breaking = (view, keys) -> {
			if (broken.get()) {
				throw new AssertionError("no outage of a database");
			}
			return 0;
		};
		DerivationSettings settings = new DerivationSettings(Duration.ofMillis(10), Duration.ofMillis(10),
				Duration.ofDays(1));
		DerivationWorker breakable = new DerivationWorker(
				new Derivation(this.database, this.transaction, this.quarantine, List.of(breaking)), this.quarantine,
				new Maintenance(this.database), settings, new SimpleMeterRegistry());
		this.database.sql("INSERT INTO dirty (kind, key) VALUES ('area', '110101')").update();
		breakable.start();
		try {
			await().untilAsserted(() -> assertThat(breakable.health().toString()).contains("DOWN", "no outage"));
			assertThat(count("dirty")).isOne();
			// When
			broken.set(false);
			// Then
			await().untilAsserted(() -> assertThat(breakable.health().toString()).contains("UP"));
			assertThat(count("dirty")).isZero();
		}
		finally {
			breakable.stop();
		}
	}

	private void derivesAll() {
		Pass pass = this.derivation.pass();
		while (pass.taken() > 0) {
			pass = this.derivation.pass();
		}
	}

	/**
	 * Adds that many to the activities of an area that has two.
	 * @return the areas that now have more than a number holds
	 */
	private List<String> participants(long more) {
		this.database.sql("""
				UPDATE activity SET participants = participants + :more WHERE id IN (
					SELECT activity_id FROM activity_area WHERE area = (
						SELECT n.area FROM activity_area n JOIN activity a ON a.id = n.activity_id
						WHERE a.same_as IS NULL AND a.status <> 'WITHDRAWN' AND a.participants IS NOT NULL
						GROUP BY n.area HAVING count(*) > 1 ORDER BY n.area LIMIT 1))
				""").param("more", more).update();
		return this.database.sql("""
				SELECT n.area FROM activity_area n JOIN activity a ON a.id = n.activity_id
				WHERE a.same_as IS NULL AND a.status <> 'WITHDRAWN'
				GROUP BY n.area HAVING sum(a.participants) > :most
				""").param("most", Long.MAX_VALUE).query((row, number) -> row.getString(1)).list();
	}

	private void dirtyAreas() {
		this.database.sql("""
				INSERT INTO dirty (kind, key) SELECT 'area', area FROM (SELECT area FROM posting UNION
					SELECT area FROM activity_area UNION SELECT area FROM plan_area UNION
					SELECT area FROM complaint_count) AS named
				""").update();
	}

	private Map<String, List<String>> derivedRows() {
		Map<String, List<String>> rows = new TreeMap<>();
		for (String table : List.of("area_summary", "area_stage", "plan_first_said", "budget_summary", "finding")) {
			rows.put(table,
					this.database.sql("SELECT t::text FROM %s t ORDER BY 1".formatted(table))
						.query((row, number) -> row.getString(1))
						.list());
		}
		return rows;
	}

	private long count(String table) {
		return this.database.sql("SELECT count(*) FROM " + table).query((row, number) -> row.getLong(1)).single();
	}

}
