package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import org.buranakan.connectors.access.TurnedAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/** A file that was handed in, on disk until it is closed. */
record StoredUpload(Path folder, SpreadsheetFile file) implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(StoredUpload.class);

	/** The disk takes it not, or not all of it. */
	static final class NoRoom extends IOException {

		private NoRoom(IOException cause) {
			super(cause);
		}

	}

	/**
	 * Stores all of it.
	 * @param name what its owner calls it
	 * @throws NoRoom if nothing can be stored now
	 * @throws TurnedAway if its body is not heard to its end
	 */
	static StoredUpload of(InputStream body, String name) throws IOException {
		Path folder = fresh();
		try {
			return new StoredUpload(folder, SpreadsheetFile.store(body, folder.resolve("upload" + ending(name)), name));
		}
		catch (TurnedAway ex) {
			remove(folder);
			throw ex;
		}
		catch (IOException ex) {
			remove(folder);
			throw new NoRoom(ex);
		}
	}

	@Override
	public void close() {
		remove(this.folder);
	}

	/** The answer is given by then: what stays is the system's to clear away. */
	private static void remove(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			log.warn("An upload cannot be removed: {}", ex.toString());
		}
	}

	/** The ending decides how it is read; nothing else of its name is stored. */
	private static String ending(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return Stream.of(".xlsx", ".csv", ".tsv").filter(lower::endsWith).findFirst().orElse("");
	}

	private static Path fresh() throws NoRoom {
		try {
			return Files.createTempDirectory("upload");
		}
		catch (IOException ex) {
			throw new NoRoom(ex);
		}
	}

}
