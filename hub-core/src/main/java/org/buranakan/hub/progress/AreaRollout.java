package org.buranakan.hub.progress;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * What each of the programme's tambons of an area has reached, and what shows it.
 */
record AreaRollout(Named area, List<Tambon> tambons) {

	/**
	 * @param furthest code of the highest stage that it has reached
	 * @param stages in their order; one that nothing shows is not there
	 */
	record Tambon(Named area, @Nullable String furthest, List<Reached> stages) {

	}

	/**
	 * @param reachedBy the last day on which it can have been reached; null where it
	 * cannot be told
	 * @param datePrecision how exactly the source states that; {@code UNKNOWN}: only the
	 * day is known on which it was said
	 * @param shownBy {@code PLAN}, {@code MEMORANDUM} or {@code ACTIVITY}
	 * @param subject id of that plan or activity
	 */
	record Reached(String stage, Text name, @Nullable LocalDate reachedBy, String datePrecision, String shownBy,
			String subject, Position lineage) {

	}

}
