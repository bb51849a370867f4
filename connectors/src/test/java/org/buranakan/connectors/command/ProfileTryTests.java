package org.buranakan.connectors.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileTryTests {

	private static final String PROFILE = """
			agency: codi
			system: แผนงบประมาณ
			era: buddhist
			sources:
			  - name: budget
			    file: "*.csv"
			    columns: {id: [รหัส], area: [พื้นที่]}
			    unpivot: {columns: "งบ {year}", as: amount, names: period}
			    events:
			      - family: budget
			        key: "{id}-{period}"
			        fields: &posting
			          budgetLine: {constant: TRAIN}
			          fiscalYear: {from: period, as: fiscal-year}
			          phase: {constant: ALLOTTED}
			          amountSatang: {from: amount, as: money}
			          area: {from: area, as: area}
			          postedOn: {from: period, as: period-start}
			          funder: {constant: codi}
			  - name: pushed
			    push: งบประมาณ
			    events:
			      - family: budget
			        key: "{id}"
			        fields: *posting
			""";

	private static final String AREAS = """
			kind,code,parent,th,en,attributes
			area,110101,1101,ปากน้ำ,Pak Nam,level=tambon
			""";

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@BeforeEach
	void write() throws IOException {
		Files.writeString(this.folder.resolve("profile.yml"), PROFILE);
		Files.writeString(this.folder.resolve("areas.csv"), AREAS);
	}

	@Test
	void aGoodFileIsPrintedRowByRow() throws IOException {
		// When
		int exit = attempt("งบ.csv", "รหัส,พื้นที่,งบ 2565,งบ 2566\nP1,ต.ปากน้ำ,\"1,500.-\",0\nP2,110101,,700\n");
		// Then
		assertThat(exit).isZero();
		assertThat(printed())
			.containsSubsequence("2\n", "budget  codi:P1-FY2565  ", "fiscalYear=2022", "amountSatang=150000",
					"area=110101", "postedOn=2021-10-01", "budget  codi:P1-FY2566  ", "amountSatang=0", "3\n",
					"budget  codi:P2-FY2566  ", "rows read: 2", "events: 3", "refusals: 0")
			.doesNotContain("P2-FY2565", "eventId");
	}

	@Test
	void whatWouldBeRefusedIsPrintedWithItsCellAndTheExitCodeTells() throws IOException {
		// When
		int exit = attempt("งบ.csv", "รหัส,พื้นที่,งบ 2565\nP1,ต.ไม่มีจริง,100\nP2,110101,100\n");
		// Then
		assertThat(exit).isEqualTo(1);
		assertThat(printed()).contains("B2  REFUSED area-unknown พื้นที่ = ต.ไม่มีจริง", "codi:P2-FY2565",
				"refusals: 1", "nothing was published");
	}

	@Test
	void aBodyToPushIsTriedTooAndWhatNoSourceClaimsIsRefused() throws IOException {
		// When
		int exit = attempt("body.json", """
				[{"type": "งบประมาณ", "id": "P1", "area": "110101", "amount": 100, "period": "ปีงบประมาณ 2565"},
				 {"type": "งบ", "id": "P2"}]
				""");
		// Then
		assertThat(exit).isEqualTo(1);
		assertThat(printed()).contains("/0\n  budget  codi:P1  ", "/1/type  REFUSED source-unknown = งบ", "events: 1",
				"refusals: 1");
	}

	@Test
	void aFileOfNoSourceIsRefused() throws IOException {
		assertThat(attempt("งบ.tsv", "a\tb\n1\t2\n")).isEqualTo(1);
		assertThat(printed()).contains("REFUSED source-unknown");
	}

	@Test
	void aProfileIsCheckedAndAMistakeEndsWithOne() throws IOException {
		assertThat(run("profile", "check", "--profile", path("profile.yml"))).isZero();
		assertThat(printed()).contains("is a profile of codi", "budget: ");
		Files.writeString(this.folder.resolve("profile.yml"), PROFILE.replace("era: buddhist", "era: thai"));
		assertThat(run("profile", "check", "--profile", path("profile.yml"))).isEqualTo(1);
	}

	@Test
	void aProfileWhoseFilesAreCompleteIsToldWhatThatMeansUnlessItCannotBe() throws IOException {
		// Given
		String complete = PROFILE.replace("file: \"*.csv\"", "file: \"*.csv\"\n    gone: withdrawn");
		Files.writeString(this.folder.resolve("shared.yml"), complete);
		Files.writeString(this.folder.resolve("alone.yml"),
				complete.substring(0, complete.indexOf("  - name: pushed")));
		// Then
		assertThat(run("profile", "check", "--profile", path("shared.yml"))).isEqualTo(1);
		assertThat(run("profile", "check", "--profile", path("alone.yml"))).isZero();
		assertThat(printed()).containsOnlyOnce("what a file lacks is withdrawn · รายการที่ไม่มีในไฟล์จะถูกถอน");
	}

	@Test
	void theSchemaIsPrintedAndAFileWithoutReferenceDataIsUsage() {
		assertThat(run("profile", "schema")).isZero();
		assertThat(printed()).contains("json-schema.org", "unpivot");
		assertThat(run("profile", "try", "--profile", path("profile.yml"), "x.csv")).isEqualTo(2);
		assertThat(Commands.claims("profile", "schema")).isTrue();
	}

	private int attempt(String name, String content) throws IOException {
		Files.writeString(this.folder.resolve(name), content);
		return run("profile", "try", "--profile", path("profile.yml"), "--reference", path("areas.csv"), path(name));
	}

	private int run(String... arguments) {
		return Commands.run(new PrintStream(this.out, true, StandardCharsets.UTF_8), arguments);
	}

	private String path(String name) {
		return this.folder.resolve(name).toString();
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
