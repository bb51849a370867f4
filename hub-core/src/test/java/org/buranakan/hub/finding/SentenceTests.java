package org.buranakan.hub.finding;

import java.util.Locale;

import org.buranakan.hub.view.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SentenceTests {

	private static final Sentence SENTENCE = new Sentence("{who} เริ่ม {startsOn} {amountSatang} บาท[ {people} คน]",
			"{who} on {startsOn}, {amountSatang} baht[, {people} people]");

	@Test
	void datesAreBuddhistEraInThaiAndMoneyIsInBaht() {
		Text text = SENTENCE.with(
				json("""
						{"who": {"th": "พอช.", "en": "CODI"}, "startsOn": "2022-02-10", "amountSatang": 12000050, "people": 1200}"""));
		assertThat(text.th()).isEqualTo("พอช. เริ่ม 10 ก.พ. 2565 120,000.5 บาท 1,200 คน");
		assertThat(text.en()).isEqualTo("CODI on 10 Feb 2022, 120,000.5 baht, 1,200 people");
	}

	@Test
	void anOptionalPartIsLeftOutWhereItsSpecificIsMissing() {
		Text text = SENTENCE.with(json("""
				{"who": {"th": "พอช.", "en": null}, "startsOn": "2022-02-10", "amountSatang": 100, "people": null}"""));
		assertThat(text.th()).isEqualTo("พอช. เริ่ม 10 ก.พ. 2565 1 บาท");
		assertThat(text.en()).as("Thai stands in for English").isEqualTo("พอช. on 10 Feb 2022, 1 baht");
	}

	@Test
	void whatOnlyLooksLikeADateStaysAsItIs() {
		Text text = new Sentence("{n}", "{n}").with(json("""
				{"n": "2565-13-01"}"""));
		assertThat(text.th()).isEqualTo("2565-13-01");
	}

	@Test
	void listsAndSignsOfTheLanguageOfPatternsAreTakenAsTheyStand() {
		Text text = new Sentence("{all}", "{all}").with(json("""
				{"all": [{"th": "ก$1", "en": "a\\\\b"}, {"th": "{x}", "en": "[c]"}]}"""));
		assertThat(text.th()).isEqualTo("ก$1 และ{x}");
		assertThat(text.en()).isEqualTo("a\\b and [c]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "th-TH", "ar-EG", "en-US" })
	void theMachinesLocaleChangesNothing(String tag) {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag(tag));
			assertThat(new Sentence("{n} {d}", "{n} {d}").with(json("""
					{"n": 1234567, "d": "2022-02-10"}""")))
				.isEqualTo(new Text("1,234,567 10 ก.พ. 2565", "1,234,567 10 Feb 2022"));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	private static JsonNode json(String text) {
		return new JsonMapper().readTree(text);
	}

}
