package org.buranakan.connectors.publish;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.AnswerGiven;
import org.buranakan.schemas.event.AnswerKind;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.PlanStatus;
import org.buranakan.schemas.event.Stance;

/**
 * How the content of each family says that its entity is withdrawn. Postings never say
 * it: they are reversed by another.
 */
final class Withdrawal {

	private Withdrawal() {
	}

	static void mark(SpecificRecord content) {
		switch (content) {
			case PlanRecorded plan -> put(plan, "status", PlanStatus.WITHDRAWN);
			case ActivityRecorded activity -> put(activity, "status", ActivityStatus.WITHDRAWN);
			case ComplaintCounted count -> put(count, "status", CountStatus.WITHDRAWN);
			case AgreementStated agreement -> put(agreement, "stance", Stance.WITHDRAWN);
			case AnswerGiven answer -> put(answer, "kind", AnswerKind.WITHDRAWN);
			default -> throw new IllegalArgumentException("Cannot be withdrawn: " + content.getSchema().getName());
		}
	}

	static boolean isOf(SpecificRecord content) {
		return switch (content) {
			case PlanRecorded plan -> plan.getStatus() == PlanStatus.WITHDRAWN;
			case ActivityRecorded activity -> activity.getStatus() == ActivityStatus.WITHDRAWN;
			case ComplaintCounted count -> count.getStatus() == CountStatus.WITHDRAWN;
			case AgreementStated agreement -> agreement.getStance() == Stance.WITHDRAWN;
			case AnswerGiven answer -> answer.getKind() == AnswerKind.WITHDRAWN;
			default -> false;
		};
	}

	private static void put(SpecificRecord content, String field, Object value) {
		content.put(content.getSchema().getField(field).pos(), value);
	}

}
