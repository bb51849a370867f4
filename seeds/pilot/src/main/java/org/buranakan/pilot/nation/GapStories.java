package org.buranakan.pilot.nation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.jspecify.annotations.Nullable;

/**
 * The programme's plans name three of five tambons of a province. Most of them somebody
 * looks after; one in eight nobody does.
 */
final class GapStories {

	static final String RULE = "left-out";

	static final String PROGRAMME = "bigrock";

	private static final int TAMBONS_IN_A_PLAN = 10;

	private final World world;

	private final Dice dice;

	GapStories(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	/** All the programme's tambons of the province, once. */
	void tell(String province) {
		List<String> named = new ArrayList<>(
				this.world.country().tambons(province).stream().filter((tambon) -> this.dice.inHundred(60)).toList());
		List<String> forgotten = named.stream().filter((tambon) -> this.dice.below(8) == 0).toList();
		forgotten.forEach(this.world::leaveAlone);
		while (!named.isEmpty()) {
			List<String> some = named.subList(0, Math.min(TAMBONS_IN_A_PLAN, named.size()));
			String agency = this.world.agencies(province).getFirst();
			PlanRecorded.Builder plan = this.world.papers().plan(agency, PROGRAMME, some);
			this.world.begin("a plan of the programme");
			this.world.publish(plan);
			if (this.dice.inHundred(25)) {
				this.world.publish(this.world.meeting(agency, province, plan.getEntityId()));
			}
			for (String tambon : List.copyOf(some)) {
				BiConsumer<PlanRecorded.Builder, String> fate = forgotten.contains(tambon) ? forgotten()
						: lookedAfter();
				fate.accept(plan, tambon);
			}
			some.clear();
		}
	}

	private BiConsumer<PlanRecorded.Builder, String> forgotten() {
		int throwOf = this.dice.below(100);
		return (throwOf < 45) ? this::nothing
				: (throwOf < 63) ? this::offAgain
						: (throwOf < 75) ? this::movedElsewhere : (throwOf < 85) ? this::enteredForTheNextTambon
								: (throwOf < 97) ? this::someoneElsesPlanOnly : this::behindTheAmphoe;
	}

	private BiConsumer<PlanRecorded.Builder, String> lookedAfter() {
		int throwOf = this.dice.below(200);
		return (throwOf < 100) ? this::byThePlan : (throwOf < 130) ? this::byAnotherAgency
				: (throwOf < 150) ? this::togetherWithAnother : (throwOf < 165) ? this::cancelledAndReplaced
						: (throwOf < 175) ? this::postponed : (throwOf < 185) ? this::underAnotherPlan
								: (throwOf < 199) ? this::byAnActivityOfTheAmphoe : this::unseenByAnActivityOfTheAmphoe;
	}

	private void nothing(PlanRecorded.Builder plan, String tambon) {
		truth(tambon, "the plan names the tambon and nothing is done there");
	}

	private void offAgain(PlanRecorded.Builder plan, String tambon) {
		truth(tambon, "the only activity in the tambon was cancelled or withdrawn");
		ActivityRecorded.Builder activity = of(plan, tambon);
		ActivityRecorded.Builder off = Papers.revised(activity);
		off.setStatus(this.dice.oneOf(List.of(ActivityStatus.CANCELLED, ActivityStatus.WITHDRAWN)));
		this.world.publish(activity, off);
	}

	private void movedElsewhere(PlanRecorded.Builder plan, String tambon) {
		truth(tambon, "the only activity was moved to another tambon");
		ActivityRecorded.Builder activity = of(plan, tambon);
		ActivityRecorded.Builder moved = Papers.revised(activity);
		moved.setAreas(elsewhere(activity, tambon));
		this.world.publish(activity, moved);
	}

	private void enteredForTheNextTambon(PlanRecorded.Builder plan, String tambon) {
		truth(tambon, "the plan's activities go to its other tambons, twice to one of them");
		this.world.publish(of(plan, this.world.tambon(province(tambon))));
	}

	private void someoneElsesPlanOnly(PlanRecorded.Builder plan, String tambon) {
		truth(tambon, "two plans name the tambon, and neither does anything there");
		String agency = this.world.agencies(province(tambon)).getFirst();
		this.world.publish(this.world.papers().plan(agency, PROGRAMME, List.of(tambon)));
	}

	private void behindTheAmphoe(PlanRecorded.Builder plan, String tambon) {
		truth(tambon, "nothing is done there, but an activity of a plan names its whole amphoe");
		PlanRecorded.Builder own = this.world.papers().plan(plan.getAgency(), PROGRAMME, List.of(tambon));
		this.world.publish(own, inTheAmphoe(own.getAgency(), own.getEntityId(), tambon));
	}

	private void byThePlan(PlanRecorded.Builder plan, String tambon) {
		fine(tambon, "the plan does something in its tambon");
		this.world.publish(of(plan, tambon));
	}

	private void byAnotherAgency(PlanRecorded.Builder plan, String tambon) {
		fine(tambon, "another agency looks after the tambon");
		this.world.publish(this.world.ordinary(this.world.agencies(province(tambon)).getLast(), List.of(tambon)));
	}

	private void togetherWithAnother(PlanRecorded.Builder plan, String tambon) {
		fine(tambon, "one activity for two tambons");
		ActivityRecorded.Builder activity = this.world.ordinary(plan.getAgency(),
				List.of(this.world.tambon(province(tambon)), tambon));
		activity.setPlan(plan.getEntityId());
		this.world.publish(activity);
	}

	private void cancelledAndReplaced(PlanRecorded.Builder plan, String tambon) {
		offAgainButNot(plan, tambon);
		this.world.publish(of(plan, tambon));
	}

	private void offAgainButNot(PlanRecorded.Builder plan, String tambon) {
		fine(tambon, "one activity in the tambon was cancelled, and another took its place");
		ActivityRecorded.Builder off = of(plan, tambon);
		off.setStatus(ActivityStatus.CANCELLED);
		this.world.publish(off);
	}

	private void postponed(PlanRecorded.Builder plan, String tambon) {
		fine(tambon, "the activity is postponed, not given up");
		ActivityRecorded.Builder activity = of(plan, tambon);
		activity.setStatus(ActivityStatus.POSTPONED);
		this.world.publish(activity);
	}

	private void underAnotherPlan(PlanRecorded.Builder plan, String tambon) {
		fine(tambon, "one plan for the tambon was withdrawn, another stands and acts");
		PlanRecorded.Builder other = this.world.papers()
			.plan(this.world.agencies(province(tambon)).getFirst(), PROGRAMME, List.of(tambon));
		PlanRecorded.Builder withdrawn = Papers.revised(other);
		withdrawn.setStatus(PlanStatus.WITHDRAWN);
		this.world.publish(other, withdrawn, of(plan, tambon));
	}

	private void byAnActivityOfTheAmphoe(PlanRecorded.Builder plan, String tambon) {
		fine(tambon, "an activity of a plan for the whole amphoe reaches the tambon");
		PlanRecorded.Builder own = this.world.papers().plan(plan.getAgency(), PROGRAMME, List.of(tambon));
		this.world.publish(own, inTheAmphoe(own.getAgency(), own.getEntityId(), tambon));
	}

	private void unseenByAnActivityOfTheAmphoe(PlanRecorded.Builder plan, String tambon) {
		fine(tambon, "an activity for the whole amphoe reaches the tambon and names no plan");
		this.world.publish(inTheAmphoe(this.world.agencies(province(tambon)).getLast(), null, tambon));
	}

	private ActivityRecorded.Builder inTheAmphoe(String agency, @Nullable String plan, String tambon) {
		ActivityRecorded.Builder activity = this.world.ordinary(agency, List.of(Country.amphoe(tambon)));
		activity.setPlan(plan);
		return activity;
	}

	private ActivityRecorded.Builder of(PlanRecorded.Builder plan, String tambon) {
		ActivityRecorded.Builder activity = this.world.ordinary(plan.getAgency(), List.of(tambon));
		activity.setPlan(plan.getEntityId());
		return activity;
	}

	/** Another tambon that is free then. */
	private List<String> elsewhere(ActivityRecorded.Builder activity, String tambon) {
		String other = this.world.tambon(province(tambon));
		while (!this.world.take(activity.getAgency(), activity.getKind(), other, activity.getStartsOn(),
				activity.getEndsOn())) {
			other = this.world.tambon(province(tambon));
		}
		return List.of(other);
	}

	private void truth(String tambon, String story) {
		fine(tambon, story);
		this.world.truth(RULE, tambon);
	}

	private void fine(String tambon, String story) {
		this.world.begin(story);
		this.world.note(tambon);
	}

	private static String province(String tambon) {
		return tambon.substring(0, 2);
	}

}
