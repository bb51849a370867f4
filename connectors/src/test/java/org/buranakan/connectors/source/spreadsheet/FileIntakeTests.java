package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.record.SourceRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.buranakan.connectors.source.spreadsheet.HandmadeWorkbook.row;

/** What files of one agency do to one another, and what a disk does to them. */
@ExtendWith(OutputCaptureExtension.class)
class FileIntakeTests {

	private static final String HEADINGS = row(1, "รหัส", "ชื่อ", "วันที่");

	/** Linux answers whoever reads it with an input/output error. */
	private static final Path FAILING = Path.of("/proc/self/mem");

	@TempDir
	private Path folder;

	private HandedFiles files;

	@BeforeEach
	void join() throws IOException {
		this.files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES.replace("gone: withdrawn", "gone: kept"));
	}

	@Test
	void anOlderFileThatIsStillBeingReadHasNotTheLastWordOverItsCorrection() throws IOException {
		// Given
		String[] ids = VanishedRowsTests.ids(1200);
		Path older = this.files.activities("a.csv", ids);
		Path corrected = Files.createDirectory(this.folder.resolve("later")).resolve("a.csv");
		Files.writeString(corrected,
				Files.readString(older).replace("อบรม", "แก้แล้ว") + "R-1,แก้แล้ว,วันไหนก็ได้\r\n");
		Thread second = Thread.ofPlatform().unstarted(() -> this.files.hand(corrected, () -> {
		}));
		// When
		this.files.hand(older, () -> {
			if (second.getState() == Thread.State.NEW) {
				second.start();
				Awaitility.await().until(() -> !second.isAlive() || second.getState() == Thread.State.TIMED_WAITING);
			}
		});
		// Then
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !second.isAlive());
		assertThat(events().filter((event) -> event.getEntityId().endsWith(":A-1200"))).last()
			.satisfies((event) -> assertThat(event.getTitle().getTh()).isEqualTo("แก้แล้ว"));
		assertThat(refusals()).last().satisfies((refusal) -> assertThat(refusal.getResolved()).isFalse());
	}

	@Test
	void aFileThatBecomesAnotherWhileItWaitsIsTakenForThatOne() throws IOException {
		// Given
		FileIntake intake = this.files.intake();
		Path file = this.files.activities("a.csv", "A-1");
		CompletableFuture<Report> waiting = new CompletableFuture<>();
		Thread second = Thread.ofPlatform()
			.unstarted(() -> waiting.completeAsync(() -> take(intake, file), Runnable::run));
		// When
		intake.begin(Duration.ZERO);
		second.start();
		Awaitility.await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
		this.files.activities("a.csv", "A-2");
		intake.end();
		// Then
		assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
		assertThat(events()).singleElement()
			.satisfies((event) -> assertThat(event.getSource().getContainer())
				.isEqualTo(SpreadsheetFile.of(file).digest()));
	}

	private static Report take(FileIntake intake, Path file) {
		try {
			return intake.take(file, Instant.now());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void whatADiskDoesNotYieldIsNotRefusedAndReadOnceItDoes() throws IOException {
		// Given
		Path file = Files.createSymbolicLink(this.folder.resolve("a.csv"), FAILING);
		SpreadsheetFile failing = new SpreadsheetFile(file, "a.csv", "sha256:of what was read before");
		// When
		assertThatIOException().isThrownBy(() -> this.files.intake().take(failing, Instant.now(), new Report()));
		// Then
		assertThat(this.files.published()).isEmpty();
		// When
		Files.delete(file);
		Handed handed = this.files.hand(this.files.activities("a.csv", "A-1"));
		// Then
		assertThat(handed.applied()).isOne();
		assertThat(refusals()).isEmpty();
	}

	@Test
	void whatWasRefusedOfASheetThatTheWorkbookHasNoMoreIsMended() throws IOException {
		// Given
		this.files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES.replace("gone: withdrawn", "gone: kept")
			.replace("sources:\n", HandedFiles.COUNTS));
		String good = HEADINGS + row(2, "A-1", "อบรม", "24/01/2565");
		this.files
			.hand(new HandmadeWorkbook(good).second("C", HEADINGS + row(2, "C-1", "", "วันไหนก็ได้")).in(this.folder));
		assertThat(refusals()).last().satisfies((refusal) -> assertThat(refusal.getResolved()).isFalse());
		// When
		this.files.hand(new HandmadeWorkbook(good).in(this.folder));
		// Then
		assertThat(refusals()).last().satisfies((refusal) -> assertThat(refusal.getResolved()).isTrue());
	}

	@Test
	void aFileUnderAWrongNameIsMendedByTheSameBytesUnderTheRightOne() throws IOException {
		// Given
		this.files = new HandedFiles(this.folder,
				HandedFiles.ACTIVITIES.replace("gone: withdrawn", "gone: kept").replace("file: \"*\"", "file: \"a*\""));
		Path right = this.files.activities("a.csv", "A-1");
		this.files.hand(Files.copy(right, this.folder.resolve("b.csv")));
		this.files.hand(this.files.activities("c.csv", "A-2"));
		// When
		this.files.hand(right);
		// Then
		assertThat(this.files.open()).containsExactly("c.csv");
	}

	@Test
	void whatIsRefusedOfAFileAsAWholeIsSetAsideByItsNameAndARefusedRowIsNot() throws IOException {
		// Given
		this.files.hand(Files.writeString(this.folder.resolve("notes.txt"), "x"));
		this.files.hand(Files.writeString(this.folder.resolve("a.csv"), "รหัส,ชื่อ,วันที่\r\nA-1,อบรม,วันไหนก็ได้"));
		FileIntake intake = this.files.intake();
		// When
		boolean file = intake.setAside("notes.txt");
		boolean row = intake.setAside("a.csv");
		boolean cell = intake.setAside("C2");
		// Then
		assertThat(file).isTrue();
		assertThat(row || cell).isFalse();
		assertThat(this.files.open()).containsExactly("C2");
		assertThat(intake.setAside("notes.txt")).isFalse();
	}

	@Test
	void whatTripsTheReadingIsLoggedWithoutWhatItQuotes(CapturedOutput log) throws IOException {
		// When
		this.files.intake().giveUp(this.files.activities("a.csv", "A-1"), new IllegalArgumentException("นายสมชาย"));
		// Then
		assertThat(log).contains("IllegalArgumentException", "FileIntakeTests").doesNotContain("สมชาย");
	}

	private Stream<ActivityRecorded> events() {
		return this.files.published()
			.stream()
			.filter(ActivityRecorded.class::isInstance)
			.map(ActivityRecorded.class::cast);
	}

	private List<SourceRefused> refusals() {
		return this.files.published()
			.stream()
			.filter(SourceRefused.class::isInstance)
			.map(SourceRefused.class::cast)
			.toList();
	}

}
