package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.publish.HubUnreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one agency's inbox on a thread of its own. While the hub cannot be reached, or
 * the folder not be read, files stay where they are.
 */
final class FolderWatch implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

	/** So many looks a file may be locked by who writes it. */
	private static final int PATIENCE = 10;

	private final HostedAgencies agencies;

	private final HostedAgency agency;

	private final Path folder;

	private final Duration lookEvery;

	private final Map<Path, Integer> failures = new HashMap<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread;

	FolderWatch(HostedAgencies agencies, HostedAgency agency, Path folder, Duration lookEvery) {
		this.agencies = agencies;
		this.agency = agency;
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
			Inbox inbox = new Inbox(this.folder);
			FileIntake intake = new FileIntake(this.agency);
			while (!this.closed.await(this.lookEvery.toMillis(), TimeUnit.MILLISECONDS)) {
				if (this.agencies.reference().isCurrent()) {
					look(inbox, intake);
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

	private void look(Inbox inbox, FileIntake intake) {
		try {
			for (Path file : inbox.complete()) {
				take(file, inbox, intake);
			}
		}
		catch (HubUnreachable ex) {
			log.warn("{}: files wait, {}", this.agency.id(), ex.getMessage());
		}
		catch (IOException | RuntimeException ex) {
			log.warn("{}: files wait, {}", this.agency.id(), ex.toString());
		}
	}

	/** Takes one file; whatever it does, those behind it have their turn. */
	private void take(Path file, Inbox inbox, FileIntake intake) {
		String name = String.valueOf(file.getFileName());
		try {
			inbox.finish(file, intake.take(file));
			this.failures.remove(file);
			log.info("{}: {} is read", this.agency.id(), name);
		}
		catch (HubUnreachable ex) {
			throw ex;
		}
		catch (IOException ex) {
			log.warn("{}: {} waits, {}", this.agency.id(), name, ex.toString());
			if (this.failures.merge(file, 1, Integer::sum) >= PATIENCE) {
				setAside(file, inbox, intake, ex);
			}
		}
		catch (RuntimeException | Error ex) {
			log.error("{}: {} trips the reading itself", this.agency.id(), name, ex);
			setAside(file, inbox, intake, ex);
		}
	}

	private void setAside(Path file, Inbox inbox, FileIntake intake, Throwable reason) {
		try {
			inbox.finish(file, intake.giveUp(file, reason));
			this.failures.remove(file);
		}
		catch (IOException ex) {
			log.warn("{}: {} stays, {}", this.agency.id(), file.getFileName(), ex.toString());
		}
	}

}
