package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import org.buranakan.connectors.access.TurnedAway;

import org.springframework.util.FileSystemUtils;

/** A file that was handed in, on disk until it is closed. */
record StoredUpload(Path folder, Path file) implements AutoCloseable {

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
		StoredUpload stored = within(fresh(), name);
		try {
			Files.copy(body, stored.file);
			return stored;
		}
		catch (TurnedAway ex) {
			stored.close();
			throw ex;
		}
		catch (IOException ex) {
			stored.close();
			throw new NoRoom(ex);
		}
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.folder);
	}

	/** The ending decides how it is read; nothing else of its name is stored. */
	private static StoredUpload within(Path folder, String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		String ending = Stream.of(".xlsx", ".csv", ".tsv").filter(lower::endsWith).findFirst().orElse("");
		return new StoredUpload(folder, folder.resolve("upload" + ending));
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
