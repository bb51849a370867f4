package org.buranakan.connectors.source.push;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.event.ActivityRecorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists and objects where a profile wants one value: what is in them nobody listed. */
class StructuredValuesTests {

	private static final String PROFILE = """
			agency: pacoc-20
			system: ระบบ
			era: buddhist
			sources:
			  - name: activities
			    push: activity
			    events:
			      - family: activity
			        key: "{no}"
			        when: {state: [open, ""]}
			        revision: {from: version}
			        fields:
			          plan: {template: "codi:{plan}"}
			          kind: {constant: training}
			          title: {th: title, en: titleEn}
			          areas: {each: areas, as: area}
			          venue: {from: [hall, room]}
			          startsOn: {from: day, as: date}
			          endsOn: {from: day, as: date}
			          datePrecision: {constant: DAY}
			          status: {constant: PLANNED}
			          organiser: {constant: codi}
			          partners: {each: partners, split: ";"}
			          participants: {from: people, as: quantity}
			""";

	private static final String ITEM = """
			{"type": "activity", "no": "1", "state": "open", "version": 1, "plan": "P1", "title": "อบรม", "titleEn": "x",
			 "areas": "200104", "hall": "a", "room": "b", "day": "24/01/2565", "partners": "codi", "people": 5}""";

	private Mapping mapping;

	@BeforeEach
	void read() throws IOException {
		this.mapping = new Mapping(new Profiles(PilotReference.book())
			.read(new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			no       | "1"
			state    | "open"
			version  | 1
			plan     | "P1"
			title    | "อบรม"
			titleEn  | "x"
			areas    | "200104"
			hall     | "a"
			room     | "b"
			day      | "24/01/2565"
			partners | "codi"
			people   | 5
			""")
	void nothingOfWhatIsInThemIsReadOrRepeated(String column, String value) {
		for (String structure : List.of("{\"th\": \"x\", \"ผู้แจ้ง\": \"นาย ก\"}", "[{\"ผู้แจ้ง\": \"นาย ก\"}]")) {
			String was = "\"" + column + "\": " + value;
			assertThat(ITEM).contains(was);
			// When
			Outcome outcome = map(ITEM.replace(was, "\"" + column + "\": " + structure));
			// Then
			assertThat(outcome.toString()).doesNotContain("นาย ก", "ผู้แจ้ง");
			assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
					(refused) -> assertThat(refused.refusals()).allSatisfy((refusal) -> {
						assertThat(refusal.objection().code()).isEqualTo(RefusalCode.VALUE_STRUCTURED);
						assertThat(refusal.objection().offered()).isEmpty();
						assertThat(refusal.cell()).startsWith("/" + column);
					}));
		}
	}

	@Test
	void whatIsEmptyIsBlankAndOneValueIsAListOfOne() {
		// When
		Outcome outcome = map(ITEM.replace("\"people\": 5", "\"people\": {}").replace("\"x\"", "[]"));
		// Then
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Mapped.class, (mapped) -> {
			ActivityRecorded activity = (ActivityRecorded) mapped.present().getFirst().record();
			assertThat(activity.getParticipants()).isNull();
			assertThat(activity.getAreas()).containsExactly("200104");
		});
	}

	private Outcome map(String item) {
		SourceProfile source = this.mapping.profile().sources().getFirst();
		return this.mapping.map(source, JsonRow.of(source,
				PushedItems.of(item.getBytes(StandardCharsets.UTF_8)).getFirst(), new JsonRow.Request("r", "p")));
	}

}
