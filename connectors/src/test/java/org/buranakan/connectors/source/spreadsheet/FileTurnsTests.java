package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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
		turns.look();
		turns.look();
		assertThat(turns.hindrance()).isPresent();
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
		turns.look();
		assertThat(turns.hindrance()).isPresent();
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

	@Test
	void aFileThatADiskDoesNotYieldWaitsForHoweverLongAndThatIsTold() throws IOException {
		// Given
		Files.delete(this.first);
		Files.createSymbolicLink(this.first, Path.of("/proc/self/mem"));
		HandedFiles files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES);
		FileTurns turns = new FileTurns("pacc-zone-1", new Inbox(this.folder), files.intake());
		Files.delete(this.folder.resolve("b.csv"));
		// When
		IntStream.range(0, 20).forEach((look) -> turns.look());
		// Then
		assertThat(this.first).isSymbolicLink();
		assertThat(files.published()).isEmpty();
		assertThat(turns.hindrance()).hasValueSatisfying((told) -> assertThat(told.en()).contains("disk away"));
		// When
		Files.delete(this.first);
		files.activities("a.csv", "A-1");
		turns.look();
		turns.look();
		// Then
		assertThat(turns.hindrance()).isEmpty();
		assertThat(files.standing()).containsExactly("A-1");
	}

	@Test
	void whatCorrectsAFileThatWaitsDoesNotOvertakeIt() throws IOException {
		// Given
		Files.writeString(this.folder.resolve("a.csv.แก้ไข.xlsx"), "x");
		// When
		look(new IOException("locked"));
		// Then
		assertThat(this.done).containsExactly("took b.csv");
	}

	@Test
	void aLookThatTripsItselfIsToldAsWell() throws IOException {
		// Given
		FileSystem share = FileSystems.newFileSystem(this.folder.resolve("share.zip"), Map.of("create", "true"));
		FileTurns turns = new FileTurns("pacc-zone-1", new Inbox(share.getPath("/")), new Tripping(new Error()));
		turns.look();
		assertThat(turns.hindrance()).isEmpty();
		// When
		share.close();
		turns.look();
		// Then
		assertThat(turns.hindrance()).isPresent();
	}

	@Test
	void whatAnswersAQuestionWhileALaterFileIsReadIsNotAskedAbout() throws IOException {
		// Given
		HandedFiles files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES);
		files.hand(files.activities("whole.csv", VanishedRowsTests.ids(20)));
		Files.delete(this.folder.resolve("whole.csv"));
		Path half = files.activities("a.csv", VanishedRowsTests.ids(10));
		Files.writeString(this.folder.resolve("b.csv"), "later");
		Inbox inbox = new Inbox(this.folder);
		List<Integer> withdrawn = new ArrayList<>();
		FileIntake intake = files.intake();
		FileTurns turns = new FileTurns("pacc-zone-1", inbox, new FileTaking() {
			@Override
			public Report take(Path path, Instant arrivedAt) throws IOException {
				if (!path.equals(half)) {
					// It takes long: the officer answers meanwhile.
					Files.copy(FileTurnsTests.this.folder.resolve("done/a.csv"), half);
					return new Report();
				}
				Report report = intake.take(path, arrivedAt);
				withdrawn.add(report.handed().vanished().withdrawn());
				return report;
			}

			@Override
			public Report giveUp(Path path, Throwable reason) {
				throw new AssertionError(reason);
			}
		});
		// When
		IntStream.range(0, 5).forEach((look) -> turns.look());
		// Then
		assertThat(withdrawn).containsExactly(0, 10);
	}

	/** Looks twice, as it takes to see that files are complete; the first file trips. */
	private void look(Throwable trip) {
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
