package org.buranakan.hub.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.DerivedByHand;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * More findings of a rule than are written at once, and what is told of how often rules
 * find something.
 */
@OnDatabase
@DerivedByHand
class FindingsIT {

	/** More than one slice. */
	private static final int PLANS = 600;

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Findings findings;

	@Autowired
	private Firings firings;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient database;

	@Autowired
	private JsonMapper mapper;

	@BeforeEach
	void overduePlans() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
		new ExampleFacts(this.database, this.mapper).hold(this.mapper.readTree("""
				[{"plan": {"id": "codi:p", "agency": "codi", "programme": "bigrock", "milestones": [
					{"code": "M1", "title_th": "ลงพื้นที่", "due_on": "2022-01-10", "status": "PLANNED"}]}}]
				"""));
		this.database.sql("""
				INSERT INTO plan SELECT (jsonb_populate_record(p, jsonb_build_object('id', 'codi:p' || n))).*
				FROM plan p CROSS JOIN generate_series(2, :plans) n
				""").param("plans", PLANS).update();
		this.database.sql("""
				INSERT INTO plan_milestone SELECT (jsonb_populate_record(m, jsonb_build_object('plan_id', p.id))).*
				FROM plan_milestone m CROSS JOIN plan p WHERE p.id <> m.plan_id
				""").update();
	}

	@Test
	void anyNumberIsWrittenAndResolved() {
		// When
		int written = derive();
		// Then
		assertThat(written).isEqualTo(PLANS);
		assertThat(count("finding")).isEqualTo(PLANS);
		assertThat(derive()).as("found again").isZero();
		// When
		this.database.sql("UPDATE plan_milestone SET status = 'DONE' WHERE plan_id <> 'codi:p'").update();
		// Then
		assertThat(derive()).isEqualTo(PLANS - 1);
		assertThat(count("finding")).isOne();
		assertThat(count("hub.resolved_finding")).isEqualTo(PLANS - 1);
	}

	@Test
	void aRuleTellsHowOftenItFindsSomethingInWhatItLooksAt() {
		// Given half of all and one more overdue, of one it cannot be told, and a draft
		this.database.sql("UPDATE plan_milestone SET status = 'DONE'").update();
		this.database
			.sql("""
					UPDATE plan_milestone SET status = 'PLANNED' WHERE plan_id IN (SELECT id FROM plan ORDER BY id LIMIT :more)
					""")
			.param("more", PLANS / 2 + 1)
			.update();
		this.database.sql("""
				UPDATE plan_milestone SET status = 'UNKNOWN' WHERE plan_id = (SELECT max(id) FROM plan)
				""").update();
		this.database.sql("UPDATE plan SET status = 'DRAFT' WHERE id = (SELECT min(id) FROM plan)").update();
		derive();
		long now = System.nanoTime() + Firings.REMEMBERED.toNanos() + 1;
		// When
		Map<String, Firing> told = this.firings.at(now);
		// Then
		assertThat(told.get("milestone-overdue")).satisfies((firing) -> {
			assertThat(figures(firing)).containsExactly(PLANS - 1L, PLANS / 2L, 1L);
			assertThat(firing.suspect()).isTrue();
			assertThat(firing.countedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
		});
		assertThat(told.get("unknown-plan")).satisfies((firing) -> {
			assertThat(figures(firing)).containsExactly((long) PLANS, 0L, 0L);
			assertThat(firing.suspect()).isFalse();
		});
		assertThat(told).containsOnlyKeys(Rules.all().stream().map(Rule::id).toList());
		// When
		this.database.sql("DELETE FROM plan").update();
		// Then they are those of before until they are a minute old
		assertThat(this.firings.at(now + Firings.REMEMBERED.toNanos())).isSameAs(told);
		assertThat(this.firings.at(now + Firings.REMEMBERED.toNanos() + 1).get("milestone-overdue"))
			.satisfies((firing) -> assertThat(figures(firing)).containsExactly(0L, PLANS / 2L, 1L));
	}

	private static List<Long> figures(@Nullable Firing firing) {
		return (firing == null) ? List.of() : List.of(firing.lookedAt(), firing.found(), firing.uncertain());
	}

	private int derive() {
		return this.transaction.execute(
				(status) -> this.findings.derive(this.database, PlanRules.MILESTONE_OVERDUE, DirtyKeys.everything()));
	}

	private long count(String table) {
		return this.database.sql("SELECT count(*) FROM " + table + " WHERE rule = 'milestone-overdue'")
			.query(Long.class)
			.single();
	}

}
