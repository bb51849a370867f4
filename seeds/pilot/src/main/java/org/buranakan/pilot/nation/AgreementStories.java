package org.buranakan.pilot.nation;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.buranakan.schemas.event.Stance;

/** Joint plans that a partner has not agreed to, and such as all agree to. */
final class AgreementStories {

	static final String RULE = "not-agreed";

	private final World world;

	private final Dice dice;

	AgreementStories(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	Repertoire truths() {
		return new Repertoire().with(25, this::oneIsSilent)
			.with(15, this::theNetworkIsSilent)
			.with(15, this::oneDeclines)
			.with(12, this::oneAsksForChanges)
			.with(10, this::agreedAndChangedItsMind)
			.with(10, this::anotherSpokeForIt)
			.with(9, this::tookItsWordBack)
			.with(4, this::agreedBeforeTheTermsChanged);
	}

	Repertoire nearMisses() {
		return new Repertoire().with(25, this::allAgree)
			.with(15, this::aDraft)
			.with(15, this::askedAndAgreedThen)
			.with(15, this::agreedToTheNewRevision)
			.with(10, this::theLeadIsNamedToo)
			.with(10, this::notJoint)
			.with(6, this::withdrawn)
			.with(4, this::agreedBeforeATypoWasMended);
	}

	private void oneIsSilent(String province) {
		Joint joint = joint(province, "a partner of a joint plan is silent");
		this.world.publish(joint.plan(), agrees(joint, joint.second()));
		truth(joint);
	}

	private void theNetworkIsSilent(String province) {
		Joint joint = joint(province, "the network, for which others speak, has not been spoken for");
		joint.plan().setPartners(List.of(joint.first(), joint.second(), "network-" + province));
		allAgree(joint);
		truth(joint);
	}

	private void oneDeclines(String province) {
		Joint joint = joint(province, "a partner declines");
		this.world.publish(joint.plan(), agrees(joint, joint.second()),
				says(joint, joint.first(), Stance.DECLINES, 10));
		truth(joint);
	}

	private void oneAsksForChanges(String province) {
		Joint joint = joint(province, "a partner asks for changes and gets none");
		this.world.publish(joint.plan(), agrees(joint, joint.second()), says(joint, joint.first(), Stance.ADJUSTS, 10));
		truth(joint);
	}

	private void agreedAndChangedItsMind(String province) {
		Joint joint = joint(province, "a partner agreed and declined later");
		allAgree(joint);
		this.world.publish(says(joint, joint.first(), Stance.DECLINES, 2));
		truth(joint);
	}

	private void anotherSpokeForIt(String province) {
		Joint joint = joint(province, "the lead says that a partner agrees; the partner says nothing");
		this.world.publish(joint.plan(), agrees(joint, joint.second()), this.world.papers()
			.stance(joint.plan().getAgency(), joint.plan(), joint.first(), Stance.AGREES, day(9)));
		truth(joint);
	}

	private void tookItsWordBack(String province) {
		Joint joint = joint(province, "a partner withdrew the entry of its agreement");
		AgreementStated.Builder agreed = agrees(joint, joint.first());
		AgreementStated.Builder withdrawn = AgreementStated.newBuilder(agreed)
			.setRevision(2)
			.setStance(Stance.WITHDRAWN);
		this.world.publish(joint.plan(), agrees(joint, joint.second()), agreed, withdrawn);
		truth(joint);
	}

	private void agreedBeforeTheTermsChanged(String province) {
		Joint joint = joint(province, "the terms changed after a partner had agreed, and it has not agreed to them");
		allAgree(joint);
		PlanRecorded.Builder changed = Papers.revised(joint.plan());
		changed.setMilestones(List.of());
		changed.setLead(joint.second());
		this.world.publish(changed);
		truth(joint);
	}

	private void allAgree(String province) {
		allAgree(joint(province, "all partners agree"));
	}

	private void aDraft(String province) {
		Joint joint = joint(province, "a draft, which nobody is asked about yet");
		joint.plan().setStatus(PlanStatus.DRAFT);
		this.world.publish(joint.plan());
	}

	private void askedAndAgreedThen(String province) {
		Joint joint = joint(province, "a partner asked for changes and agreed in the end");
		this.world.publish(says(joint, joint.first(), Stance.ADJUSTS, 30));
		allAgree(joint);
	}

	private void agreedToTheNewRevision(String province) {
		Joint joint = joint(province, "the terms changed, and all agreed anew");
		allAgree(joint);
		Joint next = new Joint(Papers.revised(joint.plan()), joint.first(), joint.second());
		allAgree(next);
	}

	private void theLeadIsNamedToo(String province) {
		Joint joint = joint(province, "the lead is among the partners and does not say that it agrees with itself");
		joint.plan().setPartners(List.of(joint.plan().getAgency(), joint.first(), joint.second()));
		allAgree(joint);
	}

	private void notJoint(String province) {
		Joint joint = joint(province, "partners are named, but nobody is asked to agree");
		joint.plan().setJoint(false);
		this.world.publish(joint.plan());
	}

	private void withdrawn(String province) {
		Joint joint = joint(province, "a joint plan was withdrawn before all had agreed");
		PlanRecorded.Builder withdrawn = Papers.revised(joint.plan());
		withdrawn.setStatus(PlanStatus.WITHDRAWN);
		this.world.publish(joint.plan(), withdrawn);
	}

	private void agreedBeforeATypoWasMended(String province) {
		Joint joint = joint(province, "a slip in the plan was mended after all had agreed");
		allAgree(joint);
		PlanRecorded.Builder mended = Papers.revised(joint.plan());
		mended.setTitle(new LocalizedText(mended.getTitle().getTh() + " (แก้คำผิด)", mended.getTitle().getEn()));
		this.world.publish(mended);
	}

	private void allAgree(Joint joint) {
		this.world.publish(joint.plan(), agrees(joint, joint.first()), agrees(joint, joint.second()));
	}

	private AgreementStated.Builder agrees(Joint joint, String party) {
		return says(joint, party, Stance.AGREES, 5);
	}

	private AgreementStated.Builder says(Joint joint, String party, Stance stance, int daysAgo) {
		return this.world.papers().stance(party, joint.plan(), party, stance, day(daysAgo));
	}

	private static LocalDate day(int daysAgo) {
		return World.TODAY.minusDays(daysAgo);
	}

	private void truth(Joint joint) {
		this.world.truth(RULE, joint.plan().getEntityId());
	}

	private Joint joint(String province, String story) {
		this.world.begin(story);
		List<String> agencies = this.world.agencies(province);
		PlanRecorded.Builder plan = this.world.papers()
			.plan(agencies.get(0), "good-governance", List.of(this.world.tambon(province)));
		plan.setJoint(true);
		plan.setPartners(List.of(agencies.get(1), agencies.get(2)));
		plan.setStatus(this.dice.oneOf(List.of(PlanStatus.PROPOSED, PlanStatus.ADOPTED)));
		return new Joint(plan, agencies.get(1), agencies.get(2));
	}

	private record Joint(PlanRecorded.Builder plan, String first, String second) {

	}

}
