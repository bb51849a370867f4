package org.buranakan.pilot.nation;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.pilot.generate.Dice;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;

/** Provinces with and without a committee, told of each once. */
final class ProvinceStories {

	static final String RULE = "no-committee";

	private final World world;

	private final Dice dice;

	ProvinceStories(World world) {
		this.world = world;
		this.dice = world.dice();
	}

	Repertoire committees() {
		return new Repertoire().with(6, this::none)
			.with(6, this::plannedOnly)
			.with(4, this::cancelled)
			.with(4, this::aWorkingGroupOnly)
			.with(2, this::withdrawnAgain)
			.with(20, this::met)
			.with(12, this::meetsJustNow)
			.with(8, this::metInATambon)
			.with(8, this::metAtTheSecondAttempt)
			.with(2, this::metAndUnreadable);
	}

	private void none(String province) {
		truth(province, "the province has no committee");
	}

	private void plannedOnly(String province) {
		truth(province, "the committee is to meet for the first time");
		ActivityRecorded.Builder meeting = meeting(province, World.TODAY.plusDays(30));
		meeting.setStatus(this.dice.oneOf(List.of(ActivityStatus.PLANNED, ActivityStatus.POSTPONED)));
		this.world.publish(meeting);
	}

	private void cancelled(String province) {
		truth(province, "the committee's meeting was cancelled");
		ActivityRecorded.Builder meeting = meeting(province, World.TODAY.minusDays(20));
		meeting.setStatus(ActivityStatus.CANCELLED);
		this.world.publish(meeting);
	}

	private void aWorkingGroupOnly(String province) {
		truth(province, "a working group meets, which is no committee");
		ActivityRecorded.Builder meeting = done(meeting(province, World.TODAY.minusDays(30)));
		meeting.setKind("working-group");
		this.world.publish(meeting);
	}

	private void withdrawnAgain(String province) {
		truth(province, "a committee's meeting was entered by mistake and withdrawn");
		ActivityRecorded.Builder meeting = done(meeting(province, World.TODAY.minusDays(30)));
		ActivityRecorded.Builder withdrawn = Papers.revised(meeting);
		withdrawn.setStatus(ActivityStatus.WITHDRAWN);
		this.world.publish(meeting, withdrawn);
	}

	private void met(String province) {
		fine(province, "the committee met");
		this.world.publish(done(meeting(province, World.TODAY.minusDays(40))));
	}

	private void meetsJustNow(String province) {
		fine(province, "the committee meets");
		ActivityRecorded.Builder meeting = meeting(province, World.TODAY);
		meeting.setStatus(ActivityStatus.ONGOING);
		this.world.publish(meeting);
	}

	private void metInATambon(String province) {
		fine(province, "the committee met, and only the tambon of its meeting is named");
		ActivityRecorded.Builder meeting = done(meeting(province, World.TODAY.minusDays(50)));
		meeting.setAreas(List.of(this.world.tambon(province)));
		this.world.publish(meeting);
	}

	private void metAtTheSecondAttempt(String province) {
		fine(province, "the committee's first meeting was cancelled, the second one held");
		ActivityRecorded.Builder first = meeting(province, World.TODAY.minusDays(60));
		first.setStatus(ActivityStatus.CANCELLED);
		this.world.publish(first, done(meeting(province, World.TODAY.minusDays(20))));
	}

	private void metAndUnreadable(String province) {
		fine(province, "the committee met, and how it stands is published in a word that nobody knows");
		ActivityRecorded.Builder meeting = meeting(province, World.TODAY.minusDays(20));
		meeting.setStatus(ActivityStatus.UNKNOWN);
		this.world.publish(meeting);
	}

	private ActivityRecorded.Builder meeting(String province, LocalDate day) {
		return this.world.papers()
			.activity(this.world.agencies(province).getFirst(), "governance-meeting", List.of(province), day, day);
	}

	private static ActivityRecorded.Builder done(ActivityRecorded.Builder meeting) {
		meeting.setStatus(ActivityStatus.DONE);
		return meeting;
	}

	private void truth(String province, String story) {
		fine(province, story);
		this.world.truth(RULE, province);
	}

	private void fine(String province, String story) {
		this.world.begin(story);
		this.world.note(province);
	}

}
