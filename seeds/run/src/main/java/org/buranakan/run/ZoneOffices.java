package org.buranakan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.buranakan.pilot.PilotData;

/**
 * The two PACC zones' offices, which drop their spreadsheets into their folders: once, so
 * that an officer's corrected file is never put back.
 */
record ZoneOffices(Path inbox, PilotData data) {

	static final List<String> AGENCIES = List.of("pacc-zone-1", "pacc-zone-2");

	void dropFiles() {
		for (String agency : AGENCIES) {
			Path dropped = this.inbox.resolve("." + agency + "-dropped");
			if (Files.notExists(dropped)) {
				this.data.writeSpreadsheets(agency, this.inbox.resolve(agency));
				create(dropped);
			}
		}
	}

	private static void create(Path mark) {
		try {
			Files.createFile(mark);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
