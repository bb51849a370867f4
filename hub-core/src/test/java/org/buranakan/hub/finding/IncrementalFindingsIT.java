package org.buranakan.hub.finding;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.derivation.DirtyKeys;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.DerivedByHand;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A finding is derived again whenever anything that its rule reads changes: after every
 * few facts, versions of reference data or days, what was derived from the dirty keys
 * alone is what is derived from everything. One check at the end would show little:
 * reference and days have whole rules derived again, and hide what was missed before.
 */
@OnDatabase
@DerivedByHand
class IncrementalFindingsIT {

	private static final int EVENTS = 240;

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	private Findings findings;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient database;

	private final Set<String> fired = new TreeSet<>();

	@BeforeEach
	void byHand() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
	}

	@Test
	void dirtyKeysAloneGiveTheFindingsOfEverything() {
		// Given
		long seed = new Random().nextInt(1_000_000);
		Random random = new Random(seed);
		Crowd crowd = new Crowd(EVENTS, seed);
		List<SpecificRecord> facts = crowd.facts();
		LocalDate day = LocalDate.of(2022, 2, 1);
		this.events.today(day);
		int from = 0;
		for (int step = 1; from < facts.size(); step++) {
			// When
			if (step % 8 == 3) {
				this.events.publish(crowd.judgedBy(1 + step));
			}
			else if (step % 8 == 7) {
				day = day.plusDays(1 + random.nextInt(60));
				this.events.today(day);
			}
			else {
				int to = Math.min(facts.size(), from + 1 + random.nextInt(60));
				this.events.publish(facts.subList(from, to));
				from = to;
			}
			drain();
			Map<String, String> incremental = findings();
			this.transaction
				.executeWithoutResult((status) -> this.findings.derive(this.database, DirtyKeys.everything()));
			// Then
			assertThat(findings()).as("seed %d, step %d", seed, step).isEqualTo(incremental);
		}
		assertThat(this.fired).as("seed %d: the rules that found something, most of them", seed)
			.hasSizeGreaterThan(Rules.all().size() / 2);
	}

	@Test
	void aReversalReachesThePlanThatItDoesNotRepeat() {
		// Given
		BudgetPosted posting = money("codi", "codi:a").setPlan("codi:nobodys").build();
		this.events.publish(posting);
		drain();
		assertThat(findings()).containsKey("unknown-plan:codi:nobodys");
		// When
		this.events.publish(BudgetPosted.newBuilder(posting)
			.setEntityId("codi:reversal")
			.setEventId(eventId("codi:reversal", 1))
			.setAmountSatang(-posting.getAmountSatang())
			.setPlan(null)
			.setReverses(posting.getEntityId())
			.build());
		drain();
		// Then
		assertThat(findings()).doesNotContainKey("unknown-plan:codi:nobodys");
	}

	@Test
	void reportsOfReportsAreOneActivityForAsLongAsEachSaysSo() {
		// Given the report in between, which no money was posted for
		this.events.publish(report("codi", "codi:a", 1).build(),
				report("pacoc-11", "pacoc-11:c", 1).setSameAs("pacc-zone-1:b").build(),
				report("pacc-zone-1", "pacc-zone-1:b", 1).build(), money("codi", "codi:a").build(),
				money("pacoc-11", "pacoc-11:c").build());
		drain();
		assertThat(findings()).doesNotContainKey("funded-twice:codi:a");
		// When
		this.events.publish(report("pacc-zone-1", "pacc-zone-1:b", 2).setSameAs("codi:a").build());
		drain();
		// Then
		assertThat(findings()).containsKey("funded-twice:codi:a");
		// When it names the one that names it
		this.events.publish(report("pacc-zone-1", "pacc-zone-1:b", 3).setSameAs("pacoc-11:c").build());
		drain();
		// Then
		assertThat(findings()).doesNotContainKey("funded-twice:codi:a");
		// When money of another is posted for it
		this.events.publish(money("pacc-zone-1", "pacc-zone-1:b").build());
		drain();
		// Then the least of the two is told
		assertThat(findings()).containsKey("funded-twice:pacc-zone-1:b");
		// When
		this.events.publish(report("pacoc-11", "pacoc-11:c", 2).setSameAs("pacc-zone-1:b")
			.setStatus(ActivityStatus.WITHDRAWN)
			.build(), report("pacc-zone-1", "pacc-zone-1:b", 4).build());
		drain();
		// Then
		assertThat(findings().keySet()).noneMatch((id) -> id.startsWith("funded-twice:"));
	}

	private static ActivityRecorded.Builder report(String agency, String id, long revision) {
		return ActivityRecorded.newBuilder(any(ActivityRecorded.class))
			.setAgency(agency)
			.setEntityId(id)
			.setRevision(revision)
			.setEventId(eventId(id, revision))
			.setStatus(ActivityStatus.PLANNED)
			.setSameAs(null);
	}

	/** An agency's own, allotted to an activity. */
	private static BudgetPosted.Builder money(String agency, String activity) {
		String id = activity + "-money";
		return BudgetPosted.newBuilder(any(BudgetPosted.class))
			.setAgency(agency)
			.setEntityId(id)
			.setEventId(eventId(id, 1))
			.setFunder(agency)
			.setPhase(BudgetPhase.ALLOTTED)
			.setAmountSatang(100_00L)
			.setActivity(activity)
			.setPlan(null)
			.setReverses(null);
	}

	private static UUID eventId(String id, long revision) {
		return UUID.nameUUIDFromBytes((id + revision).getBytes(StandardCharsets.UTF_8));
	}

	private static <E extends SpecificRecord> E any(Class<E> type) {
		return new Generator(400, 1).events().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	private void drain() {
		while (this.derivation.pass().taken() > 0) {
			assertThat(this.database.sql("SELECT count(*) FROM dirty WHERE quarantined IS NOT NULL")
				.query(Long.class)
				.single()).isZero();
		}
	}

	private Map<String, String> findings() {
		Map<String, String> found = this.database.sql("SELECT id, rule, f::text FROM finding f")
			.query((row, number) -> {
				this.fired.add(row.getString(2));
				return Map.entry(row.getString(1), row.getString(3));
			})
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return new TreeMap<>(found);
	}

}
