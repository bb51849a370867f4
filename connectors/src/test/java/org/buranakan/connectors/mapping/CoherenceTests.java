package org.buranakan.connectors.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.buranakan.connectors.reading.FewAreas;
import org.buranakan.connectors.reading.KnownArea;
import org.buranakan.connectors.reading.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoherenceTests {

	private static final String PROFILE = """
			agency: pacoc-19
			system: แบบรายงาน
			era: buddhist
			lists:
			  channel: {reference: channel, codes: {walk-in: [มาด้วยตนเอง]}}
			sources:
			  - name: complaints
			    file: "*.xlsx"
			    columns: {id: id, at: at, area: area, start: start, end: end, received: received, areas: areas, kind: kind}
			    events:
			      - family: complaint
			        key: "{id}"
			        fields:
			          occurredAt: {from: at}
			          area: {from: area, as: area}
			          channel: {constant: walk-in}
			          periodStart: {from: start, as: period-start}
			          periodEnd: {from: end, as: period-end}
			          received: {from: received, as: quantity}
			          status: {constant: COUNTED}
			      - family: activity
			        key: "A{id}"
			        when: {areas: "*"}
			        fields:
			          kind: {from: kind, as: code, of: channel}
			          title: {th: id}
			          areas: {each: areas, split: ";", as: area}
			          startsOn: {from: start, as: period-start}
			          endsOn: {from: end, as: period-end}
			          datePrecision: {constant: DAY}
			          status: {constant: PLANNED}
			          organiser: {constant: pacoc-19}
			""";

	private static final Map<String, String> GOOD = Map.of("id", "1", "at", "2022-02-01T02:00:00Z", "area", "190101",
			"start", "ม.ค. 65", "end", "มี.ค. 65", "received", "5");

	private final Mapping mapping = new Yaml(PROFILE)
		.mapping(new FewAreas(List.of(new KnownArea("190101", "ปากเพรียว", "Pak Phriao"))));

	@Test
	void aCoherentRowIsRead() {
		assertThat(map(Map.of())).isInstanceOf(Outcome.Mapped.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			end | ธ.ค. 64            | PERIOD_REVERSED
			at  | เมื่อวาน            | TIME_UNREADABLE
			at  | 2022-02-01T25:00Z  | TIME_UNREADABLE
			at  | 2022-02-01T02:00   | TIME_UNREADABLE
			""")
	void whatTheHubWouldRejectIsRefusedInItsCell(String column, String value, RefusalCode code) {
		assertThat(map(Map.of(column, value))).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.refusals()).singleElement().satisfies((refusal) -> {
					assertThat(refusal.objection().code()).isEqualTo(code);
					assertThat(refusal.cell()).isEqualTo("แผ่น1!" + column + "7");
				}));
	}

	@Test
	void aListOfMoreThanAThousandIsRefusedWhereItStands() {
		// Given
		String areas = IntStream.range(0, 1001).mapToObj((index) -> "190101").collect(Collectors.joining(";"));
		// When
		Outcome outcome = map(Map.of("areas", areas));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.refusals()).anySatisfy((refusal) -> {
					assertThat(refusal.objection().code()).isEqualTo(RefusalCode.LIST_TOO_LONG);
					assertThat(refusal.objection().reason().getEn()).contains("1000");
					assertThat(refusal.heading()).isEqualTo("areas");
				}));
	}

	@Test
	void aProfileTellsWhichReferenceDataItsReadersNeed() {
		assertThat(this.mapping.profile().reference()).containsExactlyInAnyOrder("area", "channel");
	}

	private Outcome map(Map<String, String> different) {
		Map<String, String> row = new HashMap<>(GOOD);
		row.putAll(different);
		return this.mapping.map(this.mapping.profile().sources().getFirst(), new TextRow(row));
	}

}
