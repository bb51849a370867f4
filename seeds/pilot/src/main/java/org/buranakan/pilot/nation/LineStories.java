package org.buranakan.pilot.nation;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;

/**
 * Budget lines of which more is paid than there is, or sooner than it may be; and such as
 * are in order.
 */
final class LineStories {

	static final String OVER = "over-disbursed";

	static final String ORDER = "phase-out-of-order";

	private final World world;

	private final Dice dice;

	LineStories(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	Repertoire over() {
		return new Repertoire().with(30, this::paidMoreThanAllotted)
			.with(20, this::paidTwice)
			.with(15, this::paidMoreThanAnybodyApproved)
			.with(14, this::allotmentTakenBack)
			.with(14, this::tooLittleCameBack)
			.with(4, this::paidMoreThanWasAllottedToTheAmphoe)
			.with(3, this::paidMoreThanAnUnpublishedAllotment);
	}

	Repertoire within() {
		return new Repertoire().with(20, this::allPaid)
			.with(20, this::paidTwiceAndTakenBack)
			.with(20, this::paidTooMuchAndReturned)
			.with(20, this::allottedMoreLater)
			.with(15, this::allottedForTheAmphoe)
			.with(5, this::givenBackUnspent);
	}

	Repertoire tooSoon() {
		return new Repertoire().with(30, this::paidBeforeAllotted)
			.with(30, this::committedBeforeApproved)
			.with(20, this::secondPaymentTooSoon)
			.with(12, this::paidOnTheDayBefore)
			.with(4, this::neverApproved)
			.with(4, this::approvedForTheNextTambon);
	}

	Repertoire inOrder() {
		return new Repertoire().with(20, this::allOnOneDay)
			.with(20, this::approvalEnteredLate)
			.with(20, this::paidTooSoonByMistake)
			.with(17, this::approvalPutRight)
			.with(3, this::approvalPutRightUnderANewDate)
			.with(10, this::committedAndReleased)
			.with(10, this::approvedForTheAmphoe);
	}

	private void paidMoreThanAllotted(String province) {
		Line line = line(province, "more was paid than allotted, though not more than approved");
		line.approved(200_000, 2).allotted(100_000, 10).paid(60_000, 40).paid(50_000 + this.dice.below(50_000), 60);
		this.world.truth(OVER, line.place());
	}

	private void paidTwice(String province) {
		Line line = line(province, "a payment was entered twice, and nobody noticed");
		line.approved(200_000, 2).allotted(100_000, 10).paid(90_000, 45).paid(90_000, 45);
		this.world.truth(OVER, line.place());
	}

	private void paidMoreThanAnybodyApproved(String province) {
		Line line = line(province, "more was paid than anybody approved or allotted");
		line.funded(100_000).paid(80_000, 40).paid(40_000, 70);
		this.world.truth(OVER, line.place());
		this.world.truth(ORDER, line.place());
	}

	private void allotmentTakenBack(String province) {
		Line line = line(province, "a part of the allotment was taken back after it had been paid");
		BudgetPosted.Builder part = line.posting(BudgetPhase.ALLOTTED, 60_000, 12);
		line.approved(200_000, 2).allotted(60_000, 9);
		this.world.publish(part);
		line.paid(100_000, 50).reversed(part, 80);
		this.world.truth(OVER, line.place());
	}

	private void tooLittleCameBack(String province) {
		Line line = line(province, "too much was paid, and only some of it came back");
		line.approved(200_000, 2).allotted(100_000, 9).paid(150_000, 50).returned(20_000, 80);
		this.world.truth(OVER, line.place());
	}

	private void paidMoreThanWasAllottedToTheAmphoe(String province) {
		Line line = line(province, "more was paid than the whole amphoe was allotted");
		wider(line).approved(200_000, 2).allotted(60_000, 9);
		line.approved(200_000, 2).allotted(40_000, 9).paid(120_000, 60);
		this.world.truth(OVER, line.place());
	}

	private void paidMoreThanAnUnpublishedAllotment(String province) {
		Line line = line(province, "more was paid than allotted, but the allotment was never published");
		line.approved(200_000, 2).paid(120_000, 60);
		this.world.truth(OVER, line.place());
	}

	private void allPaid(String province) {
		line(province, "all that was allotted is paid").funded(100_000).paid(60_000, 40).paid(40_000, 70);
	}

	private void paidTwiceAndTakenBack(String province) {
		Line line = line(province, "a payment was entered twice, and the second one reversed");
		BudgetPosted.Builder second = line.payment(90_000, 45);
		line.funded(100_000).paid(90_000, 45);
		this.world.publish(second);
		line.reversed(second, 47);
	}

	private void paidTooMuchAndReturned(String province) {
		Line line = line(province, "too much was paid, and what was too much came back");
		line.approved(200_000, 2).allotted(100_000, 9).paid(150_000, 50).returned(50_000, 80);
	}

	private void allottedMoreLater(String province) {
		Line line = line(province, "more was allotted before more was paid");
		line.approved(200_000, 2).allotted(100_000, 9).paid(90_000, 40).allotted(80_000, 60).paid(85_000, 75);
	}

	private void allottedForTheAmphoe(String province) {
		Line line = line(province, "what was paid in the tambon was allotted for its amphoe");
		wider(line).funded(300_000);
		line.paid(70_000, 60);
	}

	private void givenBackUnspent(String province) {
		line(province, "some of the allotment went back unspent").funded(100_000).paid(40_000, 50).returned(60_000, 90);
	}

	private void paidBeforeAllotted(String province) {
		Line line = line(province, "it was paid weeks before it was approved and allotted");
		line.paid(80_000, 20).approved(100_000, 45).allotted(100_000, 50);
		this.world.truth(ORDER, line.place());
	}

	private void committedBeforeApproved(String province) {
		Line line = line(province, "a contract was signed before anything was approved");
		line.posted(BudgetPhase.COMMITTED, 80_000, 15).approved(100_000, 40).allotted(100_000, 50).paid(80_000, 70);
		this.world.truth(ORDER, line.place());
	}

	private void secondPaymentTooSoon(String province) {
		Line line = line(province, "the second payment came before the second allotment");
		line.funded(50_000).paid(50_000, 30).paid(30_000, 50).approved(40_000, 70).allotted(40_000, 72);
		this.world.truth(ORDER, line.place());
	}

	private void paidOnTheDayBefore(String province) {
		Line line = line(province, "it was paid on the day before it was approved");
		line.paid(30_000, 44).approved(100_000, 45).allotted(100_000, 46);
		this.world.truth(ORDER, line.place());
	}

	private void neverApproved(String province) {
		Line line = line(province, "it was paid before it was approved, and no approval was ever published");
		line.paid(30_000, 44);
		this.world.truth(ORDER, line.place());
	}

	private void approvedForTheNextTambon(String province) {
		Line line = line(province, "it was paid too soon, and its approval names another tambon");
		line.paid(30_000, 44);
		line.in(this.world.tambon(province)).approved(100_000, 60);
		this.world.truth(ORDER, line.place());
	}

	private void allOnOneDay(String province) {
		line(province, "approved, allotted and paid on one day, published in any order").paid(80_000, 30)
			.allotted(80_000, 30)
			.approved(80_000, 30);
	}

	private void approvalEnteredLate(String province) {
		line(province, "the approval was published after the payment, under its own, earlier day").paid(80_000, 60)
			.funded(80_000);
	}

	private void paidTooSoonByMistake(String province) {
		Line line = line(province, "a payment was entered under a wrong day, reversed and entered anew");
		BudgetPosted.Builder wrong = line.payment(80_000, 4);
		this.world.publish(wrong);
		line.reversed(wrong, 80).approved(80_000, 20).allotted(80_000, 25).paid(80_000, 74);
	}

	private void approvalPutRight(String province) {
		putRight(line(province, "the approval was reversed and entered anew under its own day"), 2);
	}

	private void approvalPutRightUnderANewDate(String province) {
		putRight(line(province, "the approval was reversed and entered anew under the day of the correction"), 70);
	}

	private void putRight(Line line, int day) {
		BudgetPosted.Builder approval = line.posting(BudgetPhase.APPROVED, 100_000, 2);
		this.world.publish(approval);
		line.paid(60_000, 40).reversed(approval, 70).approved(90_000, day);
	}

	private void committedAndReleased(String province) {
		Line line = line(province, "a contract was entered too soon, and taken back");
		BudgetPosted.Builder contract = line.posting(BudgetPhase.COMMITTED, 80_000, 5);
		this.world.publish(contract);
		line.reversed(contract, 60)
			.approved(100_000, 30)
			.allotted(100_000, 32)
			.posted(BudgetPhase.COMMITTED, 80_000, 62);
	}

	private void approvedForTheAmphoe(String province) {
		Line line = line(province, "what was committed in the tambon was approved for its amphoe");
		wider(line).funded(300_000);
		line.posted(BudgetPhase.COMMITTED, 70_000, 60);
	}

	private static Line wider(Line line) {
		String area = line.place().substring(line.place().lastIndexOf(':') + 1);
		return line.in(Country.amphoe(area));
	}

	private Line line(String province, String story) {
		this.world.begin(story);
		return Line.of(this.world, this.world.agencies(province).getFirst(), this.world.tambon(province));
	}

}
