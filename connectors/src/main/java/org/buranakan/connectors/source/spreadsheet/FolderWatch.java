package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.buranakan.connectors.hosting.Hindrance;
import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.publish.HubUnreachable;
import org.buranakan.schemas.topic.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one agency's inbox on a thread of its own. While the hub cannot be reached, or
 * the folder not be read, files stay where they are.
 */
final class FolderWatch implements AutoCloseable {

	private static final Hindrance UNUSABLE = new Hindrance(
			"อ่านหรือเขียนโฟลเดอร์รับไฟล์ไม่ได้ (ดิสก์เต็ม หรือไม่มีสิทธิ์) ไฟล์จะรออยู่ที่เดิม โปรดให้ฝ่ายไอทีเพิ่มที่ว่างหรือแก้สิทธิ์",
			"The folder for files cannot be read or written (disk full, or no rights). Files stay where they are;"
					+ " let your IT make room or mend the rights.");

	private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

	private final HostedAgencies agencies;

	private final HostedAgency agency;

	private final FileIntake intake;

	private final Path folder;

	private final Duration lookEvery;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread;

	/** Why files waited when they were looked at last; empty if none did. */
	private volatile String waitsFor = "";

	private volatile boolean usable = true;

	FolderWatch(HostedAgencies agencies, HostedAgency agency, FileIntake intake, Path folder, Duration lookEvery) {
		this.agencies = agencies;
		this.agency = agency;
		this.intake = intake;
		this.folder = folder;
		this.lookEvery = lookEvery;
		this.thread = Thread.ofPlatform().name(name()).daemon().start(this::watch);
	}

	private String name() {
		return "spreadsheet " + this.agency.id();
	}

	boolean isAlive() {
		return this.thread.isAlive();
	}

	boolean isOf(AgencyId other) {
		return this.agency.id().equals(other);
	}

	/** Whether the folder itself keeps files from being read. */
	Optional<Hindrance> hindrance() {
		return this.usable ? Optional.empty() : Optional.of(UNUSABLE);
	}

	/** How many files lie there, the one that is being read among them. */
	long waiting() {
		return Inbox.waiting(this.folder);
	}

	/** Ends after the file at hand. */
	@Override
	public void close() {
		this.closed.countDown();
		try {
			this.thread.join(Duration.ofSeconds(10));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void watch() {
		try {
			FileTurns turns = new FileTurns(this.agency.id().toString(), new Inbox(this.folder), this.intake);
			while (!this.closed.await(this.lookEvery.toMillis(), TimeUnit.MILLISECONDS)) {
				if (this.agencies.awaitCurrent(this.agency, Duration.ZERO)) {
					look(turns);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void look(FileTurns turns) {
		String reason = "";
		boolean well = true;
		try {
			turns.look();
		}
		catch (HubUnreachable ex) {
			reason = String.valueOf(ex.getMessage());
		}
		catch (IOException ex) {
			reason = ex.toString();
			well = false;
		}
		catch (RuntimeException | Error ex) {
			reason = ex.toString();
		}
		this.usable = well;
		// An hour of looks is not an hour of warnings.
		if (!reason.equals(this.waitsFor)) {
			log.warn("{}: {}", this.agency.id(), reason.isEmpty() ? "files wait no more" : "files wait, " + reason);
		}
		this.waitsFor = reason;
	}

}
