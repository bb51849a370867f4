package org.buranakan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers over restarts that something was done. */
record Mark(Path file) {

	/** Does it, unless it was done; who dies in the middle does it again. */
	void once(Runnable step) {
		if (Files.notExists(this.file)) {
			step.run();
			try {
				Files.createFile(this.file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
