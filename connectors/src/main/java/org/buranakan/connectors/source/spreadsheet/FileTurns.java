package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.buranakan.connectors.publish.HubUnreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files of an inbox in turn; whatever one does, those behind it have theirs. A
 * file that was read and cannot be put away, on a disk that is full or read-only, is not
 * read again for that.
 */
final class FileTurns {

	private static final Logger log = LoggerFactory.getLogger(FileTurns.class);

	/** So many looks a file may be locked by who writes it. */
	private static final int PATIENCE = 10;

	/**
	 * So many files may lie there read, before the others wait too: what is to be told of
	 * all of them would fill the memory. It is not one, because that may be the only one
	 * that cannot be moved.
	 */
	private static final int MOST_READ = 3;

	private final String owner;

	private final Inbox inbox;

	private final FileTaking taking;

	private final Map<Path, Integer> failures = new HashMap<>();

	private final Map<Path, Inbox.Result> read = new HashMap<>();

	FileTurns(String owner, Inbox inbox, FileTaking taking) {
		this.owner = owner;
		this.inbox = inbox;
		this.taking = taking;
	}

	/**
	 * Takes every file that is complete.
	 * @throws HubUnreachable if they have to wait
	 * @throws IOException if they have to, or were read and stay nevertheless
	 */
	void look() throws IOException {
		List<Path> complete = this.inbox.complete();
		this.read.keySet().retainAll(complete);
		List<IOException> staying = new ArrayList<>();
		for (Path file : complete) {
			if (!this.read.containsKey(file) && this.read.size() < MOST_READ) {
				read(file).ifPresent((result) -> this.read.put(file, result));
			}
			Optional.ofNullable(this.read.get(file)).flatMap((result) -> putAway(file, result)).ifPresent(staying::add);
		}
		if (!staying.isEmpty()) {
			throw staying.getFirst();
		}
	}

	/** Why it stays; empty if it does not. */
	private Optional<IOException> putAway(Path file, Inbox.Result result) {
		try {
			this.inbox.finish(file, result);
			this.read.remove(file);
			return Optional.empty();
		}
		catch (IOException ex) {
			return Optional.of(ex);
		}
	}

	/** Empty if it waits. */
	private Optional<Inbox.Result> read(Path file) {
		String name = String.valueOf(file.getFileName());
		try {
			Inbox.Result result = Inbox.Result.of(file, this.taking.take(file, this.inbox.arrivedAt(file)));
			this.failures.remove(file);
			log.info("{}: {} is read", this.owner, name);
			return Optional.of(result);
		}
		catch (HubUnreachable ex) {
			throw ex;
		}
		catch (IOException ex) {
			log.warn("{}: {} waits, {}", this.owner, name, ex.toString());
			return (this.failures.merge(file, 1, Integer::sum) < PATIENCE) ? Optional.empty() : givenUp(file, ex);
		}
		catch (RuntimeException | Error ex) {
			log.error("{}: {} trips the reading itself", this.owner, name, ex);
			return givenUp(file, ex);
		}
	}

	private Optional<Inbox.Result> givenUp(Path file, Throwable reason) {
		try {
			Inbox.Result result = Inbox.Result.of(file, this.taking.giveUp(file, reason));
			this.failures.remove(file);
			return Optional.of(result);
		}
		catch (HubUnreachable ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			log.error("{}: {} stays, {}", this.owner, file.getFileName(), ex.toString());
			return Optional.empty();
		}
	}

}
