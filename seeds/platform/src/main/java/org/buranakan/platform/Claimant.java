package org.buranakan.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who holds a data directory, as the lock file tells whoever comes second.
 *
 * @param pid of the process
 * @param page where people find what it runs; empty where it shows nothing
 */
record Claimant(long pid, String page) {

	static Claimant ourselves(Front front) {
		return new Claimant(ProcessHandle.current().pid(), (front.page() != null) ? front.page().toString() : "");
	}

	/** Nothing where the holder has told nothing. */
	static Optional<Claimant> of(Path lock) throws IOException {
		List<String> told = Files.readAllLines(lock);
		return (told.size() == 2 && told.getFirst().matches("\\d{1,18}"))
				? Optional.of(new Claimant(Long.parseLong(told.getFirst()), told.getLast())) : Optional.empty();
	}

	/** Tells it in the locked file. */
	void sign(FileChannel lock) throws IOException {
		lock.truncate(0);
		lock.write(ByteBuffer.wrap((this.pid + "\n" + this.page + "\n").getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public String toString() {
		return "process " + this.pid + (this.page.isEmpty() ? "" : ", page " + this.page);
	}

}
