package org.buranakan.connectors.source.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.publish.Rehearsal;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.event.BudgetPosted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows that are not in a file any more that is handed in again under its name. */
class VanishedRowsTests {

	private static final String PROFILE = """
			agency: pacc-zone-1
			system: test
			basis: reported
			era: buddhist
			sources:
			  - name: budget
			    file: "*"
			    columns:
			      "no": [รหัส]
			      amount: [จำนวนเงิน]
			    gone: withdrawn
			    events:
			      - family: budget
			        key: "{no}"
			        fields:
			          budgetLine: {constant: x}
			          lineTitle: {th: "no"}
			          fiscalYear: {constant: 2022}
			          phase: {constant: APPROVED}
			          amountSatang: {from: amount, as: money}
			          area: {constant: "110103"}
			          funder: {constant: pacc-zone-1}
			          postedOn: {constant: "2022-01-24"}
			""";

	@TempDir
	private Path folder;

	private Rehearsal rehearsal;

	private FileIntake intake;

	private String profile = PROFILE;

	@BeforeEach
	void firstFile() throws IOException {
		begin();
	}

	@Test
	void whatACompleteFileDoesNotHaveAnyMoreIsWithdrawnOnce() throws IOException {
		// When
		Handed second = hand("a.csv", "A-1,100", "A-3,300");
		Handed third = hand("a.csv", "A-3,300", "A-1,100");
		// Then
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(1, 0));
		assertThat(third.vanished()).isEqualTo(new Handed.Vanished(0, 0));
		assertThat(postings()).containsExactly("A-1 10000", "A-2 20000", "A-3 30000", "A-2~reversed -20000");
	}

	@Test
	void whatComesBackIsPostedAnew() throws IOException {
		// Given
		hand("a.csv", "A-1,100", "A-3,300");
		// When
		hand("a.csv", "A-1,100", "A-2,200", "A-3,300");
		// Then
		assertThat(postings()).endsWith("A-2~reversed -20000", "A-2~2 20000");
	}

	@Test
	void aFileOfAnotherNameWithdrawsNothing() throws IOException {
		// When
		hand("a.csv]b.csv", "B-1,100");
		Handed again = hand("a.csv", "A-1,100", "A-2,200", "A-3,300");
		Handed other = hand("b.csv", "B-2,100");
		// Then
		assertThat(again.vanished().withdrawn()).isZero();
		assertThat(other.vanished().withdrawn()).isZero();
	}

	@Test
	void whereFilesAreNotCompleteNothingIsWithdrawn() throws IOException {
		// Given
		this.profile = PROFILE.replace("gone: withdrawn", "gone: kept");
		begin();
		// When
		Handed second = hand("a.csv", "A-1,100");
		// Then
		assertThat(second.vanished().withdrawn()).isZero();
		assertThat(postings()).hasSize(3);
	}

	@Test
	void aRowThatIsRefusedHasNotVanished() throws IOException {
		// When
		Handed second = hand("a.csv", "A-1,100", "A-2,สองร้อย");
		// Then
		assertThat(second.refused()).isOne();
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(1, 0));
		assertThat(postings()).endsWith("A-3~reversed -30000").hasSize(4);
	}

	@Test
	void aRefusedRowWithoutItsKeyKeepsAllThatItMayBe() throws IOException {
		// When
		Handed second = hand("a.csv", "A-1,100", ",200");
		// Then
		assertThat(second.vanished()).isEqualTo(new Handed.Vanished(0, 2));
		assertThat(postings()).hasSize(3);
	}

	@Test
	void aFileWithoutRowsOrHeadingsWithdrawsNothing() throws IOException {
		// When
		hand("a.csv");
		write("a.csv", "เลขที่,จำนวนเงิน\r\nA-1,100\r\n");
		// Then
		assertThat(postings()).hasSize(3);
	}

	@Test
	void theMarkedWorkbookOfATextFileTakesItsPlace() throws IOException {
		// Given
		hand("a.csv", "A-1,100", "A-2,200", "A-3,สามร้อย");
		Path marked = this.folder.resolve("a.csv.แก้ไข.xlsx");
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			var sheet = workbook.createSheet("ไฟล์");
			fill(sheet.createRow(0), "รหัส", "จำนวนเงิน");
			fill(sheet.createRow(1), "A-1", "150");
			fill(sheet.createRow(2), "A-3", "300");
			try (var out = Files.newOutputStream(marked)) {
				workbook.write(out);
			}
		}
		// When
		Handed third = this.intake.take(marked).handed();
		Handed fourth = hand("a.csv", "A-3,300");
		// Then
		assertThat(third.vanished().withdrawn()).isOne();
		assertThat(fourth.vanished().withdrawn()).isOne();
		assertThat(postings()).endsWith("A-1~reversed -10000", "A-1~2 15000", "A-2~reversed -20000",
				"A-1~2~reversed -15000");
	}

	private void begin() throws IOException {
		Mapping mapping = new Mapping(new Profiles(PilotReference.book())
			.read(new ByteArrayInputStream(this.profile.getBytes(StandardCharsets.UTF_8))));
		this.rehearsal = new Rehearsal(mapping.profile(), Clock.systemUTC());
		this.intake = new FileIntake(HostedAgency.rehearsing(mapping, this.rehearsal.publisher()));
		hand("a.csv", "A-1,100", "A-2,200", "A-3,300");
	}

	private static void fill(org.apache.poi.ss.usermodel.Row row, String... cells) {
		for (int column = 0; column < cells.length; column++) {
			row.createCell(column).setCellValue(cells[column]);
		}
	}

	private Handed hand(String name, String... rows) throws IOException {
		return write(name, "รหัส,จำนวนเงิน\r\n" + String.join("\r\n", rows) + "\r\n");
	}

	private Handed write(String name, String text) throws IOException {
		Path file = Files.write(this.folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
		return this.intake.take(file).handed();
	}

	/** All postings, in order, each with its satang. */
	private List<String> postings() {
		return this.rehearsal.published()
			.stream()
			.filter(BudgetPosted.class::isInstance)
			.map(BudgetPosted.class::cast)
			.map((posting) -> posting.getEntityId().replace("pacc-zone-1:", "") + " " + posting.getAmountSatang())
			.toList();
	}

}
