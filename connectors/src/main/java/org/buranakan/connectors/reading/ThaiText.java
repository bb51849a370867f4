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

	private static final char SARA_AM = '\u0E33';

	private static final char NIKHAHIT = '\u0E4D';

	private static final char SARA_AA = '\u0E32';

	private ThaiText() {
	}

	/**
	 * The form to store: NFC, no invisible characters, single spaces, none at the ends.
	 */
	public static String tidy(String text) {
		if (isTidy(text)) {
			return text;
		}
		// What nobody sees keeps marks from their order: it goes first.
		String visible = Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFC);
		return SPACES.matcher(visible).replaceAll(" ").strip();
	}

	/**
	 * The form to compare: NFKC (SARA AM has two spellings), lower case, ASCII digits.
	 */
	public static String comparable(String text) {
		String tidy = tidy(text);
		if (isPlain(tidy)) {
			return folded(tidy);
		}
		String folded = Normalizer.normalize(tidy, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return digits(SWAPPED.matcher(folded).replaceAll("$1\u0E4D\u0E32"));
	}

	/** A pattern over texts in the form to compare. */
	static Pattern pattern(String expression) {
		return Pattern.compile(Normalizer.normalize(expression, Normalizer.Form.NFKC));
	}

	/** The same text with Thai digits written in ASCII. */
	public static String digits(String text) {
		if (!hasThaiDigit(text)) {
			return text;
		}
		StringBuilder ascii = new StringBuilder(text.length());
		text.chars()
			.map((letter) -> isThaiDigit(letter) ? letter - '๐' + '0' : letter)
			.forEach((letter) -> ascii.append((char) letter));
		return ascii.toString();
	}

	/**
	 * Whether a text of printable ASCII and Thai is in the form to store as it stands,
	 * told in one pass: nearly all are, and a million rows hold ten times as many.
	 */
	private static boolean isTidy(String text) {
		char before = ' ';
		for (int index = 0; index < text.length(); index++) {
			char letter = text.charAt(index);
			if (letter == ' ' ? before == ' ' : !isVisible(letter)) {
				return false;
			}
			if (order(letter) > 0 && order(letter) < order(before)) {
				return false;
			}
			before = letter;
		}
		return text.isEmpty() || before != ' ';
	}

	/** Whether nothing but what {@link #folded} folds differs between the two forms. */
	private static boolean isPlain(String tidy) {
		for (int index = 0; index < tidy.length(); index++) {
			char letter = tidy.charAt(index);
			if (letter != ' ' && (!isVisible(letter) || letter == NIKHAHIT)) {
				return false;
			}
		}
		return true;
	}

	private static String folded(String plain) {
		StringBuilder folded = null;
		for (int index = 0; index < plain.length(); index++) {
			char letter = plain.charAt(index);
			boolean folds = letter == SARA_AM || isThaiDigit(letter) || (letter >= 'A' && letter <= 'Z');
			if (folds && folded == null) {
				folded = new StringBuilder(plain.length() + 8).append(plain, 0, index);
			}
			if (folded != null) {
				fold(letter, folded);
			}
		}
		return (folded != null) ? folded.toString() : plain;
	}

	private static void fold(char letter, StringBuilder folded) {
		if (letter == SARA_AM) {
			folded.append(NIKHAHIT).append(SARA_AA);
		}
		else if (isThaiDigit(letter)) {
			folded.append((char) (letter - '๐' + '0'));
		}
		else {
			folded.append((letter >= 'A' && letter <= 'Z') ? (char) (letter - 'A' + 'a') : letter);
		}
	}

	private static boolean isVisible(char letter) {
		return (letter > ' ' && letter < 0x7F) || (letter >= '\u0E01' && letter <= '\u0E5B');
	}

	private static boolean hasThaiDigit(String text) {
		for (int index = 0; index < text.length(); index++) {
			if (isThaiDigit(text.charAt(index))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isThaiDigit(int letter) {
		return letter >= '๐' && letter <= '๙';
	}

	/** Unicode's combining class: marks above and below a letter stand in its order. */
	private static int order(char letter) {
		return switch (letter) {
			case '\u0E3A' -> 9;
			case '\u0E38', '\u0E39' -> 103;
			case '\u0E48', '\u0E49', '\u0E4A', '\u0E4B' -> 107;
			default -> 0;
		};
	}

}
