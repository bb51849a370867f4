package org.buranakan.pilot.nation;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.Milestone;
import org.buranakan.schemas.event.MilestoneStatus;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;

/** Milestones that are late, and plans that nobody published; and what is neither. */
final class PlanStories {

	static final String LATE = "milestone-overdue";

	static final String UNKNOWN = "unknown-plan";

	private static final String PROGRAMME = "good-governance";

	private final World world;

	private final Dice dice;

	PlanStories(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	Repertoire lateMilestones() {
		return new Repertoire().with(30, this::late)
			.with(20, this::lateSinceYesterday)
			.with(20, this::broughtForwardAndMissed)
			.with(15, this::addedLate)
			.with(12, this::oneDoneOneNot)
			.with(3, this::lateInAPlanCalledComplete);
	}

	Repertoire milestonesInTime() {
		return new Repertoire().with(20, this::doneLate)
			.with(15, this::dueToday)
			.with(15, this::givenUp)
			.with(15, this::ofADraft)
			.with(15, this::ofAWithdrawnPlan)
			.with(15, this::putOff)
			.with(5, this::completedWithoutTicking);
	}

	Repertoire unknownPlans() {
		return new Repertoire().with(40, this::mistypedByAnActivity)
			.with(30, this::mistypedByMoney)
			.with(20, this::calledOtherwiseByMany)
			.with(10, this::neverPublished);
	}

	Repertoire knownPlans() {
		return new Repertoire().with(30, this::publishedLater)
			.with(20, this::namedAndWithdrawnSince)
			.with(20, this::mistypedAndPutRight)
			.with(15, this::mistypedAndWithdrawn)
			.with(15, this::mistypedAndReversed);
	}

	private void late(String province) {
		this.world.begin("a milestone is past its day and not reported as done");
		missed(plan(province), due(), "M1");
	}

	private void lateSinceYesterday(String province) {
		this.world.begin("a milestone was due yesterday");
		missed(plan(province), World.TODAY.minusDays(1), "M1");
	}

	private void broughtForwardAndMissed(String province) {
		this.world.begin("a milestone was brought forward, and is past its new day");
		PlanRecorded.Builder plan = plan(province);
		with(plan, planned("M1", World.TODAY.plusDays(60)));
		missed(Papers.revised(plan), due(), "M1");
	}

	private void addedLate(String province) {
		this.world.begin("a milestone was added that was late already");
		PlanRecorded.Builder plan = plan(province);
		with(plan, Papers.milestone("M1", due(), MilestoneStatus.DONE));
		missed(Papers.revised(plan), due().minusDays(200), "M2");
	}

	private void oneDoneOneNot(String province) {
		this.world.begin("one milestone is done, and the next one late");
		PlanRecorded.Builder plan = plan(province);
		LocalDate due = due();
		with(plan, Papers.milestone("M1", due.minusDays(30), MilestoneStatus.DONE), planned("M2", due),
				planned("M3", World.TODAY.plusDays(50)));
		this.world.truth(LATE, late(plan, due));
	}

	private void lateInAPlanCalledComplete(String province) {
		this.world.begin("the plan is called complete, but its last milestone was forgotten");
		PlanRecorded.Builder plan = plan(province);
		plan.setStatus(PlanStatus.COMPLETED);
		missed(plan, due(), "M1");
	}

	private void doneLate(String province) {
		this.world.begin("a milestone was done after its day");
		PlanRecorded.Builder plan = plan(province);
		LocalDate due = due();
		with(plan, planned("M1", due));
		with(Papers.revised(plan),
				Milestone.newBuilder(Papers.milestone("M1", due, MilestoneStatus.DONE)).setDoneOn(World.TODAY).build());
	}

	private void dueToday(String province) {
		this.world.begin("a milestone is due today");
		with(plan(province), planned("M1", World.TODAY));
	}

	private void givenUp(String province) {
		this.world.begin("a milestone was cancelled");
		with(plan(province), Papers.milestone("M1", due(), MilestoneStatus.CANCELLED));
	}

	private void ofADraft(String province) {
		this.world.begin("a milestone of a draft");
		PlanRecorded.Builder plan = plan(province);
		plan.setStatus(PlanStatus.DRAFT);
		with(plan, planned("M1", due()));
	}

	private void ofAWithdrawnPlan(String province) {
		this.world.begin("a milestone of a plan that was withdrawn");
		PlanRecorded.Builder plan = plan(province);
		with(plan, planned("M1", due()));
		PlanRecorded.Builder withdrawn = Papers.revised(plan);
		withdrawn.setStatus(PlanStatus.WITHDRAWN);
		this.world.publish(withdrawn);
	}

	private void putOff(String province) {
		this.world.begin("a milestone was put off before it was late");
		PlanRecorded.Builder plan = plan(province);
		with(plan, planned("M1", due()));
		with(Papers.revised(plan), planned("M1", World.TODAY.plusDays(30)));
	}

	private void completedWithoutTicking(String province) {
		this.world.begin("the plan is complete, milestone and all; nobody ticked it");
		PlanRecorded.Builder plan = plan(province);
		plan.setStatus(PlanStatus.COMPLETED);
		with(plan, planned("M1", due()));
	}

	private void mistypedByAnActivity(String province) {
		this.world.begin("an activity names its plan by a wrong code");
		ActivityRecorded.Builder activity = activity(province);
		activity.setPlan(activity.getPlan() + "x");
		this.world.publish(activity);
		this.world.truth(UNKNOWN, activity.getPlan());
	}

	private void mistypedByMoney(String province) {
		this.world.begin("a posting names its plan by a wrong code");
		BudgetPosted.Builder money = money(province);
		money.setPlan(money.getPlan() + "x");
		this.world.publish(money);
		this.world.truth(UNKNOWN, money.getPlan());
	}

	private void calledOtherwiseByMany(String province) {
		this.world.begin("activities and money name the plan by a name of the agency's own");
		ActivityRecorded.Builder activity = activity(province);
		String name = "แผน-" + activity.getPlan().substring(activity.getPlan().indexOf(':') + 1);
		ActivityRecorded.Builder other = activity(province);
		BudgetPosted.Builder money = money(province);
		activity.setPlan(name);
		other.setPlan(name);
		money.setPlan(name);
		this.world.publish(activity, other, money);
		this.world.truth(UNKNOWN, name);
	}

	private void neverPublished(String province) {
		this.world.begin("the plan was never published");
		PlanRecorded.Builder plan = plan(province);
		ActivityRecorded.Builder activity = activity(province);
		activity.setPlan(plan.getEntityId());
		this.world.publish(activity);
		this.world.truth(UNKNOWN, plan.getEntityId());
	}

	private void publishedLater(String province) {
		this.world.begin("the plan was published after the activity that names it");
		PlanRecorded.Builder plan = plan(province);
		ActivityRecorded.Builder activity = activity(province);
		activity.setPlan(plan.getEntityId());
		this.world.publish(activity, plan);
	}

	private void namedAndWithdrawnSince(String province) {
		this.world.begin("the plan was published, and withdrawn since");
		PlanRecorded.Builder plan = plan(province);
		PlanRecorded.Builder withdrawn = Papers.revised(plan);
		withdrawn.setStatus(PlanStatus.WITHDRAWN);
		ActivityRecorded.Builder activity = activity(province);
		activity.setPlan(plan.getEntityId());
		this.world.publish(plan, activity, withdrawn);
	}

	private void mistypedAndPutRight(String province) {
		this.world.begin("a wrong code was put right");
		ActivityRecorded.Builder activity = activity(province);
		ActivityRecorded.Builder right = Papers.revised(activity);
		activity.setPlan(activity.getPlan() + "x");
		this.world.publish(activity, right);
	}

	private void mistypedAndWithdrawn(String province) {
		this.world.begin("an activity with a wrong code was withdrawn");
		ActivityRecorded.Builder activity = activity(province);
		activity.setPlan(activity.getPlan() + "x");
		activity.setStatus(ActivityStatus.WITHDRAWN);
		this.world.publish(activity);
	}

	private void mistypedAndReversed(String province) {
		this.world.begin("a posting with a wrong code was reversed");
		BudgetPosted.Builder money = money(province);
		BudgetPosted.Builder reversal = this.world.papers().reversal(money, money.getPostedOn().plusDays(2));
		money.setPlan(money.getPlan() + "x");
		reversal.setPlan(this.dice.inHundred(50) ? money.getPlan() : null);
		this.world.publish(money, reversal);
	}

	private void missed(PlanRecorded.Builder plan, LocalDate due, String code) {
		with(plan, planned(code, due));
		this.world.truth(LATE, late(plan, due));
	}

	private static String late(PlanRecorded.Builder plan, LocalDate due) {
		return plan.getEntityId() + " " + due;
	}

	private void with(PlanRecorded.Builder plan, Milestone... milestones) {
		plan.setMilestones(List.of(milestones));
		this.world.publish(plan);
	}

	private static Milestone planned(String code, LocalDate due) {
		return Papers.milestone(code, due, MilestoneStatus.PLANNED);
	}

	private LocalDate due() {
		return World.TODAY.minusDays(2 + this.dice.below(80));
	}

	private PlanRecorded.Builder plan(String province) {
		return this.world.papers()
			.plan(this.world.agencies(province).getFirst(), PROGRAMME, List.of(this.world.tambon(province)));
	}

	/** Of a plan that stands. */
	private ActivityRecorded.Builder activity(String province) {
		PlanRecorded.Builder plan = plan(province);
		ActivityRecorded.Builder activity = this.world.ordinary(plan.getAgency(),
				List.of(plan.getAreas().getFirst().getArea()));
		activity.setPlan(plan.getEntityId());
		this.world.publish(plan);
		return activity;
	}

	/** Of a plan that stands. */
	private BudgetPosted.Builder money(String province) {
		PlanRecorded.Builder plan = plan(province);
		BudgetPosted.Builder money = this.world.papers()
			.posting(plan.getAgency(), this.world.papers().newLine(), plan.getAreas().getFirst().getArea(),
					BudgetPhase.ALLOTTED, 20_000, World.TODAY.minusDays(10 + this.dice.below(60)));
		money.setPlan(plan.getEntityId());
		this.world.publish(plan);
		return money;
	}

}
