package org.buranakan.connectors.mapping;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProfileMistakeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					organiser: {constant: pacc-zone-1} | organizer: {constant: pacc-zone-1} | line 31 | fields.organizer
					as: quantity                       | as: number                         | line 32 | as
					of: kind                           | of: sort                           | line 24 | of
					phase: {constant: ALLOTTED}        | phase: {constant: GIVEN}           | line 39 | constant
					era: buddhist                      | era: thai                          | line 3, | era
					family: activity                   | family: deed                       | line 18 | family
					when: {งบ: "*"}                    | when: {no: "*"}                    | line 35 | put quotes
					sources:                           | source:                            | line 13 | not known here
					system: แบบรายงาน                   | system: ก: ข                       | line 2, | mapping values
					from: จำนวน                         | from: จำนวณ                        | line 32 | จำนวณ
					when: {งบ: "*"}                    | when: {งป: "*"}                    | line 35 | งป
					key: "{รหัส}-งบ"                    | key: "{รหด}-งบ"                     | line 34 | รหด
					en: ชื่ออังกฤษ}                       | en: ชื่อเล่น}                         | line 25 | ชื่อเล่น
					template: "codi:{แผน}"             | template: "codi:{แผง}"             | line 23 | แผง
					each: พื้นที่, split: "[;,]"           | each: พืนที่, split: "[;,]"           | line 26 | พืนที่
					split: "[;,]", as: area            | as: area                           | line 26 | a sheet has no lists
					organiser: {constant: pacc-zone-1} | revision: {from: ถึง}               | line 31 | is filled in when the event is published
					organiser: {constant: pacc-zone-1} | source: {constant: x}              | line 31 | ระบบเติมให้เมื่อเผยแพร่
					when: {งบ: "*"}                    | revision: {from: ถึง}               | line 35 | reversed and posted anew
					งบ: งบ}                            | งบ: []}                             | line 16 | columns.งบ: what the source calls
					งบ: งบ}                            | งบ: [งบ, null]}                         | line 16 | columns.งบ: an item of the list is blank
					งบ: งบ}                            | งบ: }                               | line 16 | columns.งบ: what the source calls
					""")
	void aMistakeInAProfileIsFoundWithItsLineAndPlace(String right, String wrong, String line, String place) {
		assertThatThrownBy(() -> MappingTests.mapping(MappingTests.PROFILE.replace(right, wrong)))
			.isInstanceOf(ProfileMistake.class)
			.hasMessageContainingAll(line, place);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			push: ส่ง     | line 16 | what is pushed   | ไม่บอกว่าขาดอะไร
			file: "*.csv" | line 16 | source 'other' states | ไม่ครบทุกรายการ
			""")
	void aSourceThatCannotKnowWhatIsGoneCannotWithdrawIt(String origin, String line, String english, String thai) {
		// Given
		String withdrawing = MappingTests.PROFILE.replace("file: \"*.xlsx\"", origin + "\n    gone: withdrawn");
		String other = withdrawing.substring(withdrawing.indexOf("  - name:"))
			.replace("name: activities", "name: other")
			.replace("gone: withdrawn", "gone: kept")
			.replace("*.csv", "b*.csv")
			.replace("push: ส่ง", "push: ส่งอื่น");
		// When, Then
		assertThatThrownBy(() -> MappingTests.mapping(withdrawing + other)).isInstanceOf(ProfileMistake.class)
			.hasMessageContainingAll(line, "gone", english, thai);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			push: ส่ง
			table: public.activities
			file: "*.csv"
			""")
	void ofTwoSourcesThatReadTheSameTheSecondIsAMistake(String origin) {
		// Given
		String first = MappingTests.PROFILE.replace("file: \"*.xlsx\"", origin);
		String second = first.substring(first.indexOf("  - name:")).replace("name: activities", "name: again");
		// When, Then
		assertThatThrownBy(() -> MappingTests.mapping(first + second)).isInstanceOf(ProfileMistake.class)
			.hasMessageContainingAll("line 45", "'activities' reads the same", "จะไม่ถูกอ่านเลย");
	}

	@Test
	void aColumnThatMayBeLackingIsOneOfTheSource() {
		for (String origin : List.of("push: ส่ง", "table: public.activities", "file: \"*.csv\"")) {
			assertThatThrownBy(() -> MappingTests
				.mapping(MappingTests.PROFILE.replace("file: \"*.xlsx\"", origin + "\n    optional: [จำนวน, จำนวณ]")))
				.isInstanceOf(ProfileMistake.class)
				.hasMessageContainingAll("line 16", "optional", "'จำนวณ' is none");
		}
	}

	@Test
	void whatATableOrAnItemCallsAColumnItselfNeedsNoMention() {
		for (String origin : List.of("push: ส่ง", "table: public.activities")) {
			assertThat(MappingTests
				.mapping(MappingTests.PROFILE.replace("file: \"*.xlsx\"", origin).replaceAll("    columns: .*\\n", ""))
				.profile()
				.sources()
				.getFirst()
				.captured()).contains("รหัส", "แผน", "งบ", "จำนวน");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "table: public.activities", "file: \"*.csv\"" })
	void whoCountsRevisionsItselfLeavesNoneForAWithdrawal(String origin) {
		assertThatThrownBy(() -> MappingTests
			.mapping(MappingTests.PROFILE.replace("file: \"*.xlsx\"", origin + "\n    gone: withdrawn")
				.replaceFirst("key: \"\\{รหัส}\"\n", "key: \"{รหัส}\"\n        revision: {from: ถึง}\n")))
			.isInstanceOf(ProfileMistake.class)
			.hasMessageContainingAll("line 16", "gone", "counts itself", "นับเลขฉบับเอง");
	}

	@Test
	void filesThatAreTheOnlyWordOnTheirFamiliesMayBeComplete() {
		// Given
		String complete = MappingTests.PROFILE.replace("file: \"*.xlsx\"", "file: \"*.xlsx\"\n    gone: withdrawn");
		// When
		Mapping mapping = MappingTests.mapping(complete);
		// Then
		assertThat(mapping.profile().sources()).allMatch(SourceProfile::isOfCompleteFiles);
	}

}
