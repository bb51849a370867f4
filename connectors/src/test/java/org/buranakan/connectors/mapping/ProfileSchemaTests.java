package org.buranakan.connectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileSchemaTests {

	private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(new ProfileSchema().json());

	static List<String> agencies() {
		return new PilotData().agencies();
	}

	@ParameterizedTest
	@MethodSource("agencies")
	void everyProfileOfThePilotIsOfThisForm(String agency) throws IOException {
		assertThat(mistakes(profile(agency))).isEmpty();
	}

	@Test
	void aWideTableIsOfThisForm() {
		assertThat(mistakes(WideBudget.PROFILE)).isEmpty();
		assertThat(mistakes(WideBudget.PROFILE.replace(", names: period", ""))).isNotEmpty();
		assertThat(mistakes("dates: 1904\n" + WideBudget.PROFILE)).isEmpty();
	}

	@Test
	void columnsOfASheetAreListedAndARevisionIsOfAnythingButBudget() throws IOException {
		// Given
		String zone = profile("pacc-zone-2");
		String revised = "\"\n        revision: {from: recorded}\n        fields:";
		// Then
		assertThat(mistakes(zone.replaceFirst("    columns:(?s:.*?)    optional:", "    optional:"))).isNotEmpty();
		assertThat(mistakes(zone.replaceFirst("\"\n        fields:", revised))).isEmpty();
		assertThat(mistakes(zone.replace("\"\n        fields:", revised))).isNotEmpty();
		assertThat(mistakes(profile("pacoc-19").replace("venue: {", "eventId: {"))).isNotEmpty();
	}

	@Test
	void onlyOfWhatIsPushedNothingCanBeGone() throws IOException {
		assertThat(mistakes(profile("pacc-zone-2").replace("    file:", "    gone: withdrawn\n    file:"))).isEmpty();
		assertThat(mistakes(profile("pacoc-19").replace("    push:", "    gone: kept\n    push:"))).isEmpty();
		assertThat(mistakes(profile("pacoc-19").replace("    push:", "    gone: withdrawn\n    push:"))).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			era: buddhist                      | era: thai           | /era
			title: {th: ชื่อกิจกรรม             | titel: {th: ชื่อกิจกรรม | titel
			as: quantity                       | as: number          | /as
			push: กิจกรรม                       | pushed: กิจกรรม      | pushed
			family: activity                   | family: deed        | /family
			""")
	void whatThePublisherWouldRefuseAnEditorMarks(String right, String wrong, String place) throws IOException {
		// Given
		String profile = profile("pacoc-19").replace(right, wrong);
		// When
		List<Error> mistakes = mistakes(profile);
		// Then
		assertThat(mistakes).isNotEmpty().anySatisfy((mistake) -> assertThat(mistake.toString()).contains(place));
	}

	private List<Error> mistakes(String yaml) {
		Map<String, Object> profile = new Yaml().load(yaml);
		return this.schema.validate(JsonMapper.shared().valueToTree(profile));
	}

	private static String profile(String agency) throws IOException {
		try (InputStream in = PilotData.class.getResourceAsStream("/profiles/" + agency + ".yml")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
