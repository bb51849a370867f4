package org.buranakan.hub.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.Milestone;
import org.buranakan.schemas.event.MilestoneStatus;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Generated events that meet in few places, lines, recipients, plans and activities, so
 * that every rule finds something, and what it finds keeps changing.
 */
class Crowd {

	private static final List<String> AREAS = List.of("110301", "190204", "11", "20");

	private static final List<String> PARTIES = List.of("pacc-zone-1", "pacoc-11", "network-11");

	private static final List<BudgetPhase> PHASES = List.of(BudgetPhase.APPROVED, BudgetPhase.ALLOTTED,
			BudgetPhase.ALLOTTED, BudgetPhase.COMMITTED, BudgetPhase.DISBURSED, BudgetPhase.DISBURSED,
			BudgetPhase.DISBURSED, BudgetPhase.RETURNED);

	private final Random random;

	private final List<SpecificRecord> events;

	private final List<String> plans;

	private final List<String> activities;

	Crowd(int size, long seed) {
		this.random = new Random(seed);
		this.events = new Generator(size, seed).events().toList();
		this.plans = new ArrayList<>(ids(PlanRecorded.class, 6));
		this.activities = ids(ActivityRecorded.class, 12);
		this.plans.add("codi:nobodys");
	}

	private List<String> ids(Class<? extends SpecificRecord> type, int most) {
		return this.events.stream()
			.filter(type::isInstance)
			.map((event) -> event.get(event.getSchema().getField("entityId").pos()).toString())
			.distinct()
			.sorted(Comparator.comparing((id) -> id.substring(id.indexOf(':'))))
			.limit(most)
			.toList();
	}

	/** Facts in any order, older revisions after newer ones too. */
	List<SpecificRecord> facts() {
		List<SpecificRecord> facts = new ArrayList<>(this.events.stream().map(this::crowded).toList());
		Collections.shuffle(facts, this.random);
		return facts;
	}

	/** A new version of a datum that rules judge by. */
	ReferenceRecorded judgedBy(long revision) {
		List<String> data = List.of("threshold/split-purchase", "threshold/year-end-rush", "threshold/agency-silent",
				"agency/codi", "agency/pacoc-11", "activity-kind/governance-meeting", "procurement/specific",
				"organisation/pacoc-11", "source-of-truth/dates", "organisation/network-11", "programme/bigrock",
				"area/11");
		String id = oneOf(data);
		ReferenceRecorded before = new PilotData().reference()
			.stream()
			.filter((datum) -> id.equals(datum.getKind() + "/" + datum.getCode()))
			.findFirst()
			.orElseThrow();
		Map<String, String> attributes = new TreeMap<>(before.getAttributes());
		if (this.random.nextBoolean()) {
			attributes.replaceAll((name, value) -> value.matches("\\d+") ? value + this.random.nextInt(10) : value);
		}
		else {
			attributes.clear();
		}
		return ReferenceRecorded.newBuilder(before)
			.setRevision(revision)
			.setAttributes(attributes)
			.setRecordedAt(before.getRecordedAt().plusSeconds(revision))
			.build();
	}

	private SpecificRecord crowded(SpecificRecord event) {
		return switch (event) {
			case PlanRecorded plan -> crowded(plan);
			case ActivityRecorded activity -> crowded(activity);
			case BudgetPosted posting -> crowded(posting);
			case AgreementStated agreement -> AgreementStated.newBuilder(agreement)
				.setPlan(oneOf(this.plans))
				.setPlanRevision(1 + this.random.nextInt(3))
				.setParty(oneOf(PARTIES))
				.build();
			default -> event;
		};
	}

	private PlanRecorded crowded(PlanRecorded plan) {
		return PlanRecorded.newBuilder(plan)
			.setJoint(this.random.nextInt(3) > 0)
			.setPartners(PARTIES.subList(0, this.random.nextInt(4)))
			.setProgramme("bigrock")
			.setStatus(oneOf(Arrays.asList(PlanStatus.values())))
			.setMilestones(plan.getMilestones().stream().map(this::crowded).toList())
			.build();
	}

	private Milestone crowded(Milestone step) {
		return Milestone.newBuilder(step).setStatus(oneOf(Arrays.asList(MilestoneStatus.values()))).build();
	}

	private ActivityRecorded crowded(ActivityRecorded activity) {
		LocalDate start = LocalDate.of(2022, 1, 1).plusDays(this.random.nextInt(90));
		return ActivityRecorded.newBuilder(activity)
			.setPlan(oneOf(this.plans))
			.setSameAs((this.random.nextInt(3) == 0) ? oneOf(this.activities) : null)
			.setKind(oneOf(List.of("governance-meeting", "training", "area-visit")))
			.setAreas(List.of(oneOf(AREAS)))
			.setStatus(oneOf(Arrays.asList(ActivityStatus.values())))
			.setStartsOn(start)
			.setEndsOn(start.plusDays(this.random.nextInt(20)))
			.build();
	}

	private BudgetPosted crowded(BudgetPosted posting) {
		boolean reversal = this.random.nextInt(6) == 0;
		boolean repeats = !reversal || this.random.nextBoolean();
		BudgetPhase phase = oneOf(PHASES);
		long amount = 100L * (1 + this.random.nextInt(450_000));
		return BudgetPosted.newBuilder(posting)
			.setBudgetLine(oneOf(List.of("L1", "L1", "L2")))
			.setPhase((this.random.nextInt(40) == 0) ? BudgetPhase.UNKNOWN : phase)
			.setRestriction((this.random.nextInt(3) == 0) ? "training-rule" : null)
			.setAmountSatang((reversal || phase == BudgetPhase.RETURNED) ? -amount : amount)
			.setReverses(reversal ? otherPosting(posting.getAgency()) : null)
			.setArea(oneOf(AREAS))
			.setFunder(oneOf(List.of("codi", "codi", posting.getAgency())))
			.setActivity(repeats ? oneOf(this.activities) : null)
			.setPlan(repeats ? oneOf(this.plans) : null)
			.setRecipient(oneOf(Arrays.asList("network-11", "network-11", null)))
			.setProcurement(oneOf(Arrays.asList("specific", "specific", "open", "nobodys", null)))
			.setPostedOn(LocalDate.of(2022, 8 + this.random.nextInt(2), 1 + this.random.nextInt(28)))
			.build();
	}

	private @Nullable String otherPosting(String agency) {
		List<String> others = this.events.stream()
			.filter(BudgetPosted.class::isInstance)
			.map(BudgetPosted.class::cast)
			.filter((posting) -> posting.getAgency().equals(agency))
			.map(BudgetPosted::getEntityId)
			.toList();
		return oneOf(others);
	}

	private <T extends @Nullable Object> T oneOf(List<T> some) {
		return some.get(this.random.nextInt(some.size()));
	}

}
