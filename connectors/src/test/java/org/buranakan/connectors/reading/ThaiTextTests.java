package org.buranakan.connectors.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThaiTextTests {

	/**
	 * Letters, marks in every order, both spellings of SARA AM, spaces, what is unseen.
	 */
	private static final String LETTERS = "aZ09-. (ก้กำกํานุู์็ฺ่้๊๋เแไ๐๙ฯๆ฿\u00A0\u200B\uFEFF\u2007\t\néＡ０\u0301\u0E4D\u0E32\u0E33";

	@ParameterizedTest
	@CsvSource({ "'  สมุทรปราการ  ', สมุทรปราการ", "'ต.\u00A0ปากน้ำ', ต. ปากน้ำ", "'ก\u200Bข', กข", "'a  b', a b",
			"'', ''", "' ', ''", "'นำ้', 'นำ้'" })
	void theFormToStoreHasSingleSpacesAndNothingUnseen(String text, String tidy) {
		assertThat(ThaiText.tidy(text)).isEqualTo(tidy);
	}

	@Test
	void whatIsFoldedInOnePassIsWhatUnicodeMakesOfIt() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int round = 0; round < 30_000; round++) {
			String text = IntStream.range(0, random.nextInt(12))
				.mapToObj((index) -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
				.collect(Collectors.joining());
			assertThat(ThaiText.tidy(text)).as("seed %d, tidy '%s'", seed, text).isEqualTo(tidy(text));
			assertThat(ThaiText.comparable(text)).as("seed %d, comparable '%s'", seed, text)
				.isEqualTo(comparable(text));
		}
	}

	private static String tidy(String text) {
		String visible = text.replaceAll("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]", "");
		return Normalizer.normalize(visible, Normalizer.Form.NFC)
			.replaceAll("[\\s\\u00A0\\u2007\\u202F]+", " ")
			.strip();
	}

	private static String comparable(String text) {
		String folded = Normalizer.normalize(tidy(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		StringBuilder digits = new StringBuilder();
		folded.replaceAll("\u0E4D([\u0E48-\u0E4B])\u0E32", "$1\u0E4D\u0E32")
			.chars()
			.map((letter) -> (letter >= '๐' && letter <= '๙') ? letter - '๐' + '0' : letter)
			.forEach((letter) -> digits.append((char) letter));
		return digits.toString();
	}

}
