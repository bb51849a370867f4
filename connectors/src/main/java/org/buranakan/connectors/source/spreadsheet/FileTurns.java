package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.buranakan.connectors.hosting.Hindrance;
import org.buranakan.connectors.publish.HubUnreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files of an inbox in turn; whatever one does, those behind it have theirs. A
 * file that cannot be read now, or was read and cannot be put away, waits: it is a disk
 * that fails then, or somebody who still writes. What was read is not read again for
 * that.
 */
final class FileTurns {

	private static final Hindrance UNUSABLE = new Hindrance(
			"อ่านหรือเขียนโฟลเดอร์รับไฟล์หรือไฟล์ในนั้นไม่ได้ (ดิสก์ขัดข้อง ดิสก์เต็ม ไม่มีสิทธิ์ หรือไฟล์เปิดค้างอยู่) ไฟล์จะรออยู่ที่เดิม"
					+ " โปรดปิดไฟล์ที่เปิดค้าง หรือให้ฝ่ายไอทีแก้ดิสก์ เพิ่มที่ว่าง หรือแก้สิทธิ์",
			"The folder for files, or a file in it, cannot be read or written (disk away, disk full, no rights, or still"
					+ " open in a program). Files stay where they are; close what is open, or let your IT mend the disk,"
					+ " make room or mend the rights.");

	private static final Logger log = LoggerFactory.getLogger(FileTurns.class);

	/**
	 * So many files may lie there read, before the others wait too: what is to be told of
	 * all of them would fill the memory. It is not one, because that may be the only one
	 * that cannot be moved.
	 */
	private static final int MOST_READ = 3;

	private final String owner;

	private final Inbox inbox;

	private final FileTaking taking;

	private final Map<Path, Inbox.Result> read = new HashMap<>();

	/** Why files waited when they were looked at last; empty if none did. */
	private String waitsFor = "";

	private volatile boolean usable = true;

	FileTurns(String owner, Inbox inbox, FileTaking taking) {
		this.owner = owner;
		this.inbox = inbox;
		this.taking = taking;
	}

	/** Whether folder or files keep the last look from being done. */
	Optional<Hindrance> hindrance() {
		return this.usable ? Optional.empty() : Optional.of(UNUSABLE);
	}

	/** Takes every file that is complete. */
	void look() {
		String reason = "";
		boolean well = true;
		try {
			reason = takeAll();
			well = reason.isEmpty();
		}
		catch (HubUnreachable ex) {
			reason = String.valueOf(ex.getMessage());
		}
		catch (IOException | RuntimeException | Error ex) {
			reason = name(ex);
			well = false;
		}
		this.usable = well;
		// An hour of looks is not an hour of warnings.
		if (!reason.equals(this.waitsFor)) {
			log.warn("{}: {}", this.owner, reason.isEmpty() ? "files wait no more" : "files wait, " + reason);
		}
		this.waitsFor = reason;
	}

	/** What is no disk's failure may quote what stands in a cell. */
	private static String name(Throwable failure) {
		return (failure instanceof IOException) ? failure.toString() : failure.getClass().getName();
	}

	/**
	 * Takes one after the other.
	 * @return the first reason for which one waits; empty if none does
	 */
	private String takeAll() throws IOException {
		List<Path> complete = this.inbox.complete();
		this.read.keySet().retainAll(complete);
		String first = "";
		Set<String> waiting = new HashSet<>();
		for (Path file : complete) {
			String name = Mending.original(String.valueOf(file.getFileName()));
			if (waiting.contains(name)) {
				// What corrects a file that waits does not overtake it.
				continue;
			}
			try {
				if (take(file)) {
					// What answers a question is to be seen to have come after it.
					break;
				}
			}
			catch (HubUnreachable ex) {
				throw ex;
			}
			catch (IOException | RuntimeException | Error ex) {
				waiting.add(name);
				first = first.isEmpty() ? name(ex) : first;
			}
		}
		return first;
	}

	/** Returns whether the officer was asked something. */
	private boolean take(Path file) throws IOException {
		if (!this.read.containsKey(file) && this.read.size() < MOST_READ) {
			this.read.put(file, read(file));
		}
		Inbox.Result result = this.read.get(file);
		if (result == null) {
			return false;
		}
		this.inbox.finish(file, result);
		this.read.remove(file);
		return result.report().isAsking();
	}

	/**
	 * What is to be put away is made after all of it is durable: no trouble with it
	 * refuses anything.
	 */
	private Inbox.Result read(Path file) throws IOException {
		Report report = report(file);
		log.info("{}: {} is read", this.owner, file.getFileName());
		return Inbox.Result.of(file, report);
	}

	private Report report(Path file) throws IOException {
		try {
			return this.taking.take(file, this.inbox.arrivedAt(file));
		}
		catch (HubUnreachable ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			return this.taking.giveUp(file, ex);
		}
	}

}
