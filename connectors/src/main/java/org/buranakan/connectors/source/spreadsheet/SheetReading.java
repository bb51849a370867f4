package org.buranakan.connectors.source.spreadsheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.buranakan.connectors.mapping.Mapping;
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
 * in batches: each is mapped and published while the next is read.
 */
final class SheetReading {

	private static final int BATCH = 500;

	/** Of a batch: a few batches are in memory, of every agency that hands in a file. */
	private static final int MOST_LETTERS = 500_000;

	private final Mapping mapping;

	private final Settling settling;

	private final SourceProfile source;

	private final SpreadsheetFile file;

	private final Instant offeredAt;

	private final Report report;

	private final SeenKeys keys = new SeenKeys();

	private final NamedRows named;

	private final Backlog backlog = new Backlog();

	private boolean blank = true;

	private List<CellRow> rows = new ArrayList<>(BATCH);

	private long letters;

	/**
	 * Reads into a report.
	 * @param settling where rows go to
	 */
	SheetReading(Mapping mapping, SourceProfile source, FileIntake.Offer offer, Settling settling, Report report) {
		this.mapping = mapping;
		this.source = source;
		this.file = offer.file();
		this.offeredAt = offer.offeredAt();
		this.settling = settling;
		this.report = report;
		this.named = new NamedRows(source);
	}

	void read(Sheet sheet, Iterator<Line> lines) {
		this.report.layout().begin(sheet);
		this.keys.enter(sheet.name());
		HeadingSearch search = new HeadingSearch(this.source);
		try {
			boolean found = search.find(lines);
			this.blank &= search.sawNothing();
			if (found) {
				read(sheet.name(), search, lines);
			}
			else if (search.sawNothing()) {
				this.report.ignore(sheet.name());
			}
			else {
				refuse(sheet.name(), new Objection(RefusalCode.COLUMN_MISSING, "",
						String.join(", ", search.headings().missing(this.source))));
			}
		}
		finally {
			this.backlog.await();
		}
	}

	private void read(String sheet, HeadingSearch search, Iterator<Line> lines) {
		// Who sorts a table may sort its headings down with it.
		search.above().forEach((line) -> this.named.add(row(sheet, search.headings(), line)));
		Line first = search.first();
		if (first != null) {
			read(sheet, search.headings(), first);
		}
		while (lines.hasNext()) {
			read(sheet, search.headings(), lines.next());
		}
		hand();
	}

	private void read(String sheet, Headings headings, Line line) {
		RowKind kind = RowKind.of(line, this.source.columns().size() - this.source.optional().size());
		this.report.layout().add(line, kind);
		CellRow row = row(sheet, headings, line);
		this.named.add(row);
		if (kind == RowKind.ENTRY) {
			this.rows.add(row);
			this.letters += line.letters();
			if (this.rows.size() >= BATCH || this.letters > MOST_LETTERS) {
				hand();
			}
		}
	}

	private CellRow row(String sheet, Headings headings, Line line) {
		return new CellRow(this.file.digest(), sheet, headings, line);
	}

	/** Whether there is nothing of the source, not even its headings. */
	boolean isBlank() {
		return this.blank;
	}

	/** The rows that were found, whatever became of them. */
	NamedRows named() {
		return this.named;
	}

	private void hand() {
		List<CellRow> batch = this.rows;
		this.rows = new ArrayList<>(BATCH);
		this.letters = 0;
		this.backlog.add(() -> settle(batch.stream().map(this::submission).toList()));
	}

	private Submission submission(CellRow row) {
		Submission read = new Submission(provenance(row.place(), row.trace()), this.mapping.map(this.source, row));
		return repeated(read, row).orElse(read);
	}

	/**
	 * Two rows of one entity would take turns at every reading: the second is refused.
	 */
	private Optional<Submission> repeated(Submission submission, CellRow row) {
		if (!(submission.outcome() instanceof Outcome.Mapped mapped)) {
			return Optional.empty();
		}
		List<Outcome.Identity> stated = new ArrayList<>();
		mapped.present().forEach((content) -> stated.add(new Outcome.Identity(content.family(), content.entity())));
		// A row of a wide table speaks of all of its periods, of blank ones too.
		if (this.source.unpivot().isPresent()) {
			stated.addAll(mapped.absent());
		}
		for (Outcome.Identity identity : stated) {
			Optional<String> first = this.keys.add(identity.family() + " " + identity.entity(), row.line().number());
			if (first.isPresent()) {
				Objection repeated = new Objection(RefusalCode.KEY_REPEATED, identity.entity().local(), first.get());
				return Optional.of(new Submission(submission.provenance(),
						new Outcome.Refused(List.of(Refusal.of(row.place(), repeated)))));
			}
		}
		return Optional.empty();
	}

	/** Something of the whole sheet is refused. */
	void refuse(String sheet, Objection objection) {
		String place = sheet.isEmpty() ? this.file.name() : sheet;
		settle(List
			.of(new Submission(provenance(sheet, place), new Outcome.Refused(List.of(Refusal.of(place, objection))))));
	}

	/**
	 * Two files have the same rows and sheets: only with its file is a row's place its
	 * own.
	 */
	private Provenance provenance(String row, String trace) {
		return new Provenance(SourceKind.SPREADSHEET, this.source.name(), this.file.digest(), this.file.rows() + row,
				trace, this.offeredAt);
	}

	private void settle(List<Submission> batch) {
		List<Receipt> receipts = this.settling.settle(batch);
		for (int index = 0; index < receipts.size(); index++) {
			this.report.add(batch.get(index).provenance(), receipts.get(index));
		}
		this.report.settled();
	}

}
