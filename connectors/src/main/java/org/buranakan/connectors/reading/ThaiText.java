package org.buranakan.connectors.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The two forms of a text: the one to store and the one to compare. */
public final class ThaiText {

	private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]");

	private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");

	/** Typists put NIKHAHIT before the tone mark, NFKC after it. */
	private static final Pattern SWAPPED = Pattern.compile("\u0E4D([\u0E48-\u0E4B])\u0E32");

	private ThaiText() {
	}

	/**
	 * The form to store: NFC, no invisible characters, single spaces, none at the ends.
	 */
	public static String tidy(String text) {
		String visible = INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
		return SPACES.matcher(visible).replaceAll(" ").strip();
	}

	/**
	 * The form to compare: NFKC (SARA AM has two spellings), lower case, ASCII digits.
	 */
	public static String comparable(String text) {
		String folded = Normalizer.normalize(tidy(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return digits(SWAPPED.matcher(folded).replaceAll("$1\u0E4D\u0E32"));
	}

	/** A pattern over texts in the form to compare. */
	static Pattern pattern(String expression) {
		return Pattern.compile(Normalizer.normalize(expression, Normalizer.Form.NFKC));
	}

	/** The same text with Thai digits written in ASCII. */
	public static String digits(String text) {
		StringBuilder ascii = new StringBuilder(text.length());
		text.chars()
			.map((letter) -> (letter >= '๐' && letter <= '๙') ? letter - '๐' + '0' : letter)
			.forEach((letter) -> ascii.append((char) letter));
		return ascii.toString();
	}

}
