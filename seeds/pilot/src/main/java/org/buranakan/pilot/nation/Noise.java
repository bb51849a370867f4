package org.buranakan.pilot.nation;

import java.util.ArrayList;
import java.util.List;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.MilestoneStatus;
import org.buranakan.schemas.event.PlanRecorded;

/** What agencies do every day and nobody needs to look at. */
final class Noise {

	private final World world;

	private final Dice dice;

	Noise(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	/**
	 * A project with its plan, activities and money; and complaints that were counted.
	 */
	void tell(String province) {
		this.world.begin("an ordinary project");
		String agency = this.world.agencies(province).getFirst();
		List<String> areas = List.of(this.world.tambon(province));
		PlanRecorded.Builder plan = plan(agency, areas);
		Line line = Line.of(this.world, agency, areas.getFirst());
		for (int turn = this.dice.below(4); turn >= 0; turn--) {
			ActivityRecorded.Builder activity = activity(agency, province, areas);
			activity.setPlan(this.dice.inHundred(70) ? plan.getEntityId() : null);
			this.world.publish(activity);
			money(line.forActivity(activity.getEntityId()), activity);
			report(activity);
		}
		this.world.publish(this.world.papers()
			.complaints(agency, this.world.tambon(province), World.TODAY.minusDays(30 + this.dice.below(60)),
					this.dice.below(40)));
	}

	private PlanRecorded.Builder plan(String agency, List<String> areas) {
		PlanRecorded.Builder plan = this.world.papers().plan(agency, "good-governance", areas);
		plan.setMilestones(List.of(
				Papers.milestone("M1", World.TODAY.minusDays(10 + this.dice.below(60)), MilestoneStatus.DONE),
				Papers.milestone("M2", World.TODAY.plusDays(10 + this.dice.below(60)), MilestoneStatus.PLANNED)));
		this.world.publish(plan);
		return plan;
	}

	/** Some name the amphoe only, some the quarter only. */
	private ActivityRecorded.Builder activity(String agency, String province, List<String> areas) {
		List<String> named = new ArrayList<>(this.dice.inHundred(70) ? areas : List.of(this.world.tambon(province)));
		if (this.dice.inHundred(5)) {
			named = List.of(Country.amphoe(named.getFirst()));
		}
		ActivityRecorded.Builder activity = this.world.ordinary(agency, named);
		if (this.dice.inHundred(5) && activity.getStatus() == ActivityStatus.PLANNED) {
			activity.setEndsOn(activity.getStartsOn().plusDays(89));
			activity.setDatePrecision(DatePrecision.QUARTER);
		}
		return activity;
	}

	private void money(Line line, ActivityRecorded.Builder activity) {
		long baht = 5_000L + this.dice.below(40_000);
		line.funded(baht);
		if (activity.getStatus() == ActivityStatus.DONE) {
			line.paid(baht - this.dice.below(2_000), 20 + this.dice.below(100));
		}
	}

	/** The figures of what is over come later. */
	private void report(ActivityRecorded.Builder activity) {
		if (activity.getStatus() == ActivityStatus.DONE) {
			ActivityRecorded.Builder report = Papers.revised(activity);
			report.setParticipants(20L + this.dice.below(60));
			this.world.publish(report);
		}
	}

}
