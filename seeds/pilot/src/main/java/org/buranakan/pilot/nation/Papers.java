package org.buranakan.pilot.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.buranakan.schemas.contract.GeneratedClasses;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.Milestone;
import org.buranakan.schemas.event.MilestoneStatus;
import org.buranakan.schemas.event.PlanArea;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.event.Stance;
import org.buranakan.schemas.record.ReferenceRecorded;

/**
 * What agencies publish, filled in as far as every story needs it; a story changes what
 * it is about. Identity and instants are the {@link World}'s.
 */
final class Papers {

	static {
		GeneratedClasses.trust();
	}

	/** The year in which the nation's stories happen. */
	static final int YEAR = 2022;

	private static final LocalDate SINCE = LocalDate.of(2020, 10, 1);

	/** Identity and provenance come with publication. */
	private static final UUID NO_ID = new UUID(0, 0);

	private static final Source NOWHERE = new Source(SourceKind.DIRECT, "nation", "", "");

	private long last;

	ActivityRecorded.Builder activity(String agency, String kind, List<String> areas, LocalDate from, LocalDate to) {
		ActivityRecorded.Builder activity = ActivityRecorded.newBuilder();
		activity.setEntityId(newId(agency, "A"));
		activity.setRevision(1);
		activity.setEventId(NO_ID)
			.setOccurredAt(Instant.EPOCH)
			.setRecordedAt(Instant.EPOCH)
			.setSource(NOWHERE)
			.setBasis(Basis.ILLUSTRATIVE);
		activity.setAgency(agency);
		activity.setKind(kind);
		activity
			.setTitle(new LocalizedText("กิจกรรม " + kind + " " + areas.getFirst(), kind + ", " + areas.getFirst()));
		activity.setAreas(List.copyOf(areas));
		activity.setStartsOn(from);
		activity.setEndsOn(to);
		activity.setDatePrecision(DatePrecision.DAY);
		activity.setStatus(ActivityStatus.PLANNED);
		activity.setOrganiser(agency);
		activity.setParticipantsTarget(60L);
		return activity;
	}

	/** Adopted, of one agency alone, without milestones. */
	PlanRecorded.Builder plan(String agency, String programme, List<String> areas) {
		PlanRecorded.Builder plan = PlanRecorded.newBuilder();
		plan.setEntityId(newId(agency, "P"));
		plan.setRevision(1);
		plan.setEventId(NO_ID)
			.setOccurredAt(Instant.EPOCH)
			.setRecordedAt(Instant.EPOCH)
			.setSource(NOWHERE)
			.setBasis(Basis.ILLUSTRATIVE);
		plan.setAgency(agency);
		plan.setFiscalYear(YEAR);
		plan.setProgramme(programme);
		plan.setTitle(new LocalizedText("แผน " + areas.getFirst(), "Plan, " + areas.getFirst()));
		plan.setLead(agency);
		plan.setAreas(areas.stream().map((area) -> new PlanArea(area, null)).toList());
		plan.setStatus(PlanStatus.ADOPTED);
		return plan;
	}

	static Milestone milestone(String code, LocalDate due, MilestoneStatus status) {
		return Milestone.newBuilder()
			.setCode(code)
			.setTitle(new LocalizedText("จังหวะก้าว " + code, "Step " + code))
			.setDueOn(due)
			.setStatus(status)
			.setDoneOn((status == MilestoneStatus.DONE) ? due : null)
			.build();
	}

	AgreementStated.Builder stance(String agency, PlanRecorded.Builder plan, String party, Stance stance,
			LocalDate day) {
		AgreementStated.Builder agreement = AgreementStated.newBuilder();
		agreement.setEntityId(newId(agency, "S"));
		agreement.setRevision(1);
		agreement.setEventId(NO_ID)
			.setOccurredAt(Instant.EPOCH)
			.setRecordedAt(Instant.EPOCH)
			.setSource(NOWHERE)
			.setBasis(Basis.ILLUSTRATIVE);
		agreement.setAgency(agency);
		agreement.setPlan(plan.getEntityId());
		agreement.setPlanRevision(plan.getRevision());
		agreement.setParty(party);
		agreement.setStance(stance);
		agreement.setStatedOn(day);
		return agreement;
	}

	ComplaintCounted.Builder complaints(String agency, String area, LocalDate month, int received) {
		ComplaintCounted.Builder count = ComplaintCounted.newBuilder();
		count.setEntityId(newId(agency, "C"));
		count.setRevision(1);
		count.setEventId(NO_ID)
			.setOccurredAt(Instant.EPOCH)
			.setRecordedAt(Instant.EPOCH)
			.setSource(NOWHERE)
			.setBasis(Basis.ILLUSTRATIVE);
		count.setAgency(agency);
		count.setArea(area);
		count.setChannel("page");
		count.setPeriodStart(month.withDayOfMonth(1));
		count.setPeriodEnd(month.withDayOfMonth(1).plusMonths(1).minusDays(1));
		count.setReceived(received);
		count.setResolved((long) received / 2);
		count.setStatus(CountStatus.COUNTED);
		return count;
	}

	/** The agency's own money. */
	BudgetPosted.Builder posting(String agency, String line, String area, BudgetPhase phase, long baht, LocalDate day) {
		BudgetPosted.Builder posting = BudgetPosted.newBuilder();
		posting.setEntityId(newId(agency, "M"));
		posting.setRevision(1);
		posting.setEventId(NO_ID)
			.setOccurredAt(Instant.EPOCH)
			.setRecordedAt(Instant.EPOCH)
			.setSource(NOWHERE)
			.setBasis(Basis.ILLUSTRATIVE);
		posting.setAgency(agency);
		posting.setBudgetLine(line);
		posting.setLineTitle(new LocalizedText("งบ " + line, "Line " + line));
		posting.setFiscalYear(day.plusMonths(3).getYear());
		posting.setPhase(phase);
		posting.setAmountSatang(baht * 100);
		posting.setArea(area);
		posting.setPostedOn(day);
		posting.setFunder(agency);
		return posting;
	}

	/** Takes it back, on a later day. */
	BudgetPosted.Builder reversal(BudgetPosted.Builder of, LocalDate day) {
		return BudgetPosted.newBuilder(of)
			.setEntityId(newId(of.getAgency(), "R"))
			.setAmountSatang(-of.getAmountSatang())
			.setPostedOn(day)
			.setReverses(of.getEntityId());
	}

	/** The next revision, to be changed and published. */
	static ActivityRecorded.Builder revised(ActivityRecorded.Builder activity) {
		return ActivityRecorded.newBuilder(activity).setRevision(activity.getRevision() + 1);
	}

	static PlanRecorded.Builder revised(PlanRecorded.Builder plan) {
		return PlanRecorded.newBuilder(plan).setRevision(plan.getRevision() + 1);
	}

	static ReferenceRecorded reference(String kind, String code, LocalizedText name, Map<String, String> attributes) {
		return ReferenceRecorded.newBuilder()
			.setKind(kind)
			.setCode(code)
			.setRevision(1)
			.setRecordedAt(Instant.parse("2022-01-01T00:00:00Z"))
			.setValidFrom(SINCE)
			.setName(name)
			.setAttributes(attributes)
			.build();
	}

	String newLine() {
		this.last++;
		return "L" + this.last;
	}

	private String newId(String agency, String family) {
		this.last++;
		return agency + ":" + family + this.last;
	}

}
