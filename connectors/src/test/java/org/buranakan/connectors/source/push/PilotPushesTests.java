package org.buranakan.connectors.source.push;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PilotPushesTests {

	private final PilotData pilot = new PilotData();

	@ParameterizedTest
	@CsvSource({ "pacoc-11, 32", "pacoc-19, 10", "pacoc-20, 20", "pacoc-23, 10" })
	void everythingThatACentrePushesIsRead(String agency, int atLeast) {
		// Given
		Mapping mapping = PilotReference.mapping(agency);
		List<Pushed> items = this.pilot.pushes(agency)
			.stream()
			.flatMap((push) -> PushedItems.of(push.json().getBytes(StandardCharsets.UTF_8)).stream())
			.toList();
		// When
		List<Outcome> outcomes = items.stream()
			.map((item) -> mapping.map(mapping.profile().push(item.item().path("type").asString("")).orElseThrow(),
					JsonRow.of(mapping.profile().push(item.item().path("type").asString("")).orElseThrow(), item,
							new JsonRow.Request("r", "p"))))
			.toList();
		// Then
		assertThat(outcomes).hasSizeGreaterThanOrEqualTo(atLeast)
			.allSatisfy((outcome) -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Mapped.class,
					(mapped) -> assertThat(mapped.present()).isNotEmpty()));
	}

}
