package org.buranakan.connectors.mapping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	@Test
	void rowsThatAreGoneCanBeWithdrawnOnlyWhereItIsKnownThatTheyAre() {
		String complete = "file: \"*.xlsx\"\n    gone: withdrawn";
		assertThatThrownBy(() -> MappingTests.mapping(MappingTests.PROFILE.replace("file: \"*.xlsx\"", complete)))
			.isInstanceOf(ProfileMistake.class)
			.hasMessageContainingAll("line 16", "gone", "table");
	}

}
