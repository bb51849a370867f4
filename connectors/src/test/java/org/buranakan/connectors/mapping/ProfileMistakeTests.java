package org.buranakan.connectors.mapping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProfileMistakeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			organiser: {constant: pacc-zone-1} | organizer: {constant: pacc-zone-1} | line 30 | fields.organizer
			as: quantity                       | as: number                         | line 31 | as
			of: kind                           | of: sort                           | line 23 | of
			phase: {constant: ALLOTTED}        | phase: {constant: GIVEN}           | line 38 | constant
			era: buddhist                      | era: thai                          | line 3, | era
			family: activity                   | family: deed                       | line 17 | family
			when: {งบ: "*"}                    | when: {no: "*"}                    | line 34 | put quotes
			sources:                           | source:                            | line 13 | not known here
			system: แบบรายงาน                   | system: ก: ข                       | line 2, | mapping values
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
			.replace("gone: withdrawn", "gone: kept");
		// When, Then
		assertThatThrownBy(() -> MappingTests.mapping(withdrawing + other)).isInstanceOf(ProfileMistake.class)
			.hasMessageContainingAll(line, "gone", english, thai);
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
