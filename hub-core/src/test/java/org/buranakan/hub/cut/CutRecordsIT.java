package org.buranakan.hub.cut;

import java.time.Instant;
import java.time.LocalDate;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

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
		assertThat(cuts.record(other, null, one.takenAt())).as("the next").isTrue();
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
		assertThat(cuts.at(one.takenAt().minusMillis(1))).isEmpty();
		assertThat(cuts.at(one.takenAt())).map(Cut::id).hasValue(one.id());
		assertThat(cuts.at(other.takenAt().plusSeconds(60))).map(Cut::id).hasValue(other.id());
		assertThat(cuts.find(Cuts.LATEST)).map(Cut::businessDate).hasValue(LocalDate.of(2022, 2, 8));
	}

}
