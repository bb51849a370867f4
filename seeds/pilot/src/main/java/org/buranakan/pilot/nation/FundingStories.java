package org.buranakan.pilot.nation;

import java.util.List;

import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;

/** Activities that two agencies pay for, and such as only seem so. */
final class FundingStories {

	static final String RULE = "funded-twice";

	private static final long BAHT = 60_000;

	private final World world;

	FundingStories(World world) {
		this.world = world;
	}

	Repertoire truths() {
		return new Repertoire().with(30, this::twoReports)
			.with(25, this::oneReport)
			.with(14, this::byWayOfAThirdReport)
			.with(12, this::bothPaid)
			.with(10, this::mistakesTakenBack)
			.with(4, this::inDifferentPhasesSoFar)
			.with(3, this::oneNamesNoActivity)
			.with(2, this::oneFunderByMistake);
	}

	Repertoire nearMisses() {
		return new Repertoire().with(20, this::onlyProposed)
			.with(20, this::reversed)
			.with(15, this::reversedInShort)
			.with(15, this::allGivenBack)
			.with(10, this::passedOn)
			.with(10, this::oneMoneyReportedByBoth)
			.with(10, this::notTheSameAfterAll);
	}

	private void twoReports(String province) {
		Pair pair = joint(province, "two agencies fund a joint activity, each its own report of it");
		line(pair.first(), pair.first()).funded(BAHT);
		line(pair.second(), pair.second()).funded(BAHT);
		truth(pair);
	}

	private void oneReport(String province) {
		Pair pair = joint(province, "two agencies fund one report of an activity");
		line(pair.first(), pair.first()).funded(BAHT);
		line(pair.second(), pair.first()).approved(BAHT, 20).allotted(BAHT / 2, 40);
		truth(pair);
	}

	private void byWayOfAThirdReport(String province) {
		Pair pair = joint(province, "two agencies fund one activity, whose reports a third one's report connects");
		ActivityRecorded.Builder third = ActivityRecorded.newBuilder(pair.second());
		third.setAgency(pair.third());
		third.setEntityId(pair.third() + ":" + "T" + pair.second().getEntityId().replace(':', '-'));
		third.setOrganiser(pair.third());
		third.setSameAs(pair.second().getEntityId());
		this.world.publish(third);
		line(pair.first(), pair.first()).funded(BAHT);
		line(third, third).funded(BAHT);
		this.world.truth(RULE, pair.first().getEntityId(), pair.second().getEntityId(), third.getEntityId());
	}

	private void bothPaid(String province) {
		Pair pair = joint(province, "two agencies paid for a joint activity");
		line(pair.first(), pair.first()).funded(BAHT).paid(BAHT, 50);
		line(pair.second(), pair.second()).funded(BAHT).paid(BAHT / 2, 55).returned(BAHT / 10, 80);
		truth(pair);
	}

	private void mistakesTakenBack(String province) {
		Pair pair = joint(province, "two agencies fund a joint activity; one allotment was entered anew");
		Line line = line(pair.first(), pair.first());
		BudgetPosted.Builder wrong = line.posting(BudgetPhase.ALLOTTED, BAHT, 12);
		this.world.publish(wrong);
		line.reversed(wrong, 14).funded(BAHT * 2);
		line(pair.second(), pair.second()).funded(BAHT);
		truth(pair);
	}

	private void inDifferentPhasesSoFar(String province) {
		Pair pair = joint(province, "two agencies fund a joint activity, one of them publishes approvals only");
		line(pair.first(), pair.first()).allotted(BAHT, 20).paid(BAHT, 50);
		line(pair.second(), pair.second()).approved(BAHT, 30);
		truth(pair);
	}

	private void oneNamesNoActivity(String province) {
		Pair pair = joint(province, "two agencies fund a joint activity, and one does not say for what");
		line(pair.first(), pair.first()).funded(BAHT);
		Line.of(this.world, pair.second().getAgency(), area(pair)).funded(BAHT);
		truth(pair);
	}

	private void oneFunderByMistake(String province) {
		Pair pair = joint(province, "two agencies fund a joint activity, and one names the other as the funder");
		line(pair.first(), pair.first()).funded(BAHT);
		fundedBy(pair, pair.first().getAgency());
		truth(pair);
	}

	private void onlyProposed(String province) {
		Pair pair = joint(province, "the second agency's money is proposed only");
		line(pair.first(), pair.first()).funded(BAHT);
		line(pair.second(), pair.second()).posted(BudgetPhase.PROPOSED, BAHT, 20);
	}

	private void reversed(String province) {
		Pair pair = joint(province, "the second agency's allotment was reversed");
		Line line = line(pair.second(), pair.second());
		BudgetPosted.Builder allotted = line.posting(BudgetPhase.ALLOTTED, BAHT, 12);
		this.world.publish(allotted);
		line(pair.first(), pair.first()).allotted(BAHT, 12);
		line.reversed(allotted, 30);
	}

	private void reversedInShort(String province) {
		Pair pair = joint(province, "the second agency's allotment was reversed by a posting that names no activity");
		Line line = line(pair.second(), pair.second());
		BudgetPosted.Builder allotted = line.posting(BudgetPhase.ALLOTTED, BAHT, 12);
		BudgetPosted.Builder reversal = this.world.papers().reversal(allotted, allotted.getPostedOn().plusDays(9));
		reversal.setActivity(null);
		line(pair.first(), pair.first()).allotted(BAHT, 12);
		this.world.publish(allotted, reversal);
	}

	private void allGivenBack(String province) {
		Pair pair = joint(province, "the second agency gave all of its money back");
		line(pair.first(), pair.first()).allotted(BAHT, 12).paid(BAHT, 40);
		line(pair.second(), pair.second()).allotted(BAHT, 12).paid(BAHT, 30).returned(2 * BAHT, 60);
	}

	private void passedOn(String province) {
		Pair pair = joint(province, "the second agency's money is the first one's, passed on");
		line(pair.first(), pair.first()).funded(BAHT);
		fundedBy(pair, pair.first().getAgency());
	}

	private void oneMoneyReportedByBoth(String province) {
		Pair pair = joint(province, "both agencies report the same money of one funder");
		BudgetPosted.Builder first = line(pair.first(), pair.first()).posting(BudgetPhase.ALLOTTED, BAHT, 12);
		first.setFunder("budget-bureau");
		this.world.publish(first);
		fundedBy(pair, "budget-bureau");
	}

	private void notTheSameAfterAll(String province) {
		Pair pair = joint(province, "a report was said to be the same as another by mistake, and put right");
		ActivityRecorded.Builder right = Papers.revised(pair.second());
		right.setSameAs(null);
		right.setKind("joint-meeting");
		this.world.publish(right);
		line(pair.first(), pair.first()).funded(BAHT);
		line(right, right).funded(BAHT);
	}

	private void fundedBy(Pair pair, String funder) {
		BudgetPosted.Builder money = line(pair.second(), pair.second()).posting(BudgetPhase.ALLOTTED, BAHT, 15);
		money.setFunder(funder);
		this.world.publish(money);
	}

	private Line line(ActivityRecorded.Builder payer, ActivityRecorded.Builder of) {
		return Line.of(this.world, payer.getAgency(), of.getAreas().getFirst()).forActivity(of.getEntityId());
	}

	private static String area(Pair pair) {
		return pair.first().getAreas().getFirst();
	}

	private void truth(Pair pair) {
		this.world.truth(RULE, pair.first().getEntityId(), pair.second().getEntityId());
	}

	/** Published: an activity and a partner's report of it. */
	private Pair joint(String province, String story) {
		this.world.begin(story);
		List<String> agencies = this.world.agencies(province);
		ActivityRecorded.Builder first = this.world.planned(agencies.get(0), province, World.TODAY.plusDays(60),
				World.TODAY.plusDays(61));
		ActivityRecorded.Builder second = this.world.papers()
			.activity(agencies.get(1), first.getKind(), first.getAreas(), first.getStartsOn(), first.getEndsOn());
		second.setSameAs(first.getEntityId());
		second.setStatus(ActivityStatus.PLANNED);
		this.world.publish(first, second);
		return new Pair(first, second, agencies.get(2));
	}

	private record Pair(ActivityRecorded.Builder first, ActivityRecorded.Builder second, String third) {

	}

}
