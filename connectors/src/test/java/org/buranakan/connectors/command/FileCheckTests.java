package org.buranakan.connectors.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.pilot.PilotData;
import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FileCheckTests {

	@TempDir
	private Path folder;

	@Test
	void aFileWithABadRowFailsThatPointAlone() throws IOException {
		// Given
		Path file = new PilotData().writeSpreadsheets("pacc-zone-2", this.folder)
			.stream()
			.filter((path) -> path.toString().contains("activities"))
			.findFirst()
			.orElseThrow();
		// When
		List<Point> points = check("pacc-zone-2", file);
		// Then
		assertThat(points).extracting((point) -> point.trouble().isEmpty())
			.containsExactly(true, true, true, false, true);
		assertThat(points.get(3).trouble()).hasValueSatisfying((trouble) -> assertThat(trouble).startsWith("1: G10"));
	}

	@Test
	void aFileOfNothingThatIsReadFailsAndSoDoesAnothersProfile() throws IOException {
		// Given
		Path file = Files.writeString(this.folder.resolve("pacc-zone-2-activities.csv"), "a,b\n1,2\n");
		// When
		List<Point> points = check("pacc-zone-1", file);
		// Then
		assertThat(points).extracting((point) -> point.trouble().isEmpty())
			.containsExactly(false, false, false, false, true);
	}

	private static List<Point> check(String agency, Path file) throws IOException {
		return new FileCheck(new AgencyId(agency), PilotReference.mapping("pacc-zone-2"), file).points();
	}

}
