package org.buranakan.connectors.mapping;

import java.util.HashMap;
import java.util.Map;

import org.buranakan.connectors.mapping.Outcome.Mapped;
import org.buranakan.connectors.mapping.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatedRevisionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			7     | 7
			๑๒    | 12
			''    |
			0     | REVISION_UNUSABLE
			-1    | NUMBER_NEGATIVE
			1.5   | NUMBER_UNREADABLE
			ใหม่   | NUMBER_UNREADABLE
			""")
	void theAgencysOwnRevisionIsAWholeNumberFromOneOrLeftToTheConnector(String sent, @Nullable String expected) {
		// Given
		Mapping counting = MappingTests.mapping(
				MappingTests.PROFILE.replace("key: \"{รหัส}\"\n", "key: \"{รหัส}\"\n        revision: {from: ถึง}\n"));
		Map<String, String> row = new HashMap<>(MappingTests.GOOD);
		row.put("ถึง", sent);
		// When
		Outcome outcome = counting.map(counting.profile().sources().getFirst(), new TextRow(row));
		// Then
		String said = switch (outcome) {
			case Mapped mapped -> mapped.present()
				.getFirst()
				.revision()
				.map((stated) -> stated.number() + (stated.cell().equals("แผ่น1!ถึง7") ? "" : stated.cell()))
				.orElse(null);
			case Refused refused -> refused.refusals().getFirst().objection().code().name();
		};
		assertThat(said).isEqualTo(expected);
	}

}
