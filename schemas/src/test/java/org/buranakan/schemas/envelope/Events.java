package org.buranakan.schemas.envelope;

import java.time.Instant;
import java.time.LocalDate;

import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;

/** Small whole events for the tests of this module, which sits below the pilot's data. */
public final class Events {

	public static final AgencyId CODI = new AgencyId("codi");

	private static final Instant MEETING = Instant.parse("2022-01-24T02:00:00.123456Z");

	private Events() {
	}

	/** The draft plan of Samut Prakan. */
	public static PlanRecorded.Builder plan(long revision) {
		EntityId entity = new EntityId(CODI, "plan-11");
		return PlanRecorded.newBuilder()
			.setEntityId(entity.toString())
			.setRevision(revision)
			.setEventId(EventId.of(Family.PLAN, entity, revision).value())
			.setAgency(CODI.value())
			.setOccurredAt(MEETING)
			.setRecordedAt(MEETING)
			.setSource(new Source(SourceKind.DATABASE, "งานโครงการ", "public.project", "0/16B6C50 11"))
			.setBasis(Basis.RECORDED)
			.setFiscalYear(2022)
			.setProgramme("big-rock")
			.setTitle(new LocalizedText("แผนปฏิบัติการสมุทรปราการ", null))
			.setLead("codi")
			.setStatus(PlanStatus.DRAFT);
	}

	/** A posting of one baht. */
	public static BudgetPosted.Builder posting() {
		EntityId entity = new EntityId(CODI, "posting-1");
		return BudgetPosted.newBuilder()
			.setEntityId(entity.toString())
			.setRevision(1)
			.setEventId(EventId.of(Family.BUDGET, entity, 1).value())
			.setAgency(CODI.value())
			.setOccurredAt(MEETING)
			.setRecordedAt(MEETING)
			.setSource(new Source(SourceKind.DATABASE, "งานโครงการ", "public.disbursement", "0/16B6C50 1"))
			.setBasis(Basis.ILLUSTRATIVE)
			.setBudgetLine("tambon")
			.setFiscalYear(2022)
			.setPhase(BudgetPhase.ALLOTTED)
			.setAmountSatang(100)
			.setArea("110101")
			.setPostedOn(LocalDate.of(2022, 1, 24))
			.setFunder("codi");
	}

}
