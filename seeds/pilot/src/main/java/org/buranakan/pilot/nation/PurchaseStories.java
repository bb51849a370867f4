package org.buranakan.pilot.nation;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.BudgetPosted;
import org.jspecify.annotations.Nullable;

/**
 * Purchases that were split so that each part stays below the limit of 500,000 baht, and
 * such as were not.
 */
final class PurchaseStories {

	static final String RULE = "split-purchase";

	private final World world;

	private final Dice dice;

	PurchaseStories(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	Repertoire truths() {
		return new Repertoire().with(30, this::inTwo)
			.with(25, this::inSeveral)
			.with(14, this::overTwoTambons)
			.with(12, this::eachAtTheLimit)
			.with(11, this::onePartEnteredAnew)
			.with(3, this::onePartWithoutRecipient)
			.with(2, this::withoutMethod)
			.with(3, this::overTwoLines);
	}

	Repertoire nearMisses() {
		return new Repertoire().with(20, this::twoRecipients)
			.with(20, this::monthsApart)
			.with(20, this::togetherBelowTheLimit)
			.with(15, this::openToAll)
			.with(15, this::onePartTakenBack)
			.with(7, this::oneAboveTheLimitAlone)
			.with(3, this::twoPurchasesOfOneShop);
	}

	private void inTwo(String province) {
		Line line = line(province, "one purchase was paid in two parts within days");
		buy(line, "shop-a", 300_000 + this.dice.below(100_000), 40);
		buy(line, "shop-a", 280_000, 41 + this.dice.below(20));
		truth(line);
	}

	private void inSeveral(String province) {
		Line line = line(province, "one purchase was paid in parts, week by week");
		int parts = 3 + this.dice.below(2);
		for (int part = 0; part < parts; part++) {
			buy(line, "shop-a", 190_000 + this.dice.below(200_000), 40 + 7 * part);
		}
		truth(line);
	}

	private void overTwoTambons(String province) {
		Line line = line(province, "one purchase was paid in parts for two tambons");
		buy(line, "shop-a", 350_000, 50);
		buy(line.in(this.world.tambon(province)).funded(2_000_000), "shop-a", 350_000, 52);
		truth(line);
	}

	private void eachAtTheLimit(String province) {
		Line line = line(province, "one purchase was paid in two parts, each at the limit");
		buy(line, "shop-a", 500_000, 50);
		buy(line, "shop-a", 500_000, 50);
		truth(line);
	}

	private void onePartEnteredAnew(String province) {
		Line line = line(province, "one purchase was paid in two parts; one entry was mended");
		BudgetPosted.Builder wrong = purchase(line, "shop-a", 30_000, 50);
		this.world.publish(wrong);
		line.reversed(wrong, 53);
		buy(line, "shop-a", 300_000, 50);
		buy(line, "shop-a", 400_000, 55);
		truth(line);
	}

	private void onePartWithoutRecipient(String province) {
		Line line = line(province, "one purchase was paid in two parts, and of one the recipient is not published");
		buy(line, "shop-a", 350_000, 50);
		buy(line, null, 350_000, 52);
		truth(line);
	}

	private void withoutMethod(String province) {
		Line line = line(province, "one purchase was paid in two parts, and the method is not published");
		for (int day = 50; day < 60; day += 5) {
			BudgetPosted.Builder payment = purchase(line, "shop-a", 350_000, day);
			payment.setProcurement(null);
			this.world.publish(payment);
		}
		truth(line);
	}

	private void overTwoLines(String province) {
		Line line = line(province, "one purchase was paid in two parts from two lines");
		Line other = Line.of(this.world, line.agency(), this.world.tambon(province)).funded(2_000_000);
		buy(line, "shop-a", 350_000, 50);
		buy(other, "shop-a", 350_000, 52);
		truth(line);
	}

	private void twoRecipients(String province) {
		Line line = line(province, "two purchases of two shops");
		buy(line, "shop-a", 350_000, 50);
		buy(line, "shop-b", 350_000, 52);
	}

	private void monthsApart(String province) {
		Line line = line(province, "two purchases of one shop, more than a month apart");
		buy(line, "shop-a", 350_000, 40);
		buy(line, "shop-a", 350_000, 70 + this.dice.below(40));
	}

	private void togetherBelowTheLimit(String province) {
		Line line = line(province, "payments that are together no more than the limit");
		buy(line, "shop-a", 200_000, 50);
		buy(line, "shop-a", 100_000, 52);
		buy(line, "shop-a", 200_000, 60);
	}

	private void openToAll(String province) {
		Line line = line(province, "instalments of a contract that all could bid for");
		line.paid(400_000, 50).paid(400_000, 60).paid(400_000, 70);
	}

	private void onePartTakenBack(String province) {
		Line line = line(province, "a payment was entered twice and taken back once");
		BudgetPosted.Builder twice = purchase(line, "shop-a", 400_000, 50);
		buy(line, "shop-a", 400_000, 50);
		this.world.publish(twice);
		line.reversed(twice, 58);
	}

	private void oneAboveTheLimitAlone(String province) {
		Line line = line(province, "one payment above the limit, and a small one of the same shop");
		buy(line, "shop-a", 700_000, 50);
		buy(line, "shop-a", 40_000, 55);
	}

	private void twoPurchasesOfOneShop(String province) {
		Line line = line(province, "two purchases of one shop that have nothing to do with each other");
		buy(line, "shop-a", 300_000, 50);
		buy(line, "shop-a", 300_000, 65);
	}

	private void buy(Line line, @Nullable String shop, long baht, int day) {
		this.world.publish(purchase(line, shop, baht, day));
	}

	private static BudgetPosted.Builder purchase(Line line, @Nullable String shop, long baht, int day) {
		BudgetPosted.Builder payment = line.payment(baht, day);
		payment.setProcurement("specific");
		payment.setRecipient(shop);
		return payment;
	}

	private void truth(Line line) {
		this.world.truth(RULE, line.code());
	}

	private Line line(String province, String story) {
		this.world.begin(story);
		return Line.of(this.world, this.world.agencies(province).getFirst(), this.world.tambon(province))
			.funded(2_000_000);
	}

}
