package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.HubUnreachable;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Publisher;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.SourceKind;

/**
 * Takes the files of one agency, each as whatever sources of the profile it holds. There
 * is one of it per agency: files that are all of what a source states are read one after
 * the other, whichever way they come.
 */
final class FileIntake implements FileTaking {

	/** Under which refusals of whole files are recorded. */
	private static final String FILES = "file";

	/** How long a file waits for those before it; then it is to be offered again. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final HostedAgency agency;

	private final FileSources sources;

	/** Of files that are all of something. */
	private final ReentrantLock turn = new ReentrantLock(true);

	private final Asking asking = new Asking();

	/**
	 * A file.
	 *
	 * @param offeredAt when it was written
	 * @param arrivedAt no later than when it was handed in
	 */
	record Offer(SpreadsheetFile file, Instant offeredAt, Instant arrivedAt) {
	}

	FileIntake(HostedAgency agency) {
		this.agency = agency;
		this.sources = new FileSources(agency.mapping().profile());
	}

	@Override
	public Report take(Path path, Instant arrivedAt) throws IOException {
		return take(SpreadsheetFile.of(path), arrivedAt, new Report());
	}

	/** As {@link #take(Path, Instant)}, into a report that tells of progress. */
	Report take(SpreadsheetFile file, Instant arrivedAt, Report report) throws IOException {
		List<SourceProfile> complete = this.sources.completeIn(file.name());
		Offer offer = new Offer(file, Files.getLastModifiedTime(file.path()).toInstant(), arrivedAt);
		if (complete.isEmpty()) {
			return read(offer, report);
		}
		awaitTurn();
		try {
			this.asking.begin(complete, file);
			return read(offer, report);
		}
		finally {
			this.turn.unlock();
		}
	}

	/** What one file states must not be missing from another that is just being read. */
	private void awaitTurn() {
		try {
			if (!this.turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new HubUnreachable("Another file of " + this.agency.id() + " is being read");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new HubUnreachable("Interrupted while another file is being read", ex);
		}
	}

	private Report read(Offer offer, Report report) {
		SpreadsheetFile file = offer.file();
		FileReading reading = new FileReading(this.agency, this.sources, offer, report);
		try {
			reading.read();
			conclude(offer, report, reading);
		}
		catch (UnreadableFile ex) {
			refuse(file, offer.offeredAt(), report,
					new Objection(RefusalCode.FILE_UNREADABLE, file.name(), ex.reason()));
		}
		catch (UncheckedIOException | IOException ex) {
			refuse(file, offer.offeredAt(), report, new Objection(RefusalCode.FILE_UNREADABLE, file.name(),
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

	private void conclude(Offer offer, Report report, FileReading reading) {
		SpreadsheetFile file = offer.file();
		if (reading.found().isEmpty()) {
			String known = String.join(", ", this.sources.globs());
			refuse(file, offer.offeredAt(), report, new Objection(RefusalCode.SOURCE_UNKNOWN, file.name(), known));
			return;
		}
		if (report.isEmpty()) {
			refuse(file, offer.offeredAt(), report, new Objection(RefusalCode.FILE_EMPTY, file.name(), ""));
			return;
		}
		Publisher publisher = this.agency.publisher();
		publisher
			.settle(List.of(new Submission(whole(file, offer.offeredAt()), new Outcome.Mapped(List.of(), List.of()))));
		// Where not every refused row is known by name, none is resolved for being gone.
		report.refusedRows()
			.ifPresent((refused) -> reading.found()
				.forEach((source) -> publisher.resolveOthers(source.name(), file.rows(), refused)));
		VanishedRows vanished = new VanishedRows(publisher, this.asking, offer, report);
		reading.forEachComplete((source, rows) -> vanished.conclude(source, rows, reading.isUnread()));
	}

	private void refuse(SpreadsheetFile file, Instant offeredAt, Report report, Objection objection) {
		Provenance provenance = whole(file, offeredAt);
		Outcome refused = new Outcome.Refused(List.of(Refusal.of(file.name(), objection)));
		report.add(provenance, this.agency.publisher().settle(List.of(new Submission(provenance, refused))).getFirst());
	}

	private static Provenance whole(SpreadsheetFile file, Instant offeredAt) {
		return new Provenance(SourceKind.SPREADSHEET, FILES, file.digest(), file.name(), file.name(), offeredAt);
	}

}
