package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.buranakan.connectors.publish.HubUnreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files of an inbox in turn; whatever one does, those behind it have theirs.
 */
final class FileTurns {

	private static final Logger log = LoggerFactory.getLogger(FileTurns.class);

	/** So many looks a file may be locked by who writes it. */
	private static final int PATIENCE = 10;

	private final String owner;

	private final Inbox inbox;

	private final FileTaking taking;

	private final Map<Path, Integer> failures = new HashMap<>();

	FileTurns(String owner, Inbox inbox, FileTaking taking) {
		this.owner = owner;
		this.inbox = inbox;
		this.taking = taking;
	}

	/**
	 * Takes every file that is complete.
	 * @throws HubUnreachable if they have to wait
	 */
	void look() throws IOException {
		for (Path file : this.inbox.complete()) {
			take(file);
		}
	}

	private void take(Path file) {
		String name = String.valueOf(file.getFileName());
		try {
			this.inbox.finish(file, this.taking.take(file, this.inbox.arrivedAt(file)));
			this.failures.remove(file);
			log.info("{}: {} is read", this.owner, name);
		}
		catch (HubUnreachable ex) {
			throw ex;
		}
		catch (IOException ex) {
			log.warn("{}: {} waits, {}", this.owner, name, ex.toString());
			if (this.failures.merge(file, 1, Integer::sum) >= PATIENCE) {
				setAside(file, ex);
			}
		}
		catch (RuntimeException | Error ex) {
			log.error("{}: {} trips the reading itself", this.owner, name, ex);
			setAside(file, ex);
		}
	}

	private void setAside(Path file, Throwable reason) {
		try {
			this.inbox.finish(file, this.taking.giveUp(file, reason));
			this.failures.remove(file);
		}
		catch (HubUnreachable ex) {
			throw ex;
		}
		catch (IOException | RuntimeException | Error ex) {
			log.error("{}: {} stays, {}", this.owner, file.getFileName(), ex.toString());
		}
	}

}
