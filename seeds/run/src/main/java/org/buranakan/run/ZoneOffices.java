package org.buranakan.run;

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
		AGENCIES.forEach(this::dropFiles);
	}

	void dropFiles(String agency) {
		new Mark(this.inbox.resolve("." + agency + "-dropped"))
			.once(() -> this.data.writeSpreadsheets(agency, this.inbox.resolve(agency)));
	}

}
