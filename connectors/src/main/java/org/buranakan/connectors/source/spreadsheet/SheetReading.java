package org.buranakan.connectors.source.spreadsheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.SourceKind;

/**
 * Reads the sheets of a file that are one source of the profile, and settles their rows
 * in batches.
 */
final class SheetReading {

	private static final int BATCH = 500;

	/** Title rows stand above the headings, but not more than these. */
	private static final int DEEPEST_HEADING = 30;

	private final HostedAgency agency;

	private final SourceProfile source;

	private final SpreadsheetFile file;

	private final Instant offeredAt;

	private final Report report;

	private final Map<String, String> keys = new HashMap<>();

	private final List<Submission> batch = new ArrayList<>();

	SheetReading(HostedAgency agency, SourceProfile source, SpreadsheetFile file, Instant offeredAt, Report report) {
		this.agency = agency;
		this.source = source;
		this.file = file;
		this.offeredAt = offeredAt;
		this.report = report;
	}

	void read(String sheet, Iterator<Line> lines) {
		Headings nearest = new Headings(Map.of(), Map.of());
		Optional<Headings> headings = Optional.empty();
		while (headings.isEmpty() && lines.hasNext()) {
			Line line = lines.next();
			Headings candidate = Headings.in(line, this.source);
			nearest = (candidate.found() > nearest.found()) ? candidate : nearest;
			headings = Optional.of(candidate).filter((row) -> row.missing(this.source).isEmpty());
			if (line.number() >= DEEPEST_HEADING) {
				break;
			}
		}
		if (headings.isEmpty()) {
			refuse(sheet,
					new Objection(RefusalCode.COLUMN_MISSING, "", String.join(", ", nearest.missing(this.source))));
		}
		else {
			read(sheet, headings.get(), lines);
		}
		settle();
	}

	private void read(String sheet, Headings headings, Iterator<Line> lines) {
		while (lines.hasNext()) {
			Line line = lines.next();
			if (!line.isBlank()) {
				CellRow row = new CellRow(this.file.digest(), sheet, headings, line);
				Submission submission = new Submission(provenance(row.place(), row.trace()),
						this.agency.mapping().map(this.source, row));
				this.batch.add(repeated(submission, row).orElse(submission));
				if (this.batch.size() >= BATCH) {
					settle();
				}
			}
		}
	}

	/**
	 * Two rows of one entity would take turns at every reading: the second is refused.
	 */
	private Optional<Submission> repeated(Submission submission, CellRow row) {
		if (!(submission.outcome() instanceof Outcome.Mapped mapped)) {
			return Optional.empty();
		}
		return mapped.present()
			.stream()
			.map((content) -> content.family() + " " + content.entity())
			.map((entity) -> Optional.ofNullable(this.keys.putIfAbsent(entity, row.place()))
				.map((first) -> new Submission(submission.provenance(),
						new Outcome.Refused(List.of(Refusal.of(row.place(),
								new Objection(RefusalCode.KEY_REPEATED, entity.substring(entity.indexOf(':') + 1),
										first)))))))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private void refuse(String sheet, Objection objection) {
		String place = sheet.isEmpty() ? this.file.name() : sheet;
		this.batch
			.add(new Submission(provenance(sheet, place), new Outcome.Refused(List.of(Refusal.of(place, objection)))));
	}

	/**
	 * Two files have the same rows and sheets: only with its file is a row's place its
	 * own.
	 */
	private Provenance provenance(String row, String trace) {
		return new Provenance(SourceKind.SPREADSHEET, this.source.name(), this.file.digest(), this.file.rows() + row,
				trace, this.offeredAt);
	}

	private void settle() {
		List<Receipt> receipts = this.agency.publisher().settle(this.batch);
		for (int index = 0; index < receipts.size(); index++) {
			this.report.add(this.batch.get(index).provenance(), receipts.get(index));
		}
		this.batch.clear();
		this.report.settled();
	}

}
