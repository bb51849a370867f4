package org.buranakan.hub.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.derivation.Pass;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.schemas.event.PlanRecorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How far the programme has come, as days pass and agencies say other things, derived
 * from what is dirty alone.
 */
@OnDatabase
@DerivedByHand
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressMovesIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private JdbcClient sql;

	@Autowired
	private DataSource source;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeAll
	void derivingWhenTold() {
		this.hub = new HubClient(this.port);
	}

	@BeforeEach
	void reference() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
	}

	@Test
	void aMemorandumCountsFromTheDayThatItIsOf() {
		this.events.publish(ProgressFacts.notYet());
		derive();
		assertThat(stages()).doesNotContain("mou");
		assertThat(furthest()).isEqualTo("visited");
		// When
		this.events.today(LocalDate.of(2022, 2, 8));
		derive();
		// Then
		assertThat(stages()).contains("mou 2022-02-08 MEMORANDUM codi:p3");
		assertThat(furthest()).isEqualTo("mou");
	}

	@Test
	void aLaterRevisionOfAPlanMovesNoDayOfWhatWasSaidBefore() {
		// Given a plan that names a tambon in October and says more of it in December
		PlanRecorded named = ProgressFacts.naming(1, "2021-10-05", null);
		this.events.publish(named);
		PlanRecorded visited = ProgressFacts.naming(2, "2021-12-05", "visited");
		this.events.publish(visited);
		// When it is revised in January, and once more
		this.events.publish(ProgressFacts.naming(3, "2022-01-05", "visited"));
		derive();
		this.events.publish(ProgressFacts.naming(4, "2022-02-05", "visited"));
		derive();
		// Then
		String from = "planned 2021-10-05 PLAN codi:p4, visited 2021-12-05 PLAN codi:p4";
		assertThat(stages()).isEqualTo(from);
		assertThat(lineage()).isEqualTo(named.getEventId().toString());
		// And derived as a whole
		this.derivation.passOverEverything();
		assertThat(stages()).isEqualTo(from);
		// When it no longer says so
		this.events.publish(ProgressFacts.naming(5, "2022-02-06", null));
		derive();
		// Then
		assertThat(stages()).isEqualTo("planned 2021-10-05 PLAN codi:p4");
	}

	@Test
	void whatIntakeCommitsWhileAPlanIsLookedAtIsLookedAtNext() throws SQLException {
		// Given a plan that was looked at, and another of which a revision went by
		this.events.publish(ProgressFacts.naming(1, "2021-10-05", null));
		derive();
		PlanRecorded other = ProgressFacts.naming(1, "2021-11-05", "visited");
		this.events.publish(PlanRecorded.newBuilder(other).setEntityId("codi:p5").build());
		this.events.publish(PlanRecorded.newBuilder(other).setEntityId("codi:p5").setRevision(2).build());
		this.events.publish(ProgressFacts.naming(2, "2021-10-06", null));
		// When intake goes on by two revisions between a pass's two looks
		try (Connection holding = this.source.getConnection(); Statement statement = holding.createStatement()) {
			holding.setAutoCommit(false);
			statement.execute("LOCK TABLE plan_first_said IN EXCLUSIVE MODE");
			CompletableFuture<Void> pass = CompletableFuture.runAsync(this.derivation::pass);
			await().until(this::somebodyWaits);
			this.events.publish(ProgressFacts.naming(3, "2021-12-05", "visited"));
			this.events.publish(ProgressFacts.naming(4, "2022-01-05", "visited"));
			holding.rollback();
			pass.join();
		}
		derive();
		// Then
		assertThat(stages()).isEqualTo("planned 2021-10-05 PLAN codi:p4, visited 2021-11-05 PLAN codi:p5");
		assertThat(firstSaid()).contains("codi:p4 visited 2021-12-05").doesNotContain("codi:p4 visited 2022-01-05");
	}

	private boolean somebodyWaits() {
		return this.sql
			.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'plan_first_said'::regclass AND NOT granted)")
			.query(Boolean.class)
			.single();
	}

	private List<String> firstSaid() {
		return this.sql.sql("""
				SELECT concat_ws(' ', plan_id, split_part(what, ' ', 2), said_on) FROM plan_first_said
				WHERE what LIKE 'STAGE %'
				""").query((row, number) -> row.getString(1)).list();
	}

	@Test
	void whatItsLeadCancelledIsNotDoneByWayOfAPartnersReport() {
		this.events.publish(ProgressFacts.notYet());
		derive();
		assertThat(stages()).contains("visited 2022-01-20 ACTIVITY pacoc-23:led");
		// When the lead, whose report names another area, cancels it
		this.events.publish(ProgressFacts.cancelled());
		derive();
		// Then
		assertThat(stages()).isEqualTo("planned 2022-01-10 PLAN codi:p3");
		assertThat(furthest()).isEqualTo("planned");
		// When the partner says that it was another activity
		this.events.publish(ProgressFacts.itsOwn());
		derive();
		// Then
		assertThat(stages()).contains("visited 2022-01-20 ACTIVITY pacoc-23:led");
	}

	@Test
	void whatIsPendingIsAStockAndPeriodsThatOverlapCountOnce() {
		this.events.publish(ProgressFacts.counts());
		derive();
		// Then
		JsonNode counted = this.hub.read("/complaints?fiscalYear=2563");
		assertThat(figures(counted.path("all"))).isEqualTo("received 21 resolved 5 pending 21 of 4, 2 overlapping");
		assertThat(figures(counted.path("channels").path(0).path("figures")))
			.isEqualTo("received 12 resolved 5 pending 14 of 3, 0 overlapping");
		assertThat(figures(counted.path("months").path(3).path("figures")))
			.isEqualTo("received 5 resolved 2 pending 10 of 1, 1 overlapping");
		assertThat(figures(counted.path("months").path(4).path("figures")))
			.isEqualTo("received 4 resolved 1 pending 13 of 1, 1 overlapping");
		assertThat(figures(counted.path("months").path(5).path("figures")))
			.isEqualTo("received 3 resolved 2 pending 14 of 1, 0 overlapping");
		assertThat(figures(counted.path("severalMonths")))
			.isEqualTo("received 9 resolved 0 pending 7 of 1, 0 overlapping");
		assertThat(this.hub.read("/areas/" + ProgressFacts.SIGNED).path("complaints").toString())
			.isEqualTo("{\"received\":21,\"resolved\":5,\"pending\":21}");
	}

	private void derive() {
		Pass pass = this.derivation.pass();
		while (pass.taken() > 0) {
			pass = this.derivation.pass();
		}
	}

	private String furthest() {
		return this.hub.read("/areas/" + ProgressFacts.NOT_YET).path("stage").asString();
	}

	private String lineage() {
		return this.hub.read("/areas/" + ProgressFacts.NOT_YET + "/rollout")
			.path("tambons")
			.path(0)
			.path("stages")
			.path(0)
			.path("lineage")
			.path("eventId")
			.asString();
	}

	private String stages() {
		return String.join(", ",
				this.hub.read("/areas/" + ProgressFacts.NOT_YET + "/rollout")
					.path("tambons")
					.path(0)
					.path("stages")
					.valueStream()
					.map((one) -> String.join(" ", one.path("stage").asString(), one.path("reachedBy").asString("null"),
							one.path("shownBy").asString(), one.path("subject").asString()))
					.toList());
	}

	private static String figures(JsonNode figures) {
		return "received %s resolved %s pending %s of %s, %s overlapping".formatted(figures.path("received"),
				figures.path("resolved"), figures.path("pending"), figures.path("counts"), figures.path("overlapping"));
	}

}
