package org.buranakan.pilot.nation;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.DatePrecision;

/**
 * Two agencies are about to do the same in the same place at the same time and do not
 * know of each other; and what only looks like it.
 */
final class OverlapStories {

	static final String RULE = "join-up";

	/** Whom the days are kept for: nobody else's plans come in between. */
	private static final String STORY = "story";

	private final World world;

	OverlapStories(World world) {
		this.world = world;
	}

	Repertoire truths() {
		return new Repertoire().with(44, this::sameDays)
			.with(40, this::someDaysInCommon)
			.with(40, this::monthNotYetDayChosen)
			.with(20, this::onePlaceOfSeveral)
			.with(20, this::withAJointActivity)
			.with(18, this::movedOntoTheOther)
			.with(12, this::enteredAnewAfterWithdrawal)
			.with(3, this::statedToTheQuarterOnly)
			.with(3, this::statedToTheAmphoeOnly);
	}

	Repertoire nearMisses() {
		return new Repertoire().with(10, this::otherKind)
			.with(10, this::oneAfterTheOther)
			.with(10, this::jointAndSaidSo)
			.with(8, this::jointByWayOfAThirdReport)
			.with(6, this::jointAndEachNamesTheOther)
			.with(10, this::oneIsOff)
			.with(10, this::bothAreOver)
			.with(10, this::nextTambon)
			.with(10, this::movedAway)
			.with(6, this::oneAgencyTwice)
			.with(2, this::otherDaysOfTheMonth)
			.with(3, this::elsewhereInTheAmphoe);
	}

	private void sameDays(String province) {
		Meeting meeting = meeting(province, "two agencies plan the same on the same days");
		tell(first(meeting), second(meeting, meeting.from(), meeting.to()));
	}

	private void someDaysInCommon(String province) {
		Meeting meeting = meeting(province,
				"two agencies plan the same, and the last day of one is the first of the other");
		tell(first(meeting), second(meeting, meeting.to(), meeting.to().plusDays(2)));
	}

	private void monthNotYetDayChosen(String province) {
		Meeting meeting = meeting(province,
				"one agency knows the month only and could still choose the days of the other");
		ActivityRecorded.Builder second = month(meeting, meeting.second(), meeting.from());
		ActivityRecorded.Builder first = this.world.dice().inHundred(40)
				? month(meeting, meeting.first(), meeting.from()) : first(meeting);
		tell(first, second);
	}

	private void onePlaceOfSeveral(String province) {
		Meeting meeting = meeting(province, "one of several tambons of one agency is where the other plans the same");
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		second.setAreas(List.of(sibling(province, meeting), meeting.tambon()));
		tell(first(meeting), second);
	}

	private void withAJointActivity(String province) {
		Meeting meeting = meeting(province, "two agencies hold it jointly, and a third plans the same on its own");
		ActivityRecorded.Builder first = first(meeting);
		ActivityRecorded.Builder report = by(meeting, meeting.third(), meeting.from(), meeting.to());
		report.setSameAs(first.getEntityId());
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		this.world.publish(first, report, second);
		this.world.truth(RULE, first.getEntityId(), report.getEntityId(), second.getEntityId());
	}

	private void movedOntoTheOther(String province) {
		Meeting meeting = meeting(province, "one agency moves its activity onto the days of the other's");
		ActivityRecorded.Builder second = second(meeting, meeting.from().minusDays(20), meeting.to().minusDays(20));
		ActivityRecorded.Builder moved = Papers.revised(second);
		moved.setStartsOn(meeting.from());
		moved.setEndsOn(meeting.to());
		this.world.publish(second);
		tell(first(meeting), moved);
	}

	private void enteredAnewAfterWithdrawal(String province) {
		Meeting meeting = meeting(province, "one agency withdrew its entry and made another of the same activity");
		ActivityRecorded.Builder old = second(meeting, meeting.from(), meeting.to());
		ActivityRecorded.Builder withdrawn = Papers.revised(old);
		withdrawn.setStatus(ActivityStatus.WITHDRAWN);
		this.world.publish(old, withdrawn);
		tell(first(meeting), second(meeting, meeting.from(), meeting.to()));
	}

	private void statedToTheQuarterOnly(String province) {
		Meeting meeting = meeting(province, "the same on the same days, but one agency publishes the quarter only");
		ActivityRecorded.Builder second = second(meeting, meeting.from().minusDays(30), meeting.from().plusDays(59));
		second.setDatePrecision(DatePrecision.QUARTER);
		tell(first(meeting), second);
	}

	private void statedToTheAmphoeOnly(String province) {
		Meeting meeting = meeting(province, "the same on the same days, but one agency publishes the amphoe only");
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		second.setAreas(List.of(Country.amphoe(meeting.tambon())));
		tell(first(meeting), second);
	}

	private void otherKind(String province) {
		Meeting meeting = meeting(province, "the same days and place, but something else");
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		second.setKind("joint-meeting");
		this.world.publish(first(meeting), second);
	}

	private void oneAfterTheOther(String province) {
		Meeting meeting = meeting(province, "the same place, one on the day after the other");
		this.world.publish(first(meeting), second(meeting, meeting.to().plusDays(1), meeting.to().plusDays(2)));
	}

	private void jointAndSaidSo(String province) {
		Meeting meeting = meeting(province, "one joint activity, and the partner's report says so");
		ActivityRecorded.Builder first = first(meeting);
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		second.setSameAs(first.getEntityId());
		this.world.publish(first, second);
	}

	private void jointByWayOfAThirdReport(String province) {
		Meeting meeting = meeting(province, "one joint activity of three, and the third names the second's report");
		ActivityRecorded.Builder first = first(meeting);
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		ActivityRecorded.Builder third = by(meeting, meeting.third(), meeting.from(), meeting.to());
		second.setSameAs(first.getEntityId());
		third.setSameAs(second.getEntityId());
		this.world.publish(third, second, first);
	}

	private void jointAndEachNamesTheOther(String province) {
		Meeting meeting = meeting(province, "one joint activity, and each report names the other");
		ActivityRecorded.Builder first = first(meeting);
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		second.setSameAs(first.getEntityId());
		ActivityRecorded.Builder both = Papers.revised(first);
		both.setSameAs(second.getEntityId());
		this.world.publish(first, second, both);
	}

	private void oneIsOff(String province) {
		Meeting meeting = meeting(province, "the same, but one was cancelled or withdrawn");
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		ActivityRecorded.Builder off = Papers.revised(second);
		off.setStatus(this.world.dice().oneOf(List.of(ActivityStatus.CANCELLED, ActivityStatus.WITHDRAWN)));
		this.world.publish(first(meeting), second, off);
	}

	private void bothAreOver(String province) {
		Meeting meeting = meeting(province, World.TODAY.minusDays(20 + this.world.dice().below(60)),
				"the same on the same days, and both are over");
		ActivityRecorded.Builder first = first(meeting);
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		first.setStatus(ActivityStatus.DONE);
		second.setStatus(ActivityStatus.DONE);
		this.world.publish(first, second);
	}

	private void nextTambon(String province) {
		Meeting meeting = meeting(province, "the same days, but in the next tambon");
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		second.setAreas(List.of(sibling(province, meeting)));
		this.world.publish(first(meeting), second);
	}

	private void movedAway(String province) {
		Meeting meeting = meeting(province, "they were on the same days until one was moved");
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		ActivityRecorded.Builder moved = Papers.revised(second);
		moved.setStartsOn(meeting.to().plusDays(10));
		moved.setEndsOn(meeting.to().plusDays(10));
		this.world.publish(first(meeting), second, moved);
	}

	private void oneAgencyTwice(String province) {
		Meeting meeting = meeting(province, "one agency has two groups on the same days");
		this.world.publish(first(meeting), first(meeting));
	}

	private void otherDaysOfTheMonth(String province) {
		Meeting meeting = meeting(province,
				"other days of the month, as the agency knows, but publishes the month only");
		this.world.publish(first(meeting), month(meeting, meeting.second(), meeting.from()));
	}

	private void elsewhereInTheAmphoe(String province) {
		Meeting meeting = meeting(province, "the same days, one in another tambon of the amphoe that it does not name");
		ActivityRecorded.Builder second = second(meeting, meeting.from(), meeting.to());
		second.setAreas(List.of(Country.amphoe(meeting.tambon())));
		this.world.publish(first(meeting), second);
	}

	private void tell(ActivityRecorded.Builder first, ActivityRecorded.Builder second) {
		this.world.publish(first, second);
		this.world.truth(RULE, first.getEntityId(), second.getEntityId());
	}

	private ActivityRecorded.Builder month(Meeting meeting, String agency, LocalDate day) {
		ActivityRecorded.Builder activity = by(meeting, agency, day.withDayOfMonth(1),
				day.with(TemporalAdjusters.lastDayOfMonth()));
		activity.setDatePrecision(DatePrecision.MONTH);
		return activity;
	}

	private ActivityRecorded.Builder first(Meeting meeting) {
		return by(meeting, meeting.first(), meeting.from(), meeting.to());
	}

	private ActivityRecorded.Builder second(Meeting meeting, LocalDate from, LocalDate to) {
		return by(meeting, meeting.second(), from, to);
	}

	private ActivityRecorded.Builder by(Meeting meeting, String agency, LocalDate from, LocalDate to) {
		return this.world.papers().activity(agency, meeting.kind(), List.of(meeting.tambon()), from, to);
	}

	/** Another tambon, where nobody else does the same then. */
	private String sibling(String province, Meeting meeting) {
		String sibling = this.world.tambon(province);
		while (!this.world.take(STORY + meeting.tambon(), meeting.kind(), sibling, meeting.from().minusDays(1),
				meeting.to().plusDays(1))) {
			sibling = this.world.tambon(province);
		}
		return sibling;
	}

	private Meeting meeting(String province, String story) {
		return meeting(province, World.TODAY.plusDays(40 + this.world.dice().below(130)), story);
	}

	/** Somewhere where nobody else does the same for a while before and after. */
	private Meeting meeting(String province, LocalDate day, String story) {
		this.world.begin(story);
		List<String> agencies = this.world.agencies(province);
		LocalDate to = day.plusDays(1 + this.world.dice().below(2));
		String tambon = this.world.tambon(province);
		String kind = this.world.dice().oneOf(World.KINDS);
		while (!isFree(tambon, kind, day, to)) {
			tambon = this.world.tambon(province);
			kind = this.world.dice().oneOf(World.KINDS);
		}
		return new Meeting(tambon, kind, day, to, agencies.get(0), agencies.get(1), agencies.get(2));
	}

	/** A story of its own for each, which the next one may not come near. */
	private boolean isFree(String tambon, String kind, LocalDate from, LocalDate to) {
		return this.world.take(STORY + this.world.published() + tambon, kind, tambon, from.minusDays(32),
				to.plusDays(62));
	}

	private record Meeting(String tambon, String kind, LocalDate from, LocalDate to, String first, String second,
			String third) {

	}

}
