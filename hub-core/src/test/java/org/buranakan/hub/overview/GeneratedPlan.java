package org.buranakan.hub.overview;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.LocalizedText;

/**
 * A plan of some hundred lines, and one training of which everything is known.
 */
final class GeneratedPlan {

	static final String FORMULA = "=HYPERLINK(\"http://127.0.0.1\";\"อบรม\")";

	private static final long SEED = 4711;

	private GeneratedPlan() {
	}

	/** In place of all that was published before. */
	static void publish(FoldedEvents events) {
		events.forget();
		events.publish(new PilotData().reference());
		events.today(LocalDate.of(2022, 2, 7));
		events.publish(new Generator(700, SEED).events().toList());
		events.publish(training());
	}

	static ActivityRecorded training() {
		return ActivityRecorded
			.newBuilder(new Generator(700, SEED).events()
				.filter(ActivityRecorded.class::isInstance)
				.map(ActivityRecorded.class::cast)
				.findFirst()
				.orElseThrow())
			.setEntityId("codi:training")
			.setAgency("codi")
			.setTitle(new LocalizedText(FORMULA, "Training of leaders, Nam Chiao; day one"))
			.setKind("training")
			.setAreas(List.of("110103"))
			.setVenue("ศาลากลาง, ชั้น 2")
			.setStartsOn(LocalDate.of(2022, 1, 24))
			.setEndsOn(LocalDate.of(2022, 1, 26))
			.setDatePrecision(DatePrecision.DAY)
			.setStatus(ActivityStatus.PLANNED)
			.setParticipantsTarget(80L)
			.setSameAs(null)
			.setRevision(3)
			.build();
	}

}
