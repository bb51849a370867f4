package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.SourceKind;

/** Reads a file as whatever sources of the profile it holds. */
final class FileIntake implements FileTaking {

	/** Under which refusals of whole files are recorded. */
	private static final String FILES = "file";

	private final HostedAgency agency;

	/** A file, and when it was offered. */
	record Offer(SpreadsheetFile file, Instant offeredAt) {
	}

	FileIntake(HostedAgency agency) {
		this.agency = agency;
	}

	@Override
	public Report take(Path path) throws IOException {
		return take(SpreadsheetFile.of(path), new Report());
	}

	/** As {@link #take(Path)}, into a report that tells of progress. */
	Report take(SpreadsheetFile file, Report report) throws IOException {
		Path path = file.path();
		Instant offeredAt = Files.getLastModifiedTime(path).toInstant();
		Map<SourceProfile, SheetReading> readings = new HashMap<>();
		try {
			file.visit((sheet, lines) -> {
				List<SourceProfile> sources = sources(file.name(), sheet.name());
				if (sources.isEmpty()) {
					report.ignore(sheet.name());
				}
				// A stream is read once: a sheet is one source's.
				sources.stream()
					.findFirst()
					.map((source) -> readings.computeIfAbsent(source,
							(first) -> new SheetReading(this.agency.mapping(), first, new Offer(file, offeredAt),
									this.agency.publisher()::settle, report)))
					.ifPresent((reading) -> reading.read(sheet, lines.iterator()));
			});
			conclude(file, offeredAt, report, readings.keySet());
		}
		catch (UnreadableFile ex) {
			refuse(file, offeredAt, report, new Objection(RefusalCode.FILE_UNREADABLE, file.name(), ex.reason()));
		}
		catch (UncheckedIOException | IOException ex) {
			refuse(file, offeredAt, report, new Objection(RefusalCode.FILE_UNREADABLE, file.name(),
					FileFault.DAMAGED.text() + ": " + ex.getClass().getSimpleName()));
		}
		return report;
	}

	@Override
	public Report giveUp(Path path, Throwable reason) {
		return giveUp(new SpreadsheetFile(path, Mending.original(String.valueOf(path.getFileName())), "unread"),
				reason);
	}

	/** As {@link #giveUp(Path, Throwable)}. */
	Report giveUp(SpreadsheetFile file, Throwable reason) {
		Report report = new Report();
		refuse(file, Instant.now(), report,
				new Objection(RefusalCode.FILE_UNREADABLE, file.name(), reason.getClass().getSimpleName()));
		return report;
	}

	private void conclude(SpreadsheetFile file, Instant offeredAt, Report report, Set<SourceProfile> read) {
		if (read.isEmpty()) {
			String known = String.join(", ", globs());
			refuse(file, offeredAt, report, new Objection(RefusalCode.SOURCE_UNKNOWN, file.name(), known));
			return;
		}
		if (report.isEmpty()) {
			refuse(file, offeredAt, report, new Objection(RefusalCode.FILE_EMPTY, file.name(), ""));
			return;
		}
		this.agency.publisher()
			.settle(List.of(new Submission(whole(file, offeredAt), new Outcome.Mapped(List.of(), List.of()))));
		// Where not every refused row is known by name, none is resolved for being gone.
		report.refusedRows()
			.ifPresent((refused) -> read
				.forEach((source) -> this.agency.publisher().resolveOthers(source.name(), file.rows(), refused)));
	}

	private void refuse(SpreadsheetFile file, Instant offeredAt, Report report, Objection objection) {
		Provenance provenance = whole(file, offeredAt);
		Outcome refused = new Outcome.Refused(List.of(Refusal.of(file.name(), objection)));
		report.add(provenance, this.agency.publisher().settle(List.of(new Submission(provenance, refused))).getFirst());
	}

	private static Provenance whole(SpreadsheetFile file, Instant offeredAt) {
		return new Provenance(SourceKind.SPREADSHEET, FILES, file.digest(), file.name(), file.name(), offeredAt);
	}

	private List<SourceProfile> sources(String file, String sheet) {
		return this.agency.mapping()
			.profile()
			.sources()
			.stream()
			.filter((source) -> source.origin() instanceof Origin.Sheet(String fileGlob, String sheetGlob)
					&& matches(fileGlob, file) && (sheet.isEmpty() || matches(sheetGlob, sheet)))
			.toList();
	}

	private Set<String> globs() {
		Set<String> globs = new TreeSet<>();
		for (SourceProfile source : this.agency.mapping().profile().sources()) {
			if (source.origin() instanceof Origin.Sheet(String file, String sheet)) {
				globs.add(file + " [" + sheet + "]");
			}
		}
		return globs;
	}

	private static boolean matches(String glob, String name) {
		return new Glob(glob).matches(name);
	}

}
