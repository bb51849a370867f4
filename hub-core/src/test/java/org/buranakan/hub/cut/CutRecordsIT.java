package org.buranakan.hub.cut;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.NoPast;
import org.buranakan.hub.view.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is written down of cuts, also where several processes take them. */
@OnDatabase
class CutRecordsIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Documents documents;

	@Autowired
	private JsonMapper mapper;

	@BeforeEach
	void read() {
		this.events.forget();
		this.events.today(LocalDate.of(2022, 2, 7));
	}

	@Test
	void ofTheInstancesThatSeeOneDueTheFirstTakesIt() {
		// Given
		Cuts cuts = new Cuts(this.database, this.transaction, this.documents, this.mapper);
		Instant due = Instant.parse("2026-01-01T00:00:00Z");
		Standing one = Standing.of(this.database);
		this.events.today(LocalDate.of(2022, 2, 8));
		Standing other = Standing.of(this.database);
		// When
		boolean first = cuts.record(one, null, due);
		boolean second = cuts.record(other, null, due);
		// Then
		assertThat(first).isTrue();
		assertThat(second).isFalse();
		assertThat(cuts.find(other.id())).isEmpty();
		assertThat(cuts.record(other, null, takenAt(cuts, one))).as("the next").isTrue();
		assertThat(cuts.page(new Window(0, 10)).items()).extracting(Cut::id).containsExactly(other.id(), one.id());
		assertThat(cuts.page(new Window(1, 1)).items()).extracting(Cut::id).containsExactly(one.id());
	}

	@Test
	void theCutOfAnInstantIsTheNewestUntilIt() {
		// Given
		Cuts cuts = new Cuts(this.database, this.transaction, this.documents, this.mapper);
		Standing one = Standing.of(this.database);
		this.events.today(LocalDate.of(2022, 2, 8));
		Standing other = Standing.of(this.database);
		cuts.record(one, null, null);
		cuts.record(other, null, null);
		// Then
		assertThat(cuts.at(takenAt(cuts, one).minusMillis(1))).isEmpty();
		assertThat(cuts.at(takenAt(cuts, one))).map(Cut::id).hasValue(one.id());
		assertThat(cuts.at(takenAt(cuts, other))).map(Cut::id).hasValue(other.id());
		assertThatExceptionOfType(NoPast.class).isThrownBy(() -> cuts.at(takenAt(cuts, other).plusSeconds(600)));
		assertThat(cuts.find(Cuts.LATEST)).map(Cut::businessDate).hasValue(LocalDate.of(2022, 2, 8));
	}

	@Test
	void whatAnInstantMeantOnceItMeansAlsoWhereTheClockIsSetBack() {
		// Given
		Cuts cuts = new Cuts(this.database, this.transaction, this.documents, this.mapper);
		Standing one = Standing.of(this.database);
		cuts.record(one, null, null);
		Instant later = takenAt(cuts, one).plusNanos(1_000);
		assertThat(cuts.at(later)).map(Cut::id).hasValue(one.id());
		// When the clock is behind what was asked for
		this.database.sql("UPDATE hub.settled_instant SET upto = upto + interval '1 hour'").update();
		Instant asked = this.database.sql("SELECT upto FROM hub.settled_instant")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
		assertThat(cuts.at(asked)).map(Cut::id).hasValue(one.id());
		this.events.today(LocalDate.of(2022, 2, 8));
		Standing other = Standing.of(this.database);
		assertThat(cuts.record(other, null, null)).isTrue();
		// Then
		assertThat(takenAt(cuts, other)).isAfter(asked);
		assertThat(cuts.at(asked)).map(Cut::id).hasValue(one.id());
		assertThat(cuts.at(later)).map(Cut::id).hasValue(one.id());
		assertThat(cuts.at(takenAt(cuts, other))).map(Cut::id).hasValue(other.id());
	}

	@Test
	void cutsOnlyGoForwardAlsoWhileTheViewIsFoldedAgain() {
		// Given
		Cuts cuts = new Cuts(this.database, this.transaction, this.documents, this.mapper);
		Standing one = Standing.of(this.database);
		this.events.today(LocalDate.of(2022, 2, 8));
		cuts.record(Standing.of(this.database), null, null);
		// When a process that was slower comes with what it saw before
		boolean backwards = cuts.record(one, null, null);
		// Then
		assertThat(backwards).isFalse();
		assertThat(cuts.find(one.id())).isEmpty();
		assertThat(Standing.of(this.database).behind()).isFalse();
		// When logs are read from their beginning again
		this.database.sql(
				"UPDATE hub.log SET next_offset = 1, received = 1, applied = 1, stale = 0, rejected = 0 WHERE topic = 'hub.clock'")
			.update();
		// Then
		assertThat(Standing.of(this.database).behind()).isTrue();
	}

	private static Instant takenAt(Cuts cuts, Standing standing) {
		return cuts.find(standing.id()).orElseThrow().takenAt();
	}

}
