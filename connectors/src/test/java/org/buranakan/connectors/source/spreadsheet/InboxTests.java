package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.pilot.PilotData;
import org.buranakan.schemas.event.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InboxTests {

	@TempDir
	private Path folder;

	@Test
	void aFileThatVanishesWhileTheFolderIsLookedAtHoldsUpNoOther() throws IOException {
		// Given
		Inbox inbox = new Inbox(this.folder);
		Path stays = Files.writeString(this.folder.resolve("b.csv"), "a,b");
		Path vanishes = this.folder.resolve("a.csv");
		inbox.complete(List.of(vanishes, stays));
		// When
		List<Path> complete = inbox.complete(List.of(vanishes, stays));
		// Then
		assertThat(complete).containsExactly(stays);
	}

	@Test
	void ofFilesThatWaitedTheOldestIsReadFirstWhateverTheNames() throws IOException {
		// Given
		Inbox inbox = new Inbox(this.folder);
		Path newer = Files.writeString(this.folder.resolve("กิจกรรม-10.csv"), "a,b");
		Path older = Files.writeString(this.folder.resolve("กิจกรรม-9.csv"), "a,b");
		Files.setLastModifiedTime(older, FileTime.from(Instant.now().minusSeconds(86_400)));
		inbox.complete();
		// When
		List<Path> complete = inbox.complete();
		// Then
		assertThat(complete).containsExactly(older, newer);
	}

	@Test
	void aFileIsTakenToHaveComeAfterTheLookThatDidNotFindItAsItIs() throws IOException {
		// Given
		Inbox inbox = new Inbox(this.folder);
		Path early = Files.writeString(this.folder.resolve("early.csv"), "a,b");
		inbox.complete();
		Instant before = Instant.now();
		inbox.complete();
		Instant after = Instant.now();
		Path late = Files.writeString(this.folder.resolve("late.csv"), "a,b");
		// When
		inbox.complete();
		List<Path> complete = inbox.complete();
		// Then
		assertThat(complete).containsExactly(early, late);
		assertThat(inbox.arrivedAt(early)).isEqualTo(Instant.MIN);
		assertThat(inbox.arrivedAt(late)).isBetween(before, after);
	}

	@Test
	void whatIsAskedIsToldOnceTheReportLiesThereAndNotWhereItCannot() throws IOException {
		// Given
		Inbox inbox = new Inbox(this.folder);
		Path file = Files.writeString(this.folder.resolve("a.csv"), "a,b");
		List<String> told = new ArrayList<>();
		Report report = new Report();
		report.whenTold(() -> told.add("told"));
		inbox.complete();
		// When
		Files.delete(this.folder.resolve("done"));
		assertThatThrownBy(() -> inbox.finish(file, Inbox.Result.of(file, report)))
			.isInstanceOf(NoSuchFileException.class);
		// Then
		assertThat(told).isEmpty();
		// When
		Files.createDirectory(this.folder.resolve("done"));
		inbox.finish(file, Inbox.Result.of(file, report));
		// Then
		assertThat(told).hasSize(1);
	}

	@Test
	void aFileThatNothingCanOpenAgainLeavesTheInboxWithAListOfWhatIsRefused() throws IOException {
		// Given
		Inbox inbox = new Inbox(this.folder);
		byte[] whole = Files.readAllBytes(new PilotData().writeSpreadsheets("pacc-zone-1", this.folder).getFirst());
		Path broken = Files.write(this.folder.resolve("broken.xlsx"), Arrays.copyOf(whole, whole.length / 2));
		// When
		finish(inbox, broken, refused("งบประมาณ!D13"));
		// Then
		assertThat(broken).doesNotExist();
		assertThat(this.folder.resolve("done/broken.xlsx.แก้ไข.csv")).isRegularFile();
	}

	@Test
	void theMarkedWorkbookOfASecondTurnIsNotOverwrittenByTheFirst() throws IOException {
		// Given
		Inbox inbox = new Inbox(this.folder);
		Path first = new PilotData().writeSpreadsheets("pacc-zone-1", this.folder).getFirst();
		String name = String.valueOf(first.getFileName());
		finish(inbox, first, refused("งบประมาณ!D13"));
		Path marked = this.folder.resolve("done").resolve(name + ".แก้ไข.xlsx");
		Path again = Files.move(marked, this.folder.resolve(marked.getFileName()));
		byte[] handedIn = Files.readAllBytes(again);
		// When
		finish(inbox, again, refused("งบประมาณ!D14"));
		// Then
		assertThat(Files.readAllBytes(marked)).isNotEqualTo(handedIn);
		assertThat(this.folder.resolve("done").resolve(name + ".แก้ไข-2.xlsx")).hasBinaryContent(handedIn);
		try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(marked))) {
			assertThat(workbook.getSheet("งบประมาณ").getRow(12).getCell(3).getCellComment()).isNull();
			assertThat(workbook.getSheet("งบประมาณ").getRow(13).getCell(3).getCellComment()).isNotNull();
		}
		assertThat(Mending.original(name + ".แก้ไข-2.xlsx")).isEqualTo(name);
		assertThat(Mending.original(name + ".แก้ไข (1).xlsx")).isEqualTo(name);
	}

	@Test
	void everyReportOfAnEarlierTurnSaysOnceThatItIsReplacedAndNamesTheNewestAndNoOthersDoes() throws IOException {
		// Given
		Inbox inbox = new Inbox(this.folder);
		for (String name : List.of("a-2.csv", "a.csv", "a.csv", "ab.csv")) {
			finish(inbox, Files.writeString(this.folder.resolve(name), "รหัส"), taken());
		}
		// When
		finish(inbox, Files.writeString(this.folder.resolve("a.csv.แก้ไข.xlsx"), "รหัส"), taken());
		finish(inbox, Files.writeString(this.folder.resolve("a.csv"), "รหัส"), new Report());
		// Then
		assertThat(done("a.csv.result.txt")).startsWith("\uFEFF***")
			.containsOnlyOnce("Replaced")
			.contains("the newest result: a.csv.แก้ไข.xlsx.result.txt")
			.contains("แถวที่ไม่รับ");
		assertThat(done("a-3.csv.result.txt")).contains("the newest result: a.csv.แก้ไข.xlsx.result.txt");
		assertThat(List.of("a-2.csv", "ab.csv", "a.csv.แก้ไข.xlsx", "a-4.csv"))
			.allSatisfy((name) -> assertThat(done(name + ".result.txt")).startsWith("\uFEFFผล"));
	}

	private String done(String name) throws IOException {
		return Files.readString(this.folder.resolve("done").resolve(name));
	}

	private static Report taken() {
		Report report = new Report();
		report.taken();
		return report;
	}

	private static void finish(Inbox inbox, Path file, Report report) throws IOException {
		inbox.complete();
		inbox.finish(file, Inbox.Result.of(file, report));
	}

	private static Report refused(String cell) {
		Refusal refusal = new Refusal(Optional.empty(), "ปีงบประมาณ", cell,
				new Objection(RefusalCode.YEAR_IMPOSSIBLE, "๒๖๕๕", "พ.ศ. 2655"));
		Report report = new Report();
		report.add(new Provenance(SourceKind.SPREADSHEET, "budget", "digest", cell, cell, Instant.EPOCH),
				new Receipt.Refused(List.of(refusal)));
		return report;
	}

}
