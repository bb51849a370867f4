package org.buranakan.connectors.source.spreadsheet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.buranakan.connectors.hosting.Hindrance;
import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.schemas.topic.AgencyId;

/**
 * Watches one agency's inbox on a thread of its own. While the hub cannot be reached, or
 * the folder not be read, files stay where they are.
 */
final class FolderWatch implements AutoCloseable {

	private final HostedAgencies agencies;

	private final HostedAgency agency;

	private final FileTurns turns;

	private final Path folder;

	private final Duration lookEvery;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread;

	FolderWatch(HostedAgencies agencies, HostedAgency agency, FileIntake intake, Path folder, Duration lookEvery) {
		this.agencies = agencies;
		this.agency = agency;
		this.turns = new FileTurns(agency.id().toString(), new Inbox(folder), intake);
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

	/** Whether the folder, or a file in it, keeps files from being read. */
	Optional<Hindrance> hindrance() {
		return this.turns.hindrance();
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
			while (!this.closed.await(this.lookEvery.toMillis(), TimeUnit.MILLISECONDS)) {
				if (this.agencies.isCurrent(this.agency)) {
					this.turns.look();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
