package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.source.spreadsheet.VanishedRowsTests.ids;
import static org.buranakan.connectors.source.spreadsheet.VanishedRowsTests.stayed;

/** A file that lacks so much that it may be half a copy. */
class AskingTests {

	@TempDir
	private Path folder;

	private HandedFiles files;

	private Path half;

	@BeforeEach
	void firstFile() throws IOException {
		this.files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES);
		this.files.hand(this.files.activities("whole.csv", ids(20)));
		this.half = this.files.activities("half.csv", ids(10));
	}

	@Test
	void theSameBytesHandedInOnceMoreConfirmItAndASecondTimeSayNothing() throws IOException {
		// When
		Handed first = this.files.hand(this.half);
		// Then
		assertThat(stayed(first)).isEqualTo("many 10");
		assertThat(this.files.standing()).hasSize(20);
		// When
		Handed second = this.files.hand(this.files.activities("called otherwise.csv", ids(10)));
		Handed third = this.files.hand(this.half);
		// Then
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(10, List.of()));
		assertThat(third.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(this.files.standing()).hasSize(10);
	}

	@Test
	void halfOfAFewIsAskedForToo() throws IOException {
		// Given
		this.files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES);
		this.files.hand(this.files.activities("whole.csv", ids(8)));
		// When
		Handed handed = this.files.hand(this.files.activities("half.csv", ids(4)));
		// Then
		assertThat(stayed(handed)).isEqualTo("many 4");
	}

	@Test
	void aRestartAsksAgain() throws IOException {
		// Given
		this.files.hand(this.half);
		// When
		this.files.restart();
		// Then
		assertThat(stayed(this.files.hand(this.half))).isEqualTo("many 10");
	}

	@Test
	void anotherFileOfTheSourceInBetweenMakesItBeAskedAgain() throws IOException {
		// Given
		this.files.hand(this.half);
		// When
		this.files.hand(this.files.activities("refused.csv", "A-1", ""));
		// Then
		assertThat(stayed(this.files.hand(this.half))).isEqualTo("many 10");
	}

	@Test
	void whatNobodyWasToldOfIsNotConfirmedByReadingItAgain() throws IOException {
		// When
		this.files.read(this.half, Instant.now());
		// Then
		assertThat(stayed(this.files.hand(this.half))).isEqualTo("many 10");
	}

	@Test
	void aSecondCopyThatCameBeforeTheQuestionWasToldConfirmsNothing() throws IOException {
		// Given
		Instant together = Instant.now();
		this.files.hand(this.half, together);
		// When
		Handed copy = this.files.hand(this.half, together);
		// Then
		assertThat(stayed(copy)).isEqualTo("many 10");
	}

	@Test
	void whatComesTheNextNightConfirmsNothing() throws IOException {
		// Given
		this.files.hand(this.half);
		// When
		Handed nightly = this.files.hand(this.half, Instant.now().plus(Duration.ofHours(12)));
		// Then
		assertThat(stayed(nightly)).isEqualTo("many 10");
	}

}
