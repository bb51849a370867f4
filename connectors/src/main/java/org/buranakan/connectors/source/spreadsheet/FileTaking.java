package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** What is done with a file that was dropped: each ends in a report. */
interface FileTaking {

	/**
	 * Reads all of it and settles it.
	 * @param arrivedAt no later than when it was handed in
	 * @return what to tell the officer
	 * @throws IOException if the disk does not yield all of it now
	 */
	Report take(Path path, Instant arrivedAt) throws IOException;

	/**
	 * Refuses a file that trips the reading itself.
	 * @return what to tell the officer
	 */
	Report giveUp(Path path, Throwable reason);

}
