package org.buranakan.connectors.source.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.event.BudgetPosted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.source.spreadsheet.HandmadeWorkbook.row;

/** Sheets as officers lay them out. */
class SheetReadingTests {

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
			      line: [งบ]
			      amount: [อนุมัติ / จำนวนเงิน]
			      note: [หมายเหตุ]
			    optional: [note]
			    events:
			      - family: budget
			        key: "{no}"
			        fields:
			          budgetLine: {from: line}
			          lineTitle: {th: line}
			          fiscalYear: {constant: 2022}
			          phase: {constant: APPROVED}
			          amountSatang: {from: amount, as: money}
			          area: {constant: "110103"}
			          funder: {constant: pacc-zone-1}
			          postedOn: {constant: "2022-01-24"}
			          note: {th: note}
			""";

	private static final String TWO_LEVELS = row(1, "แบบรายงาน") + row(3, "รหัส", "งบ", "เสนอ", "", "อนุมัติ", "")
			+ row(4, "", "", "จำนวนคน", "จำนวนเงิน", "จำนวนคน", "จำนวนเงิน");

	@TempDir
	private Path folder;

	private final List<Outcome> outcomes = new ArrayList<>();

	@Test
	void aColumnIsFoundUnderAHeadingThatSeveralShare() throws IOException {
		// When
		read(new HandmadeWorkbook(TWO_LEVELS + row(5, "A-1", "x", "1", "100", "2", "200")));
		// Then
		assertThat(amounts()).containsExactly(20_000L);
	}

	@Test
	void aRefusedCellOfSuchAColumnIsCalledByBothHeadings() throws IOException {
		// When
		read(new HandmadeWorkbook(TWO_LEVELS + row(5, "A-1", "x", "1", "100", "2", "สองร้อย")));
		// Then
		assertThat(refusals()).singleElement().satisfies((refusal) -> {
			assertThat(refusal.heading()).isEqualTo("อนุมัติ / จำนวนเงิน");
			assertThat(refusal.cell()).isEqualTo("S!F5");
		});
	}

	@Test
	void aColumnThatMayBeLackingIsFoundOnTheSecondRowOfHeadings() throws IOException {
		// When
		read(new HandmadeWorkbook(row(1, "รหัส", "งบ", "อนุมัติ / จำนวนเงิน") + row(2, "", "", "", "หมายเหตุ")
				+ row(3, "A-1", "x", "5", "ด่วน")));
		// Then
		assertThat(events()).singleElement()
			.satisfies((event) -> assertThat(String.valueOf(event.getNote())).contains("ด่วน"));
	}

	@Test
	void totalsAndSectionsAndBlankAndHiddenRowsAreCountedAndNothingOfThemIsRefused() throws IOException {
		// When
		Report report = read(
				new HandmadeWorkbook(TWO_LEVELS + row(5, "๑.๑", "แผนงานอบรม") + row(6, "A-1", "x", "", "", "", "200")
						+ row(9, "A-2", "x", "", "", "", "300").replace("r='9'", "r='9' hidden='1'")
						+ row(10, "รวม", "", "", "", "", "500") + row(11) + row(12))
					.workbook("", "state='hidden'"));
		// Then
		assertThat(amounts()).containsExactly(20_000L, 30_000L);
		assertThat(refusals()).isEmpty();
		assertThat(report.handed().layout()).isEqualTo(new Layout(1, 1, 2, 1, List.of("S")));
		assertThat(report.text("x-2.xlsx", "x.xlsx")).contains("x-2.xlsx", "แถวผลรวมที่ไม่นำเข้า / totals left out: 1",
				"แถวหัวข้อที่ไม่นำเข้า / section rows left out: 1", "แถวว่างระหว่างข้อมูล / blank rows between: 2",
				"แถวที่ถูกซ่อนไว้ในไฟล์ (อ่านด้วย) / hidden rows (read too): 1",
				"แผ่นงานที่ถูกซ่อนไว้ในไฟล์ (อ่านด้วย) / hidden sheets (read too): S");
	}

	@Test
	void anEntryWhoseKeyStandsAboveIsRefusedWithThePlaceOfTheFirst() throws IOException {
		// When
		read(new HandmadeWorkbook(
				TWO_LEVELS + row(5, "A-1", "x", "", "", "", "200") + row(6, "A-1", "y", "", "", "", "300")));
		// Then
		assertThat(refusals()).singleElement()
			.satisfies((refusal) -> assertThat(refusal.objection().detail()).isEqualTo("S!5"));
	}

	@Test
	void ofTenThousandsOfRefusalsTheFirstAreListedAndTheRestCounted() throws IOException {
		// Given
		StringBuilder rows = new StringBuilder("รหัส,งบ,อนุมัติ / จำนวนเงิน\r\n");
		for (int number = 0; number < 12_000; number++) {
			rows.append("A-").append(number).append(",x,สองร้อย\r\n");
		}
		// When
		Report report = read(Files.writeString(this.folder.resolve("a.csv"), rows));
		// Then
		assertThat(report.handed().refused()).isEqualTo(12_000);
		assertThat(report.handed().refusals()).hasSize(10_000);
		assertThat(report.handed().unlisted()).isEqualTo(2_000);
		assertThat(report.refusedRows()).isEmpty();
		assertThat(report.text("a.csv", "a.csv")).contains("และอีก 2000 จุด");
	}

	private Report read(HandmadeWorkbook workbook) throws IOException {
		return read(workbook.in(this.folder));
	}

	private Report read(Path path) throws IOException {
		Mapping mapping = new Mapping(new Profiles(PilotReference.book())
			.read(new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8))));
		SpreadsheetFile file = SpreadsheetFile.of(path);
		Report report = new Report();
		SheetReading reading = new SheetReading(mapping, mapping.profile().sources().getFirst(),
				new FileIntake.Offer(file, Instant.EPOCH, Instant.EPOCH), this::settle, report);
		file.visit((sheet, lines) -> reading.read(sheet, lines.iterator()));
		return report;
	}

	private List<Receipt> settle(List<Submission> submissions) {
		submissions.forEach((submission) -> this.outcomes.add(submission.outcome()));
		return submissions.stream().map(SheetReadingTests::receipt).toList();
	}

	private static Receipt receipt(Submission submission) {
		return switch (submission.outcome()) {
			case Outcome.Mapped mapped -> new Receipt.Applied(mapped.present().size());
			case Outcome.Refused refused -> new Receipt.Refused(refused.refusals());
		};
	}

	private List<BudgetPosted> events() {
		return this.outcomes.stream()
			.filter(Outcome.Mapped.class::isInstance)
			.flatMap((outcome) -> ((Outcome.Mapped) outcome).present().stream())
			.map((content) -> (BudgetPosted) content.record())
			.toList();
	}

	private List<Long> amounts() {
		return events().stream().map(BudgetPosted::getAmountSatang).toList();
	}

	private List<Refusal> refusals() {
		return this.outcomes.stream()
			.filter(Outcome.Refused.class::isInstance)
			.flatMap((outcome) -> ((Outcome.Refused) outcome).refusals().stream())
			.toList();
	}

}
