package org.buranakan.schemas.topic;

import java.util.Locale;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.contract.GeneratedClasses;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.AnswerGiven;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.PlanRecorded;

/** The closed set of what agencies publish; each family has one topic per agency. */
public enum Family {

	PLAN(PlanRecorded.class),

	ACTIVITY(ActivityRecorded.class),

	BUDGET(BudgetPosted.class),

	COMPLAINT(ComplaintCounted.class),

	AGREEMENT(AgreementStated.class),

	ANSWER(AnswerGiven.class);

	static {
		GeneratedClasses.trust();
	}

	private final Class<? extends SpecificRecord> type;

	private final String code = name().toLowerCase(Locale.ROOT);

	Family(Class<? extends SpecificRecord> type) {
		this.type = type;
	}

	/** The family of an event. */
	public static Family of(SpecificRecord event) {
		for (Family family : values()) {
			if (family.type == event.getClass()) {
				return family;
			}
		}
		throw new IllegalArgumentException("Not an agency's event: " + event.getSchema().getFullName());
	}

	/** The generated class of its events. */
	public Class<? extends SpecificRecord> type() {
		return this.type;
	}

	/** The schema of the generated class: what this build reads and writes. */
	public Schema schema() {
		return SpecificData.get().getSchema(this.type);
	}

	/** The last word of its topics' names, such as {@code plan}. */
	public String code() {
		return this.code;
	}

	/** Its kind of topic in the catalogue. */
	public Topics topics() {
		return Topics.valueOf(name());
	}

}
