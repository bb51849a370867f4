package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.buranakan.connectors.hosting.HostedAgency;

/** A file that is read as an agency's inbox reads it, by who only wants to see. */
public final class TriedFile {

	private TriedFile() {
	}

	/**
	 * Reads all of it; what comes of it the agency's publisher is told.
	 * @return the sheets that no source of the profile reads
	 */
	public static List<String> take(HostedAgency agency, Path file) throws IOException {
		return new FileIntake(agency).take(file, Instant.now()).handed().ignoredSheets();
	}

}
