package org.buranakan.connectors.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.reading.FewAreas;
import org.buranakan.connectors.reading.KnownArea;

/** A wide table of allotments, one column per fiscal year unless said otherwise. */
public record WideBudget(Mapping mapping) {

	static final String PROFILE = """
			agency: codi
			system: แผนงบประมาณ
			era: buddhist
			sources:
			  - name: budget
			    file: "*.xlsx"
			    columns: {id: [รหัส], title: [ชื่อ], area: [พื้นที่], year: [ปีงบประมาณ]}
			    optional: [year]
			    unpivot: {columns: "งบ {year}", as: amount, names: period}
			    events:
			      - family: activity
			        key: "{id}"
			        fields:
			          kind: {constant: training}
			          title: {th: title}
			          areas: {each: area, split: ";", as: area}
			          startsOn: {constant: "2022-01-24"}
			          endsOn: {constant: "2022-01-24"}
			          datePrecision: {constant: DAY}
			          status: {constant: PLANNED}
			          organiser: {constant: codi}
			      - family: budget
			        key: "{id}-{period}"
			        fields:
			          budgetLine: {constant: TRAIN}
			          fiscalYear: {from: period, as: fiscal-year}
			          phase: {constant: ALLOTTED}
			          amountSatang: {from: amount, as: money}
			          area: {from: area, as: area}
			          postedOn: {from: period, as: period-start}
			          funder: {constant: codi}
			""";

	/** By fiscal years. */
	public WideBudget() {
		this(PROFILE);
	}

	WideBudget(String profile) {
		this(new Yaml(profile).mapping(new FewAreas(List.of(new KnownArea("110101", "ปากน้ำ", "Pak Nam")))));
	}

	/** What a row with these cells beside its code, name and area says. */
	public Outcome map(Map<String, String> cells) {
		return this.mapping.map(source(), row(cells));
	}

	List<Outcome.Identity> vanished(Map<String, String> cells) {
		return this.mapping.vanished(source(), row(cells));
	}

	private HeadedRow row(Map<String, String> cells) {
		Map<String, String> row = new HashMap<>(Map.of("รหัส", "P1", "ชื่อ", "อบรม", "พื้นที่", "110101"));
		row.putAll(cells);
		return new HeadedRow(source(), row);
	}

	private SourceProfile source() {
		return this.mapping.profile().sources().getFirst();
	}

}
