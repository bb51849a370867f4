package org.buranakan.connectors.source.spreadsheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PilotSpreadsheetsTests {

	private final PilotData pilot = new PilotData();

	@TempDir
	private Path folder;

	@Test
	void zoneOnesImpossibleYearIsRefusedInItsCell() throws Exception {
		// When
		List<Outcome> outcomes = outcomes("pacc-zone-1", this.pilot.writeSpreadsheets("pacc-zone-1", this.folder));
		// Then
		assertThat(refusals(outcomes)).singleElement().satisfies((refusal) -> {
			assertThat(refusal.objection().code()).isEqualTo(RefusalCode.YEAR_IMPOSSIBLE);
			assertThat(refusal.objection().offered()).isEqualTo("๒๖๕๕");
			assertThat(refusal.cell()).matches("(แผน|งบประมาณ)![A-Z]+\\d+");
			assertThat(refusal.heading()).isEqualTo("ปีงบประมาณ");
		});
	}

	@Test
	void zoneTwosUnknownTambonIsRefusedInItsCell() throws Exception {
		// When
		List<Outcome> outcomes = outcomes("pacc-zone-2", this.pilot.writeSpreadsheets("pacc-zone-2", this.folder));
		// Then
		assertThat(refusals(outcomes)).singleElement().satisfies((refusal) -> {
			assertThat(refusal.objection().code()).isEqualTo(RefusalCode.AREA_UNKNOWN);
			assertThat(refusal.objection().offered()).isEqualTo("200199");
			assertThat(refusal.cell()).isEqualTo("G10");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "pacc-zone-1", "pacc-zone-2" })
	void theCorrectedFilesAreReadWhole(String agency) throws Exception {
		// When
		List<Outcome> outcomes = outcomes(agency, this.pilot.writeCorrectedSpreadsheets(agency, this.folder));
		// Then
		assertThat(outcomes).hasSizeGreaterThan(15)
			.allSatisfy((outcome) -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Mapped.class,
					(mapped) -> assertThat(mapped.present()).hasSize(1)));
	}

	private static List<Refusal> refusals(List<Outcome> outcomes) {
		return outcomes.stream()
			.filter(Outcome.Refused.class::isInstance)
			.flatMap((outcome) -> ((Outcome.Refused) outcome).refusals().stream())
			.toList();
	}

	private static List<Outcome> outcomes(String agency, List<Path> files) throws Exception {
		Mapping mapping = PilotReference.mapping(agency);
		List<Outcome> outcomes = new ArrayList<>();
		for (Path file : files) {
			SpreadsheetFile.of(file).visit((visited, lines) -> {
				String sheet = visited.name();
				SourceProfile source = mapping.profile()
					.sources()
					.stream()
					.filter((candidate) -> candidate.origin() instanceof Origin.Sheet(String glob, String name)
							&& (sheet.isEmpty()
									? file.getFileSystem().getPathMatcher("glob:" + glob).matches(file.getFileName())
									: name.equals(sheet)))
					.findFirst()
					.orElseThrow();
				outcomes.addAll(outcomes(mapping, source, sheet, lines));
			});
		}
		return outcomes;
	}

	private static List<Outcome> outcomes(Mapping mapping, SourceProfile source, String sheet, Stream<Line> lines) {
		Iterator<Line> all = lines.iterator();
		Headings headings = Headings.in(all.next(), source);
		while (!headings.missing(source).isEmpty()) {
			headings = Headings.in(all.next(), source);
		}
		List<Outcome> outcomes = new ArrayList<>();
		while (all.hasNext()) {
			Line line = all.next();
			if (!line.isBlank()) {
				outcomes.add(mapping.map(source, new CellRow("sha256:0", sheet, headings, line)));
			}
		}
		return outcomes;
	}

}
