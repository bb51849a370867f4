package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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

	private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

	private final HostedAgencies agencies;

	private final HostedAgency agency;

	private final FileIntake intake;

	private final Path folder;

	private final Duration lookEvery;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread;

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
		catch (IOException ex) {
			log.error("{} cannot be watched", this.folder, ex);
		}
	}

	private void look(FileTurns turns) {
		try {
			turns.look();
		}
		catch (HubUnreachable ex) {
			log.warn("{}: files wait, {}", this.agency.id(), ex.getMessage());
		}
		catch (IOException | RuntimeException | Error ex) {
			log.error("{}: files wait, {}", this.agency.id(), ex.toString());
		}
	}

}
