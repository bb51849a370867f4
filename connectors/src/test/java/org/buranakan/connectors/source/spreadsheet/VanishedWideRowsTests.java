package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.source.spreadsheet.VanishedRowsTests.stayed;

/** Rows of a wide table that is all that its source states. */
class VanishedWideRowsTests {

	private static final List<String> FIRST = List.of("รหัส,งบ 2565,งบ 2566", "P1,100,200", "P2,300,400", "P3,500,600");

	@TempDir
	private Path folder;

	private HandedFiles files;

	@BeforeEach
	void firstFile() throws IOException {
		this.files = new HandedFiles(this.folder, HandedFiles.WIDE);
		this.files.hand(this.files.csv("a.csv", FIRST));
	}

	@Test
	void aRowThatIsGoneTakesTheAmountsOfAllItsColumnsWithItOnce() throws IOException {
		// Given
		Path without = this.files.csv("b.csv", List.of("รหัส,งบ 2565,งบ 2566", "P1,100,200", "P3,500,600"));
		// When
		Handed second = this.files.hand(without);
		Handed third = this.files.hand(without);
		// Then
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(2, List.of()));
		assertThat(third.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(this.files.postings()).hasSize(8).endsWith("P2-FY2565~reversed -30000", "P2-FY2566~reversed -40000");
	}

	@Test
	void twoRowsOfOneKeyDoNotTakeTurnsAtWhatTheyLeaveBlank() throws IOException {
		// Given
		Path split = this.files.csv("b.csv",
				List.of("รหัส,งบ 2565,งบ 2566", "P1,100,", "P2,300,400", "P3,500,600", "P1,,200"));
		// When
		this.files.hand(split);
		List<String> first = this.files.postings();
		Handed second = this.files.hand(split);
		// Then
		assertThat(second.refused()).isOne();
		assertThat(this.files.postings()).isEqualTo(first);
	}

	@Test
	void whatComesBackIsPostedAnew() throws IOException {
		// Given
		this.files.hand(this.files.csv("b.csv", List.of("รหัส,งบ 2565,งบ 2566", "P1,100,200", "P3,500,600")));
		// When
		this.files.hand(this.files.csv("a.csv", FIRST));
		// Then
		assertThat(this.files.postings()).endsWith("P2-FY2565~2 30000", "P2-FY2566~2 40000");
	}

	@Test
	void aColumnThatIsCalledOtherwiseOrIsNotThereTakesNothingWithIt() throws IOException {
		// When
		Handed retitled = this.files.hand(this.files.csv("a.csv",
				List.of("รหัส,งบ 2565,งบประมาณปีหน้า", "P1,100,200", "P2,300,400", "P3,500,600")));
		Handed lacking = this.files.hand(this.files.csv("a.csv", List.of("รหัส", "P1", "P2", "P3")));
		// Then
		assertThat(retitled.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(lacking.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(this.files.postings()).hasSize(6);
	}

	@Test
	void whatTheProfileCanDeriveFromNoRowIsNobodysToWithdraw() throws IOException {
		// Given
		this.files = new HandedFiles(this.folder, HandedFiles.WIDE.replace("{id}-{period}", "{id}-{period}-{amount}"));
		this.files.hand(this.files.csv("a.csv", FIRST));
		// When
		Handed second = this.files.hand(this.files.csv("a.csv", FIRST.subList(0, 3)));
		// Then
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(this.files.postings()).hasSize(6);
	}

	@Test
	void aRefusedAmountKeepsTheRowsThatAreNotThere() throws IOException {
		// When
		Handed handed = this.files
			.hand(this.files.csv("a.csv", List.of("รหัส,งบ 2565,งบ 2566", "P1,100,สองร้อย", "P3,500,600")));
		// Then
		assertThat(stayed(handed)).isEqualTo("rows-refused 2");
		assertThat(this.files.postings()).hasSize(6);
	}

}
