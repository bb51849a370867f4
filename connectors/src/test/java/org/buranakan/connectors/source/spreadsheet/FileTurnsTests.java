package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileTurnsTests {

	@TempDir
	private Path folder;

	private Path first;

	private final List<String> done = new ArrayList<>();

	@BeforeEach
	void drop() throws IOException {
		this.first = Files.writeString(this.folder.resolve("a.csv"), "x");
		Files.writeString(this.folder.resolve("b.csv"), "x");
	}

	@Test
	void aFileThatTripsTheReadingItselfIsSetAsideAndTheNextIsRead() throws IOException {
		// When
		look(new StackOverflowError());
		// Then
		assertThat(this.done).containsExactly("gave up a.csv", "took b.csv");
		assertThat(this.folder.resolve("done")).isDirectoryContaining("glob:**a.csv")
			.isDirectoryContaining("glob:**a.csv.result.txt")
			.isDirectoryContaining("glob:**b.csv");
		assertThat(this.first).doesNotExist();
	}

	@Test
	void aFileThatIsLockedWaitsAndTheNextIsRead() throws IOException {
		// When
		look(new IOException("locked"));
		// Then
		assertThat(this.done).containsExactly("took b.csv");
		assertThat(this.first).exists();
	}

	@Test
	void aFileThatCannotBePutAwayIsReadOnceAndPutAwayWhenItCan() throws IOException {
		// Given
		Path c = Files.writeString(this.folder.resolve("c.csv"), "x");
		Path d = Files.writeString(this.folder.resolve("d.csv"), "x");
		FileTurns turns = new FileTurns("pacc-zone-1", new Inbox(this.folder), new Tripping(new IOException("locked")));
		turns.look();
		Path blocked = Files.createDirectories(this.folder.resolve("done/b.csv.result.txt/x"));
		// When
		assertThatThrownBy(turns::look).isInstanceOf(IOException.class);
		assertThatThrownBy(turns::look).isInstanceOf(IOException.class);
		Files.delete(blocked);
		Files.delete(blocked.getParent());
		turns.look();
		// Then
		assertThat(this.done).containsExactly("took b.csv", "took c.csv", "took d.csv");
		assertThat(this.folder.resolve("done")).isDirectoryContaining("glob:**b.csv")
			.isDirectoryNotContaining("glob:**/.*");
		assertThat(List.of(c, d)).allSatisfy((file) -> assertThat(file).doesNotExist());
	}

	@Test
	void aFileThatChangesWhileItLiesThereReadIsReadAnew() throws IOException {
		// Given
		Files.delete(this.first);
		FileTurns turns = new FileTurns("pacc-zone-1", new Inbox(this.folder), new Tripping(new IOException("locked")));
		turns.look();
		Path blocked = Files.createDirectories(this.folder.resolve("done/b.csv.result.txt/x"));
		assertThatThrownBy(turns::look).isInstanceOf(IOException.class);
		// When
		Files.writeString(this.folder.resolve("b.csv"), "another");
		turns.look();
		Files.delete(blocked);
		Files.delete(blocked.getParent());
		turns.look();
		// Then
		assertThat(this.done).containsExactly("took b.csv", "took b.csv");
		assertThat(this.folder.resolve("done/b.csv")).hasContent("another");
	}

	/** Looks twice, as it takes to see that files are complete; the first file trips. */
	private void look(Throwable trip) throws IOException {
		FileTurns turns = new FileTurns("pacc-zone-1", new Inbox(this.folder), new Tripping(trip));
		turns.look();
		turns.look();
	}

	/** Trips over the first file. */
	private final class Tripping implements FileTaking {

		private final Throwable trip;

		Tripping(Throwable trip) {
			this.trip = trip;
		}

		@Override
		public Report take(Path path, Instant arrivedAt) throws IOException {
			if (path.equals(FileTurnsTests.this.first)) {
				switch (this.trip) {
					case IOException locked -> throw locked;
					case RuntimeException ex -> throw ex;
					case Error error -> throw error;
					default -> throw new IllegalStateException(this.trip);
				}
			}
			FileTurnsTests.this.done.add("took " + path.getFileName());
			return new Report();
		}

		@Override
		public Report giveUp(Path path, Throwable reason) {
			FileTurnsTests.this.done.add("gave up " + path.getFileName());
			return new Report();
		}

	}

}
