package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;

import org.buranakan.connectors.hosting.HostedAgency;

/** A file that is read as an agency's inbox reads it, by who only wants to see. */
public final class TriedFile {

	private TriedFile() {
	}

	/** Reads all of it; what comes of it the agency's publisher is told. */
	public static void take(HostedAgency agency, Path file) throws IOException {
		new FileIntake(agency).take(file);
	}

}
