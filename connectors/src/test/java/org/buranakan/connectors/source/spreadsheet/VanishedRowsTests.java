package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.buranakan.schemas.event.ActivityRecorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.source.spreadsheet.HandmadeWorkbook.row;

/** Rows that a file, which is all that its source states, does not have any more. */
class VanishedRowsTests {

	private static final String HEADINGS = row(1, "รหัส", "ชื่อ", "วันที่");

	@TempDir
	private Path folder;

	private HandedFiles files;

	@BeforeEach
	void firstFile() throws IOException {
		this.files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES);
		this.files.hand(this.files.activities("a.csv", "A-1", "A-2", "A-3"));
	}

	@Test
	void whatHasNoRowAnyMoreIsWithdrawnOnceByWhateverFileOfTheSource() throws IOException {
		// Given
		Path later = this.files.activities("later.csv", "A-3", "A-1");
		// When
		Handed second = this.files.hand(later);
		Handed third = this.files.hand(later);
		// Then
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(1, List.of()));
		assertThat(second.events()).isOne();
		assertThat(third.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(this.files.standing()).containsExactly("A-1", "A-3");
		assertThat(this.files.published()).hasSize(4);
	}

	@Test
	void whatComesBackIsPublishedAsTheNextRevision() throws IOException {
		// Given
		Path all = this.files.activities("all.csv", "A-1", "A-2", "A-3");
		this.files.hand(this.files.activities("a.csv", "A-1", "A-3"));
		// When
		this.files.hand(all);
		// Then
		assertThat(this.files.standing()).containsExactly("A-1", "A-2", "A-3");
		assertThat(last().getRevision()).isEqualTo(3);
	}

	@Test
	void theLogIsToldOfTheBytesThatLackTheRowButNotOfTheFilesName() throws IOException {
		// Given
		Path later = this.files.activities("รายงานของนายสมชาย.csv", "A-1", "A-3");
		// When
		this.files.hand(later);
		// Then
		assertThat(last().getSource().getContainer()).isEqualTo(SpreadsheetFile.of(later).digest());
		assertThat(this.files.published()).extracting(SpecificRecord::toString)
			.noneSatisfy((event) -> assertThat(event).contains("สมชาย"));
	}

	@Test
	void whereFilesAreNotCompleteNothingIsWithdrawn() throws IOException {
		// Given
		this.files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES.replace("gone: withdrawn", "gone: kept"));
		this.files.hand(this.files.activities("a.csv", "A-1", "A-2", "A-3"));
		// When
		Handed second = this.files.hand(this.files.activities("a.csv", "A-1", "A-2"));
		// Then
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(this.files.standing()).hasSize(3);
	}

	@Test
	void whatSomebodyElseSaidLastIsNotTheFilesToWithdraw() throws IOException {
		// Given
		this.files.push("A-2");
		this.files.push("P-1");
		// When
		Handed second = this.files.hand(this.files.activities("a.csv", "A-1", "A-3"));
		// Then
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(this.files.standing()).containsExactly("A-1", "A-2", "A-3", "P-1");
	}

	@Test
	void whileARowIsRefusedEverythingStaysAndTheReportSaysHowManyAndWhy() throws IOException {
		// When
		Report report = this.files.read(
				this.files.csv("a.csv", List.of("รหัส,ชื่อ,วันที่", "A-1,อบรม,24/01/2565", "A-2,อบรม,วันไหนก็ได้")),
				Instant.now());
		// Then
		assertThat(stayed(report.handed())).isEqualTo("rows-refused 1");
		assertThat(report.text("a.csv", "a.csv")).contains("1 รายการที่เผยแพร่แล้ว", "1 published entries");
		assertThat(this.files.standing()).hasSize(3);
	}

	@Test
	void anUnreadSheetThatIsNotBlankMayHoldWhatIsMissing() throws IOException {
		// Given
		HandmadeWorkbook workbook = new HandmadeWorkbook(
				HEADINGS + row(2, "A-1", "อบรม", "24/01/2565") + row(3, "A-3", "อบรม", "24/01/2565"));
		// When
		Handed continued = this.files.hand(workbook.second("ต่อ", row(1, "A-2", "อบรม", "24/01/2565")).in(this.folder));
		Handed blank = this.files.hand(workbook.second("ต่อ", row(1)).in(this.folder));
		// Then
		assertThat(stayed(continued)).isEqualTo("sheet-unread 1");
		assertThat(blank.vanished().withdrawn()).isOne();
	}

	@Test
	void aSheetWithNothingOnItRefusesNothingThoughItsSourceWouldReadIt() throws IOException {
		// Given
		HandmadeWorkbook workbook = new HandmadeWorkbook(
				HEADINGS + row(2, "A-1", "อบรม", "24/01/2565") + row(3, "A-3", "อบรม", "24/01/2565"));
		// When
		Handed handed = this.files.hand(workbook.second("S2", "").in(this.folder));
		// Then
		assertThat(handed.refused()).isZero();
		assertThat(handed.vanished().withdrawn()).isOne();
	}

	@Test
	void aSheetThatBeginsFarDownIsRefusedRatherThanTakenForBlank() throws IOException {
		// Given
		HandmadeWorkbook workbook = new HandmadeWorkbook(
				HEADINGS + row(2, "A-1", "อบรม", "24/01/2565") + row(3, "A-3", "อบรม", "24/01/2565"));
		// When
		Handed handed = this.files
			.hand(workbook.second("S2", row(1) + row(40, "A-2", "อบรม", "24/01/2565")).in(this.folder));
		// Then
		assertThat(handed.refused()).isOne();
		assertThat(handed.vanished().withdrawn()).isZero();
	}

	@Test
	void aSheetThatSeveralSourcesClaimIsReportedAndNothingThatItMayHoldIsWithdrawn() throws IOException {
		// Given
		this.files = new HandedFiles(this.folder,
				HandedFiles.ACTIVITIES.replace("sources:\n", HandedFiles.COUNTS.replace("sheet: C", "sheet: S2")));
		this.files.hand(this.files.activities("a.csv", "A-1", "A-2", "A-3"));
		// When
		Handed handed = this.files.hand(new HandmadeWorkbook(
				HEADINGS + row(2, "A-1", "อบรม", "24/01/2565") + row(3, "A-3", "อบรม", "24/01/2565"))
			.second("S2", HEADINGS + row(2, "A-2", "อบรม", "24/01/2565"))
			.in(this.folder));
		// Then
		assertThat(handed.applied()).isOne();
		assertThat(handed.refusals()).singleElement().satisfies((refusal) -> {
			assertThat(refusal.code()).isEqualTo("sheet-claimed");
			assertThat(refusal.place()).isEqualTo("S2");
			assertThat(refusal.reason().th()).endsWith("counts, activities");
		});
		assertThat(stayed(handed)).isEqualTo("rows-refused 1");
	}

	@Test
	void aRowThatIsNoEntryAnyMoreIsStillThere() throws IOException {
		// When
		Handed handed = this.files
			.hand(new HandmadeWorkbook(row(1, "A-2", "อบรม", "24/01/2565") + row(2, "รหัส", "ชื่อ", "วันที่")
					+ row(3, "A-1", "อบรม", "24/01/2565") + row(4, "A-3", "อบรม", "24/01/2565"))
				.in(this.folder));
		// Then
		assertThat(handed.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(this.files.standing()).containsExactly("A-1", "A-2", "A-3");
	}

	@Test
	void anEntryThatLostAllButItsNumberIsASectionAndStillThere() throws IOException {
		// Given
		this.files.hand(this.files.activities("a.csv", "1.1", "A-1", "A-2", "A-3"));
		// When
		Handed handed = this.files.hand(this.files.csv("a.csv", List.of("รหัส,ชื่อ,วันที่", "1.1,อบรม,",
				"A-1,อบรม,24/01/2565", "A-2,อบรม,24/01/2565", "A-3,อบรม,24/01/2565")));
		// Then
		assertThat(handed.layout().sections()).isOne();
		assertThat(this.files.standing()).containsExactly("1.1", "A-1", "A-2", "A-3");
	}

	@Test
	void whatTwoFilesSayAtOnceIsWeighedOneAfterTheOther() throws IOException {
		// Given
		Path shorter = this.files.activities("shorter.csv", "A-1", "A-2", "A-3");
		Path longer = this.files.activities("longer.csv", "A-1", "A-2", "A-3", "A-4");
		Thread second = Thread.ofPlatform().unstarted(() -> this.files.hand(longer, () -> {
		}));
		// When
		this.files.hand(shorter, () -> {
			second.start();
			Awaitility.await().until(() -> !second.isAlive() || second.getState() == Thread.State.TIMED_WAITING);
		});
		Awaitility.await().until(() -> !second.isAlive());
		// Then
		assertThat(this.files.standing()).containsExactly("A-1", "A-2", "A-3", "A-4");
	}

	@Test
	void fewOfManyGoWithoutAQuestion() throws IOException {
		// Given
		this.files.hand(this.files.activities("a.csv", ids(40)));
		// When
		Handed handed = this.files.hand(this.files.activities("a.csv", ids(35)));
		// Then
		assertThat(handed.vanished()).isEqualTo(new Handed.Vanished(5, List.of()));
	}

	@Test
	void aTenthOfManyGoesWithoutAQuestionAndOneMoreDoesNot() throws IOException {
		// Given
		this.files.hand(this.files.activities("a.csv", ids(80)));
		// When
		Handed more = this.files.hand(this.files.activities("a.csv", ids(71)));
		Handed tenth = this.files.hand(this.files.activities("a.csv", ids(72)));
		// Then
		assertThat(stayed(more)).isEqualTo("many 9");
		assertThat(tenth.vanished()).isEqualTo(new Handed.Vanished(8, List.of()));
	}

	@Test
	void headingsAloneSayThatNothingIsLeftWhichIsAskedForAndThenDone() throws IOException {
		// Given
		Path headings = this.files.activities("a.csv");
		// When
		Handed first = this.files.hand(headings);
		Handed second = this.files.hand(headings);
		Handed third = this.files.hand(headings);
		// Then
		assertThat(stayed(first)).isEqualTo("many 3");
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(3, List.of()));
		assertThat(third.vanished()).isEqualTo(new Handed.Vanished(0, List.of()));
		assertThat(List.of(first, second, third)).extracting(Handed::refused).containsOnly(0);
		assertThat(this.files.standing()).isEmpty();
	}

	@Test
	void aWorkbookThatLacksTheSheetSaysSoAndWithdrawsNothingHoweverOften() throws IOException {
		// Given
		this.files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES.replace("sources:\n", HandedFiles.COUNTS));
		this.files.hand(this.files.activities("a.csv", "A-1", "A-2", "A-3"));
		String counts = HEADINGS + row(2, "C-1", "", "24/01/2565");
		// When
		Path without = new HandmadeWorkbook(counts).first("C").in(this.folder);
		Handed first = this.files.hand(without);
		Handed second = this.files.hand(without);
		// Then
		assertThat(first.applied()).isOne();
		assertThat(stayed(first)).isEqualTo("sheet-missing 3");
		assertThat(stayed(second)).isEqualTo("sheet-missing 3");
		// When
		Handed blank = this.files.hand(new HandmadeWorkbook("").second("C", counts).in(this.folder));
		// Then
		assertThat(stayed(blank)).isEqualTo("sheet-missing 3");
		assertThat(this.files.standing()).hasSize(3);
	}

	/** How many stayed, and why. */
	static String stayed(Handed handed) {
		assertThat(handed.vanished().withdrawn()).isZero();
		assertThat(handed.vanished().staying()).hasSize(1);
		Handed.Kept kept = handed.vanished().staying().getFirst();
		return kept.code() + " " + kept.count();
	}

	/** From A-1. */
	static String[] ids(int count) {
		return IntStream.rangeClosed(1, count).mapToObj((number) -> "A-" + number).toArray(String[]::new);
	}

	private ActivityRecorded last() {
		return (ActivityRecorded) this.files.published().getLast();
	}

}
