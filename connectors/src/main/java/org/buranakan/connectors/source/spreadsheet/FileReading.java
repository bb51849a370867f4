package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;

/**
 * Reads the sheets of one file, each as the source that it is, and settles their rows.
 */
final class FileReading {

	private final HostedAgency agency;

	private final FileSources sources;

	private final FileIntake.Offer offer;

	private final Report report;

	private final Map<SourceProfile, SheetReading> readings = new HashMap<>();

	private boolean unread;

	FileReading(HostedAgency agency, FileSources sources, FileIntake.Offer offer, Report report) {
		this.agency = agency;
		this.sources = sources;
		this.offer = offer;
		this.report = report;
	}

	void read() throws IOException {
		this.offer.file().visit(this::read);
	}

	private void read(Sheet sheet, Stream<Line> lines) {
		List<SourceProfile> readers = this.sources.of(this.offer.file().name(), sheet.name());
		if (readers.isEmpty()) {
			this.report.ignore(sheet.name());
			this.unread |= isComplete() && !isBlank(lines);
		}
		else {
			SheetReading first = reading(readers.getFirst());
			if (readers.size() > 1) {
				// All but the first go without, and nobody else would tell.
				first.refuse(sheet.name(), new Objection(RefusalCode.SHEET_CLAIMED, "",
						readers.stream().map(SourceProfile::name).collect(Collectors.joining(", "))));
			}
			first.read(sheet, lines.iterator());
		}
	}

	private SheetReading reading(SourceProfile source) {
		return this.readings.computeIfAbsent(source, (first) -> new SheetReading(this.agency.mapping(), first,
				this.offer, this.agency.publisher()::settle, this.report));
	}

	/** Whether the file is all that some source states. */
	private boolean isComplete() {
		return !this.sources.completeIn(this.offer.file().name()).isEmpty();
	}

	/** What cannot be read may hold anything. */
	private static boolean isBlank(Stream<Line> lines) {
		try {
			return lines.allMatch(Line::isBlank);
		}
		catch (UnreadableFile ex) {
			return false;
		}
	}

	/** Whether no source of the profile reads any sheet of it. */
	boolean isUnknown() {
		return this.readings.isEmpty();
	}

	/** Whether it is all of some source, for which headings alone say that nothing is. */
	boolean isAllOfAny() {
		return this.readings.entrySet()
			.stream()
			.anyMatch((entry) -> entry.getKey().isOfCompleteFiles() && !entry.getValue().isBlank());
	}

	/** Concludes each source of which it should be all. */
	void conclude(VanishedRows vanished) {
		for (SourceProfile source : this.sources.completeIn(this.offer.file().name())) {
			vanished.conclude(source, reading(source).named(), doubt(reading(source)));
		}
	}

	/** Why what is missing may be there all the same; empty if it cannot. */
	private Optional<Staying> doubt(SheetReading reading) {
		if (!reading.isBlank() && this.report.isAnyRefused()) {
			return Optional.of(Staying.ROWS_REFUSED);
		}
		if (this.unread) {
			return Optional.of(Staying.SHEET_UNREAD);
		}
		return reading.isBlank() ? Optional.of(Staying.SHEET_MISSING) : Optional.empty();
	}

}
