package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files of one agency, each as whatever sources of the profile it holds. There
 * is one of it per agency: its files are read one after the other in the order in which
 * they were handed in, whichever way they come, so that none has the last word over its
 * own correction.
 */
final class FileIntake implements FileTaking {

	/** Under which refusals of whole files are recorded. */
	private static final String FILES = "file";

	private static final Duration ENDLESS = Duration.ofDays(1);

	private static final Duration BRIEF = Duration.ofSeconds(20);

	private static final Logger log = LoggerFactory.getLogger(FileIntake.class);

	/** So much of a stack says where a reading trips. */
	private static final int FRAMES = 12;

	private final HostedAgency agency;

	private final FileSources sources;

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
		return take(path, arrivedAt, new Report());
	}

	/** As {@link #take(Path, Instant)}, into a report that tells of progress. */
	Report take(Path path, Instant arrivedAt, Report report) throws IOException {
		if (!begin(ENDLESS)) {
			throw new HubUnreachable("Another file of " + this.agency.id() + " is being read");
		}
		try {
			// It may become another file while it waits.
			return take(SpreadsheetFile.of(path), arrivedAt, report);
		}
		finally {
			end();
		}
	}

	/** The same of a file whose turn it is. */
	Report take(SpreadsheetFile file, Instant arrivedAt, Report report) throws IOException {
		Offer offer = new Offer(file, Files.getLastModifiedTime(file.path()).toInstant(), arrivedAt);
		this.asking.begin(this.sources.completeIn(file.name()), file);
		return read(offer, report);
	}

	/**
	 * Waits until those files are done that were handed in before.
	 * @return whether it is this thread's turn now; if so it is to {@link #end()} it
	 */
	boolean begin(Duration patience) {
		try {
			return this.turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new HubUnreachable("Interrupted while another file is being read", ex);
		}
	}

	/** The next has its turn. */
	void end() {
		this.turn.unlock();
	}

	/**
	 * Sets aside what is refused of a file as a whole: nobody hands it in any more.
	 * @return whether anything of the kind was refused under the name
	 */
	boolean setAside(String name) {
		String original = Mending.original(name);
		return this.agency.publisher()
			.resolveFiles((refusal) -> refusal.getSource().getPlace().equals(original), BRIEF) > 0;
	}

	private Report read(Offer offer, Report report) throws IOException {
		FileReading reading = new FileReading(this.agency, this.sources, offer, report);
		try {
			reading.read();
			conclude(offer, report, reading);
		}
		catch (UnreadableFile ex) {
			refuse(offer, report, ex.reason());
		}
		catch (UncheckedIOException ex) {
			refuse(offer, report, reason(Objects.requireNonNull(ex.getCause())));
		}
		catch (IOException ex) {
			refuse(offer, report, reason(ex));
		}
		return report;
	}

	/**
	 * Why the file is refused.
	 * @throws IOException if the disk fails: nothing is refused for that
	 */
	private static String reason(IOException failure) throws IOException {
		if (!UnreadableFile.isOfContent(failure)) {
			throw failure;
		}
		return FileFault.DAMAGED.text() + ": " + failure.getClass().getSimpleName();
	}

	@Override
	public Report giveUp(Path path, Throwable reason) {
		return giveUp(new SpreadsheetFile(path, Mending.original(String.valueOf(path.getFileName())), "unread"),
				reason);
	}

	/** As {@link #giveUp(Path, Throwable)}. */
	Report giveUp(SpreadsheetFile file, Throwable reason) {
		// Without its message, which may quote what stands in a cell.
		log.error("{}: {} trips the reading itself: {} at {}", this.agency.id(), file.name(),
				reason.getClass().getName(), Arrays.stream(reason.getStackTrace()).limit(FRAMES).toList());
		Report report = new Report();
		refuse(file, Instant.now(), report,
				new Objection(RefusalCode.FILE_UNREADABLE, file.name(), reason.getClass().getSimpleName()));
		return report;
	}

	private void conclude(Offer offer, Report report, FileReading reading) {
		SpreadsheetFile file = offer.file();
		if (reading.isUnknown()) {
			refuse(file, offer.offeredAt(), report,
					new Objection(RefusalCode.SOURCE_UNKNOWN, file.name(), this.sources.known()));
			return;
		}
		if (report.isEmpty() && !reading.isAllOfAny()) {
			refuse(file, offer.offeredAt(), report, new Objection(RefusalCode.FILE_EMPTY, file.name(), ""));
			return;
		}
		Publisher publisher = this.agency.publisher();
		// Also what was refused under another name: this is what was meant.
		publisher.resolveFiles((refusal) -> refusal.getSource().getContainer().equals(file.digest())
				|| refusal.getSource().getPlace().equals(file.name()), ENDLESS);
		// Where not every refused row is known by name, none is resolved for being gone.
		report.refusedRows()
			.ifPresent((refused) -> this.sources.in(file.name())
				.forEach((source) -> publisher.resolveOthers(source.name(), file.rows(), refused)));
		reading.conclude(new VanishedRows(publisher, this.asking, offer, report));
		report.taken();
	}

	private void refuse(Offer offer, Report report, String reason) {
		refuse(offer.file(), offer.offeredAt(), report,
				new Objection(RefusalCode.FILE_UNREADABLE, offer.file().name(), reason));
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
