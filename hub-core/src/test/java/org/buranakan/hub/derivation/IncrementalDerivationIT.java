package org.buranakan.hub.derivation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever came in which order, and however often it was derived in between, the derived
 * rows are those of the facts.
 */
@OnDatabase
class IncrementalDerivationIT {

	private static final int EVENTS = 600;

	private static final LocalDate FIRST_DAY = LocalDate.of(2021, 12, 1);

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private DerivationWorker worker;

	@Autowired
	private JdbcClient database;

	@BeforeEach
	void byHand() {
		this.worker.stop();
		this.events.forget();
	}

	@AfterEach
	void byItselfAgain() {
		this.worker.start();
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
				this.derivation.pass();
			}
			from = to;
		}
		while (this.derivation.pass().taken() > 0) {
			assertThat(day).isNotNegative();
		}
		Map<String, List<String>> incremental = derivedRows();
		this.database.sql("TRUNCATE area_summary, budget_summary, finding").update();
		this.derivation.passOverEverything();
		// Then
		assertThat(incremental).as("seed %d", seed).isEqualTo(derivedRows());
		assertThat(incremental.get("finding")).as("seed %d", seed).isNotEmpty();
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

	private Map<String, List<String>> derivedRows() {
		Map<String, List<String>> rows = new TreeMap<>();
		for (String table : List.of("area_summary", "budget_summary", "finding")) {
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
