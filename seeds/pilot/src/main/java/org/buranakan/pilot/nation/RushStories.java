package org.buranakan.pilot.nation;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;

/** Last year's money that was spent in its last month, and such as was not. */
final class RushStories {

	static final String RULE = "year-end-rush";

	/** The first of September is day 335 of a fiscal year. */
	private static final int LAST_MONTH = 335;

	private final World world;

	private final Dice dice;

	RushStories(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	Repertoire truths() {
		return new Repertoire().with(35, this::mostInSeptember)
			.with(20, this::allInSeptember)
			.with(15, this::onTheLastDay)
			.with(14, this::aShareBecauseTheRestCameBack)
			.with(14, this::enteredTwiceAndStillMost)
			.with(2, this::mostInSeptemberAndOneUnreadable);
	}

	Repertoire nearMisses() {
		return new Repertoire().with(30, this::evenly)
			.with(20, this::aThirdInSeptember)
			.with(20, this::septemberTakenBack)
			.with(15, this::septemberReturned)
			.with(11, this::onTheLastDayOfAugust)
			.with(4, this::allottedInSeptemberOnly);
	}

	private void mostInSeptember(String province) {
		Line line = line(province, "most of the year's money was paid in September");
		line.funded(300_000).paid(70_000, 100).paid(30_000, 200).paid(75_000 + this.dice.below(100_000), september());
		truth(line);
	}

	private void allInSeptember(String province) {
		Line line = line(province, "all of the year's money was paid in September");
		line.funded(300_000).paid(150_000, september()).paid(100_000, september());
		truth(line);
	}

	private void onTheLastDay(String province) {
		Line line = line(province, "half of the year's money was paid on the last day");
		line.funded(300_000).paid(100_000, 150).paid(110_000, 364);
		truth(line);
	}

	private void aShareBecauseTheRestCameBack(String province) {
		Line line = line(province, "of what was paid before September half came back: the rest is most");
		line.funded(300_000).paid(120_000, 80).returned(60_000, 160).paid(60_000, september());
		truth(line);
	}

	private void enteredTwiceAndStillMost(String province) {
		Line line = line(province, "a payment of September was entered twice and taken back once; it is most still");
		BudgetPosted.Builder twice = line.payment(90_000, september());
		line.funded(400_000).paid(80_000, 120).paid(90_000, september());
		this.world.publish(twice);
		line.reversed(twice, 364);
		truth(line);
	}

	private void mostInSeptemberAndOneUnreadable(String province) {
		Line line = line(province, "most was paid in September, and the phase of one posting is a word nobody knows");
		line.funded(400_000).paid(50_000, 120).paid(150_000, september()).posted(BudgetPhase.UNKNOWN, 10_000, 130);
		truth(line);
	}

	private void evenly(String province) {
		Line line = line(province, "paid evenly over the year").funded(300_000);
		for (int day = 40; day < 365; day += 40) {
			line.paid(20_000 + this.dice.below(3_000), day);
		}
	}

	private void aThirdInSeptember(String province) {
		line(province, "a good third was paid in September").funded(300_000)
			.paid(65_000, 150)
			.paid(38_000, september());
	}

	private void septemberTakenBack(String province) {
		Line line = line(province, "a payment of September was a mistake and taken back in October");
		BudgetPosted.Builder mistake = line.payment(150_000, september());
		line.funded(300_000).paid(80_000, 120);
		this.world.publish(mistake);
		line.reversed(mistake, 375);
	}

	private void septemberReturned(String province) {
		line(province, "most of what was paid in September came back before the year was over").funded(300_000)
			.paid(100_000, 120)
			.paid(120_000, LAST_MONTH + 2)
			.returned(90_000, LAST_MONTH + 25);
	}

	private void onTheLastDayOfAugust(String province) {
		line(province, "most was paid on the last day of August").funded(300_000)
			.paid(60_000, 120)
			.paid(150_000, LAST_MONTH - 1);
	}

	private void allottedInSeptemberOnly(String province) {
		line(province, "there was no money before September").approved(100_000, LAST_MONTH + 1)
			.allotted(100_000, LAST_MONTH + 2)
			.paid(90_000, LAST_MONTH + 20);
	}

	private void truth(Line line) {
		this.world.truth(RULE, line.year());
	}

	private int september() {
		return LAST_MONTH + this.dice.below(29);
	}

	private Line line(String province, String story) {
		this.world.begin(story);
		return Line.of(this.world, this.world.agencies(province).getFirst(), this.world.tambon(province)).ofLastYear();
	}

}
