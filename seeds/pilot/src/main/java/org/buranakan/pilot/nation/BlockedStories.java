package org.buranakan.pilot.nation;

import java.time.LocalDate;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.jspecify.annotations.Nullable;

/** Activities whose money is held when it is needed, and such as have theirs in time. */
final class BlockedStories {

	static final String RULE = "blocked-money";

	private static final String RESTRICTION = "training-rule";

	private static final long BAHT = 90_000;

	private static final int ALLOTTED_ON = 70;

	private final World world;

	private final Dice dice;

	BlockedStories(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	Repertoire truths() {
		return new Repertoire().with(35, this::beforeItsStart)
			.with(15, this::pastItsStart)
			.with(12, this::paidInPart)
			.with(10, this::heldForTwoReasons)
			.with(9, this::paidAndCameBack)
			.with(8, this::amountPutRight)
			.with(8, this::atAPartnersReport)
			.with(3, this::activityNotNamed);
	}

	Repertoire nearMisses() {
		return new Repertoire().with(20, this::released)
			.with(12, this::paidInSpiteOfIt)
			.with(12, this::givenBack)
			.with(14, this::notYetNear)
			.with(12, this::doneOrOff)
			.with(12, this::movedToLater)
			.with(12, this::otherMoneyIsFree)
			.with(6, this::releasedInShort);
	}

	private void beforeItsStart(String province) {
		ActivityRecorded.Builder activity = soon(province, "an activity starts within a month, and its money is held");
		hold(activity, BAHT, RESTRICTION);
		truth(activity);
	}

	private void pastItsStart(String province) {
		ActivityRecorded.Builder activity = starting(province, World.TODAY.minusDays(1 + this.dice.below(20)),
				"an activity should have begun, and its money is held");
		hold(activity, BAHT, RESTRICTION);
		truth(activity);
	}

	private void paidInPart(String province) {
		ActivityRecorded.Builder activity = soon(province, "a part is paid, and the rest of the money is held");
		hold(activity, BAHT, RESTRICTION).paid(BAHT / 3, 100);
		truth(activity);
	}

	private void heldForTwoReasons(String province) {
		ActivityRecorded.Builder activity = soon(province, "the money is held for two reasons");
		hold(activity, BAHT, RESTRICTION);
		hold(activity, BAHT / 2, "mou-pending");
		truth(activity);
	}

	private void paidAndCameBack(String province) {
		ActivityRecorded.Builder activity = soon(province, "what was paid came back, and the money is held as before");
		hold(activity, BAHT, RESTRICTION).paid(BAHT, 90).returned(BAHT, 110);
		truth(activity);
	}

	private void amountPutRight(String province) {
		ActivityRecorded.Builder activity = soon(province, "the held amount was put right");
		Line line = line(activity).approved(2 * BAHT, 20);
		BudgetPosted.Builder wrong = held(line, 2 * BAHT, RESTRICTION);
		this.world.publish(wrong, held(line, BAHT, RESTRICTION));
		line.reversed(wrong, ALLOTTED_ON + 3);
		truth(activity);
	}

	private void atAPartnersReport(String province) {
		ActivityRecorded.Builder activity = soon(province, "the money is held at a partner's report of the activity");
		String partner = this.world.agencies(province)
			.stream()
			.filter((agency) -> !agency.equals(activity.getAgency()))
			.findFirst()
			.orElseThrow();
		ActivityRecorded.Builder report = this.world.papers()
			.activity(partner, activity.getKind(), activity.getAreas(), activity.getStartsOn(), activity.getEndsOn());
		report.setSameAs(activity.getEntityId());
		this.world.publish(report);
		hold(report, BAHT, RESTRICTION);
		this.world.truth(RULE, activity.getEntityId(), report.getEntityId());
	}

	private void activityNotNamed(String province) {
		ActivityRecorded.Builder activity = soon(province, "the money is held, but does not say for what it is");
		Line line = Line.of(this.world, activity.getAgency(), activity.getAreas().getFirst()).approved(BAHT, 20);
		this.world.publish(held(line, BAHT, RESTRICTION));
		truth(activity);
	}

	private void released(String province) {
		ActivityRecorded.Builder activity = soon(province, "the money was held and has been released");
		Line line = line(activity).approved(BAHT, 20);
		BudgetPosted.Builder held = held(line, BAHT, RESTRICTION);
		this.world.publish(held);
		line.reversed(held, ALLOTTED_ON + 20).allotted(BAHT, ALLOTTED_ON + 20);
	}

	private void paidInSpiteOfIt(String province) {
		hold(soon(province, "the money was paid in spite of the restriction"), BAHT, RESTRICTION).paid(BAHT, 100);
	}

	private void givenBack(String province) {
		hold(soon(province, "the held money was given back"), BAHT, RESTRICTION).returned(BAHT, 100);
	}

	private void notYetNear(String province) {
		hold(starting(province, World.TODAY.plusDays(31 + this.dice.below(90)), "the money is held, but there is time"),
				BAHT, RESTRICTION);
	}

	private void doneOrOff(String province) {
		ActivityRecorded.Builder activity = soon(province, "the money is held, and the activity is over or off");
		hold(activity, BAHT, RESTRICTION);
		ActivityRecorded.Builder over = Papers.revised(activity);
		over.setStatus(this.dice.inHundred(50) ? ActivityStatus.DONE : ActivityStatus.CANCELLED);
		this.world.publish(over);
	}

	private void movedToLater(String province) {
		ActivityRecorded.Builder activity = soon(province, "the money is held, and the activity was moved to later");
		hold(activity, BAHT, RESTRICTION);
		ActivityRecorded.Builder moved = Papers.revised(activity);
		moved.setStartsOn(World.TODAY.plusDays(180));
		moved.setEndsOn(World.TODAY.plusDays(180));
		this.world.publish(moved);
	}

	private void otherMoneyIsFree(String province) {
		ActivityRecorded.Builder activity = soon(province,
				"the activity's money is free; other money of its tambon is held");
		line(activity).funded(BAHT);
		Line other = Line.of(this.world, activity.getAgency(), activity.getAreas().getFirst()).approved(BAHT, 20);
		this.world.publish(held(other, BAHT, "instalment-pending"));
	}

	private void releasedInShort(String province) {
		ActivityRecorded.Builder activity = soon(province,
				"the money was released by a reversal that names no activity");
		Line line = line(activity).approved(BAHT, 20);
		BudgetPosted.Builder held = held(line, BAHT, RESTRICTION);
		BudgetPosted.Builder reversal = this.world.papers().reversal(held, held.getPostedOn().plusDays(20));
		reversal.setActivity(null);
		reversal.setRestriction(null);
		this.world.publish(held, reversal);
		line.allotted(BAHT, ALLOTTED_ON + 20);
	}

	private Line hold(ActivityRecorded.Builder activity, long baht, @Nullable String restriction) {
		Line line = line(activity).approved(baht, 20);
		this.world.publish(held(line, baht, restriction));
		return line;
	}

	private static BudgetPosted.Builder held(Line line, long baht, @Nullable String restriction) {
		BudgetPosted.Builder held = line.posting(BudgetPhase.ALLOTTED, baht, ALLOTTED_ON);
		held.setRestriction(restriction);
		return held;
	}

	private Line line(ActivityRecorded.Builder activity) {
		return Line.of(this.world, activity.getAgency(), activity.getAreas().getFirst())
			.forActivity(activity.getEntityId());
	}

	private void truth(ActivityRecorded.Builder activity) {
		this.world.truth(RULE, activity.getEntityId());
	}

	private ActivityRecorded.Builder soon(String province, String story) {
		return starting(province, World.TODAY.plusDays(this.dice.below(31)), story);
	}

	private ActivityRecorded.Builder starting(String province, LocalDate from, String story) {
		this.world.begin(story);
		ActivityRecorded.Builder activity = this.world.planned(this.world.agencies(province).getFirst(), province, from,
				from.plusDays(1));
		this.world.publish(activity);
		return activity;
	}

}
