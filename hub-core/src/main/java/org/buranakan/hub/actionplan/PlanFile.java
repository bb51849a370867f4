package org.buranakan.hub.actionplan;

import java.io.IOException;

/**
 * A file that has begun and is given the items of the plan in their order.
 */
sealed interface PlanFile permits TableFile, CalendarFile {

	void item(ActionItem item) throws IOException;

	/** Ends the file, not the stream that it is written to. */
	void end() throws IOException;

}
