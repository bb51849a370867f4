package org.buranakan.hub.finding;

import java.util.ArrayList;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.DerivedByHand;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.nation.Nation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the rules find of what is so in three generated provinces. The figures of the
 * whole nation are the {@code FindingQualityBenchmark}'s.
 */
@OnDatabase
@DerivedByHand
class FindingQualityIT {

	private static final long SEED = 2565;

	private static final int PROVINCES = 3;

	private static final int EVENTS = 5_000;

	private static final int BATCH = 3_000;

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private JdbcClient database;

	@BeforeEach
	void byHand() {
		this.events.forget();
	}

	@Test
	void whatIsSoIsFoundAndLittleElse() {
		// Given
		List<SpecificRecord> told = new ArrayList<>();
		Nation nation = new Nation("n-", PROVINCES, EVENTS, SEED, told::add);
		this.events.publish(nation.reference());
		this.events.today(nation.today());
		nation.tell();
		// When
		for (int from = 0; from < told.size(); from += BATCH) {
			this.events.publish(told.subList(from, Math.min(told.size(), from + BATCH)));
			drain();
		}
		// Then
		FindingQuality quality = FindingQuality.of(nation, this.database);
		System.out.printf("= seed %d, %d provinces, %d events%n%s%s", SEED, PROVINCES, told.size(), quality.table(),
				quality.examples(5));
		for (String rule : List.of("join-up", "left-out")) {
			assertThat(quality.precision(rule)).as("precision of " + rule).isGreaterThanOrEqualTo(0.95);
			assertThat(quality.recall(rule)).as("recall of " + rule).isGreaterThanOrEqualTo(0.95);
		}
	}

	private void drain() {
		while (this.derivation.pass().taken() > 0) {
			assertThat(this.database.sql("SELECT count(*) FROM dirty WHERE quarantined IS NOT NULL")
				.query(Long.class)
				.single()).isZero();
		}
	}

}
